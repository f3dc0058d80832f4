/** What a selection came to, drawn: numbers stand beside the bars as text, colours come from styles. */
import { html, nothing, svg } from 'lit';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { share } from '../figures/figure-charts.js';
import { placeOf } from './selection-words.js';

/** Lines of `{name, value, of, look}`: a bar for the value, on one for the whole where there is a whole. */
export function barRows(rows) {
  const most = Math.max(0, ...rows.map(({ value, of }) => Math.max(value, of ?? 0)));
  return html`<ol class="figure-rows">
    ${rows.map(
      ({ name, value, of, look = 'figure-selected' }) => html`<li>
        <span class="figure-name">${name}</span>
        <span class="figure-numbers">${of === undefined ? number(value) : t('selection.of', { value: number(value), of: number(of) })}</span>
        <svg class="figure-bars" width="100%" height="12" aria-hidden="true" focusable="false">
          ${of === undefined ? nothing : svg`<rect class="figure-whole" x="0" y="0" rx="2" width="${share(of, most)}%" height="12"></rect>`}
          ${svg`<rect class=${look} x="0" y="0" rx="2" width="${share(value, most)}%" height="12"></rect>`}
        </svg>
      </li>`,
    )}
  </ol>`;
}

/** How many got what they ranked first, second and so on; and how many nothing. */
export function ranksPicture({ byRank, applicants, held }) {
  const rows = byRank.map((value, at) => ({ name: t('selection.choice', { rank: at + 1 }), value }));
  return barRows([...rows, { name: t('selection.noPlace'), value: applicants - held, look: 'figure-went' }]);
}

/** How many of the seats of each place were given. */
export function placesPicture(call, { places }) {
  return barRows(inOrder(call, places).map(({ id, held, seats }) => ({ name: placeOf(call, id), value: held, of: seats })));
}

/** As the call names them. */
export function inOrder({ places: named = [] }, places) {
  const at = ({ id }) => named.findIndex((place) => place.id === id);
  return [...places].sort((one, other) => at(one) - at(other));
}
