/** How the log has grown: a column a day. */
import { html, svg } from 'lit';
import { date, number } from '../core/format.js';
import { t } from '../core/texts.js';
import { daysInARow } from './growth-days.js';

const HEIGHT = 130;
const ABOVE = 22;
const BELOW = 24;
const LABELS = 5;

export function growthPicture(growth) {
  const days = daysInARow(growth.days);
  return html`<figure class="panel figure" id="log-growth">
    <figcaption><h2>${t('log.growth.title')}</h2></figcaption>
    ${drawn(days)}
    <details class="no-print">
      <summary>${t('figures.asTable')}</summary>
      <div class="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('log.growth.day')}</th>
              <th scope="col" class="figure-cell">${t('log.growth.entries')}</th>
            </tr>
          </thead>
          <tbody>
            ${[...days].reverse().map(
              ({ day, entries }) => html`<tr>
                <th scope="row">${date(day)}</th>
                <td class="figure-cell">${number(entries)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure>`;
}

function drawn(days) {
  const most = Math.max(1, ...days.map(({ entries }) => entries));
  const total = days.reduce((sum, { entries }) => sum + entries, 0);
  const label = t('log.growth.spoken', { entries: number(total), days: number(days.length), most: number(most) });
  const band = 100 / Math.max(days.length, LABELS);
  const every = Math.ceil(days.length / LABELS);
  return html`<svg
    class="log-columns"
    translate="no"
    width="100%"
    height=${ABOVE + HEIGHT + BELOW}
    role="img"
    aria-label=${label}
  >
    <line class="figure-ground" x1="0" x2="100%" y1=${ABOVE + HEIGHT} y2=${ABOVE + HEIGHT}></line>
    ${days.map((day, place) => column(day, place, { most, band, isLabelled: (days.length - 1 - place) % every === 0 }))}
  </svg>`;
}

function column({ day, entries }, place, { most, band, isLabelled }) {
  const height = entries ? Math.max(2, (entries / most) * HEIGHT) : 0;
  const top = ABOVE + HEIGHT - height;
  const middle = band * (place + 0.5);
  return svg`<g>
    <rect class="figure-selected" x="${band * (place + 0.1)}%" y=${top} rx="2" width="${band * 0.8}%" height=${height}>
      <title>${date(day)}: ${number(entries)}</title>
    </rect>
    ${
      isLabelled
        ? svg`<text class="figure-value" x="${middle}%" y=${top - 5} text-anchor="middle">${number(entries)}</text>
          <text class="figure-axis" x="${middle}%" y=${ABOVE + HEIGHT + 17} text-anchor="middle">${shortDay(day)}</text>`
        : svg``
    }
  </g>`;
}

function shortDay(day) {
  return `${day.slice(8)}.${day.slice(5, 7)}.`;
}
