/** Pictures of figures: bars by anything, columns by year. Numbers stand beside them as text; colours come from styles. */
import { html, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';

export const STAGES = ['applied', 'selected', 'went'];

const BAR = { applied: 10, selected: 7, went: 7 };
const GAP = 2;
const COLUMNS_HEIGHT = 150;
const COLUMN_PART = 0.24;

/** One line a row, the three bars of it below its name and numbers; `name` says a key in words. */
export function bars(rows, name, before) {
  const most = largest(rows);
  return html`<ol class="figure-rows">
    ${repeat(
      rows,
      ({ key }) => key,
      (row) => html`<li class=${changed(row, before) ? 'figure-changed' : ''} data-key=${row.key}>
        <span class="figure-name">${name(row.key)}</span>
        <span class="figure-numbers">${STAGES.map((stage) => stageNumber(stage, row[stage]))}</span>
        ${rowBars(row, most)}
      </li>`,
    )}
  </ol>`;
}

function stageNumber(stage, people) {
  return html`<span class="figure-number figure-${stage}"
    ><span class="visually-hidden">${t(`figures.${stage}`)} </span>${number(people)}</span
  >`;
}

function rowBars(row, most) {
  const height = STAGES.reduce((sum, stage) => sum + BAR[stage] + GAP, 0);
  let top = 0;
  return html`<svg class="figure-bars" width="100%" height=${height} aria-hidden="true" focusable="false">
    ${STAGES.map((stage) => {
      const bar = svg`<rect class="figure-${stage}" x="0" y=${top} rx="2" width="${share(row[stage], most)}%"
        height=${BAR[stage]}></rect>`;
      top += BAR[stage] + GAP;
      return bar;
    })}
  </svg>`;
}

/** Three columns for each row, in its order: for what goes on in time. */
export function columns(rows, name, label) {
  const most = largest(rows);
  const band = 100 / Math.max(rows.length, 1);
  return html`<svg class="figure-columns" translate="no" width="100%" height=${COLUMNS_HEIGHT + 42} role="img" aria-label=${label}>
    <line class="figure-ground" x1="0" x2="100%" y1=${COLUMNS_HEIGHT + 20} y2=${COLUMNS_HEIGHT + 20}></line>
    ${rows.map((row, place) => {
      const middle = band * (place + 0.5);
      return svg`<g>
        ${STAGES.map((stage, nth) => column(row[stage], stage, most, middle + (nth - 1.5) * band * COLUMN_PART, band))}
        <text class="figure-axis" x="${middle}%" y=${COLUMNS_HEIGHT + 38} text-anchor="middle">${name(row.key)}</text>
      </g>`;
    })}
  </svg>`;
}

function column(people, stage, most, left, band) {
  const height = (share(people, most) / 100) * COLUMNS_HEIGHT;
  const top = COLUMNS_HEIGHT + 20 - height;
  return svg`<rect class="figure-${stage}" x="${left + band * 0.02}%" y=${top} rx="2"
      width="${band * (COLUMN_PART - 0.04)}%" height=${height}></rect>
    <text class="figure-value" x="${left + (band * COLUMN_PART) / 2}%" y=${top - 5}
      text-anchor="middle">${number(people)}</text>`;
}

/** What the colours mean, once for all pictures. */
export function legend() {
  return html`<ul class="figure-legend">
    ${STAGES.map(
      (stage) => html`<li>
        <svg width="14" height="14" aria-hidden="true" focusable="false">
          <rect class="figure-${stage}" width="14" height="14" rx="3"></rect>
        </svg>
        <span><strong>${t(`figures.${stage}`)}</strong> ${t(`figures.${stage}Meaning`)}</span>
      </li>`,
    )}
  </ul>`;
}

export function table(rows, name, heading) {
  return html`<div class="table-frame">
    <table>
      <thead>
        <tr>
          <th scope="col">${heading}</th>
          ${STAGES.map((stage) => html`<th scope="col" class="figure-cell">${t(`figures.${stage}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${name(row.key)}</th>
            ${STAGES.map((stage) => html`<td class="figure-cell">${number(row[stage])}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Percent of the longest bar there is; whatever is more than nothing can be seen. */
export function share(people, most) {
  return people === 0 || most === 0 ? 0 : Math.max(0.6, (people / most) * 100);
}

function largest(rows) {
  return Math.max(0, ...rows.map(({ applied }) => applied));
}

function changed(row, before) {
  const old = before?.find(({ key }) => key === row.key);
  return Boolean(old) && STAGES.some((stage) => old[stage] !== row[stage]);
}
