/** How far reviewers are and how they score, drawn: numbers stand beside as text, colours come from styles. */
import { html, svg } from 'lit';
import { number, score } from '../core/format.js';
import { t } from '../core/texts.js';
import { share } from '../figures/figure-charts.js';

const PARTS = [
  ['done', 'figure-selected'],
  ['begun', 'figure-applied'],
  ['assigned', 'figure-whole'],
];

/** A line each of `{key, name, done, begun, assigned, all}`; `beside(row)` is drawn at its end. */
export function progressBars(rows, beside = () => '') {
  const most = Math.max(0, ...rows.map(({ all }) => all));
  return html`<ol class="figure-rows review-bars">
    ${rows.map(
      (row) => html`<li data-key=${row.key}>
        <span class="figure-name">${row.name}</span>
        <span class="figure-numbers">${t('reviews.progress', { done: number(row.done), all: number(row.all) })} ${beside(row)}</span>
        ${bar(row, most)}
      </li>`,
    )}
  </ol>`;
}

function bar(row, most) {
  let left = 0;
  return html`<svg class="figure-bars" width="100%" height="12" aria-hidden="true" focusable="false">
    ${PARTS.map(([part, look]) => {
      const width = most ? (row[part] / most) * 100 : 0;
      const drawn = svg`<rect class=${look} x="${left}%" y="0" width="${width}%" height="12"></rect>`;
      left += width;
      return drawn;
    })}
  </svg>`;
}

/** What the parts of a bar mean. */
export function progressLegend() {
  return html`<ul class="figure-legend">
    ${PARTS.map(
      ([part, look]) => html`<li>
        <svg width="14" height="14" aria-hidden="true" focusable="false"><rect class=${look} width="14" height="14" rx="3"></rect></svg>
        <span>${t(`reviews.state.${part}`)}</span>
      </li>`,
    )}
  </ul>`;
}

/** Where a reviewer's scores lie from 0 to 100: their mean, and one standard deviation to both sides; and the mean of all. */
export function scoreRange({ mean, deviation }, all) {
  const from = Math.max(0, mean - deviation);
  const to = Math.min(100, mean + deviation);
  return html`<svg class="score-range" width="100%" height="16" role="img" aria-label=${t('panel.rangeOf', { mean: score(mean), deviation: score(deviation) })}>
    <rect class="figure-whole" x="0" y="7" width="100%" height="2"></rect>
    ${svg`<rect class="figure-applied" x="${from}%" y="5" rx="3" width="${share(to - from, 100)}%" height="6"></rect>`}
    ${svg`<rect class="figure-went" x="${Math.min(99.5, all)}%" y="0" width="2" height="16"></rect>`}
    ${svg`<circle class="figure-selected" cx="${mean}%" cy="8" r="5"></circle>`}
  </svg>`;
}
