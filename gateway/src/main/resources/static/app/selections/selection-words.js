/** What is said of seats and of those taken last, the same on all pages. */
import { html } from 'lit';
import { placeName } from '../components/pieces.js';
import { LEVELS } from '../core/domain.js';
import { score } from '../core/format.js';
import { named, t, word } from '../core/texts.js';

/** A place of a call, or of an application, as people say it. */
export function placeOf({ places = [] }, id) {
  return placeName(places.find((place) => place.id === id));
}

/** A kind of seat; `call` has the names of its categories. */
export function seatName(call, seat) {
  if (seat === 'open' || seat === 'left-over') return t(`selection.seats.${seat}`);
  return t('selection.seats.category', { category: named(call, 'category', seat) });
}

/** A group of places whose seats are limited together. */
export function capName(call, cap) {
  return LEVELS.includes(cap) ? word('level', cap) : named(call, 'cap', cap);
}

/** As many points as in 87.50, in the reader's digits. */
export function scoreRead(text) {
  return score(Number(text));
}

/** Who was taken last of each kind: "85.50, open seats". */
export function cutOffList(call, cutOffs) {
  if (!cutOffs.length) return t('selection.notFull');
  return html`<ul class="cut-offs">
    ${cutOffs.map(
      (last) =>
        html`<li title="${t('selection.lot')} ${last.lottery}">
          <strong>${scoreRead(last.score)}</strong>
          <span class="meta">${last.cap ? capName(call, last.cap) : seatName(call, last.seat)}</span>
        </li>`,
    )}
  </ul>`;
}

/** Enough of 64 digits to tell one from another; the rest on demand. */
export function shortened(digits) {
  return html`<details class="digits"><summary><code>${digits.slice(0, 8)}…</code></summary><code>${digits}</code></details>`;
}
