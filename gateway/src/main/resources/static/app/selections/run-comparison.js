import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { share } from '../figures/figure-charts.js';
import { compared } from './run-facts.js';
import { placeOf } from './selection-words.js';

/** Two outcomes side by side as a table, with what differs marked and drawn. */
export function comparison(call, one, other) {
  const lines = compared(one, other);
  const most = Math.max(0, ...lines.flatMap((each) => [each.one ?? 0, each.other ?? 0]));
  return html`<div class="table-frame">
    <table id="comparison">
      <thead>
        <tr>
          ${columnHead({ label: t('selection.compare.what') })} ${columnHead({ label: t('selection.compare.this'), isNumber: true })}
          ${columnHead({ label: t('selection.compare.other'), isNumber: true })}
          ${columnHead({ label: t('selection.compare.difference'), isNumber: true })}
          <th scope="col" class="compared-bars">${t('selection.compare.drawn')}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (each) =>
            html`<tr class=${each.difference ? 'differs' : nothing}>
              <th scope="row">${nameOf(call, each)}</th>
              <td class="number">${counted(each.one)}</td>
              <td class="number">${counted(each.other)}</td>
              <td class="number">${signed(each.difference)}</td>
              <td class="compared-bars">${drawn(each, most)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function drawn({ one, other }, most) {
  return html`<svg class="figure-bars" width="100%" height="14" aria-hidden="true" focusable="false">
    <rect class="figure-selected" x="0" y="0" rx="2" width="${share(one ?? 0, most)}%" height="6"></rect>
    <rect class="figure-went" x="0" y="8" rx="2" width="${share(other ?? 0, most)}%" height="6"></rect>
  </svg>`;
}

function nameOf(call, { key, id }) {
  if (key === 'rank') return t('selection.choice', { rank: id });
  if (key === 'place') return placeOf(call, id);
  if (key === 'waiting') return html`<span class="meta">${t('selection.compare.waiting', { place: placeOf(call, id) })}</span>`;
  return t(`selection.compare.${key}`);
}

function counted(value) {
  return value === null ? '–' : number(value);
}

function signed(difference) {
  return difference === 0 ? '=' : number(difference, { signDisplay: 'always' });
}
