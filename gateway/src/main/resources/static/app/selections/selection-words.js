/** What is said of seats and of those taken last, the same on all pages. */
import { html, nothing } from 'lit';
import { placeName } from '../components/pieces.js';
import { LEVELS } from '../core/domain.js';
import { score } from '../core/format.js';
import { named, t, word } from '../core/texts.js';
import { FOR_ALL } from './why.js';

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

/**
 * Who was taken last of each kind: "85.50, open seats". For somebody, of whom `score` and `categories` are given, the lottery
 * number where it is what decides, and which seats are for others; for everybody all of it.
 */
export function cutOffList(call, cutOffs, own) {
  if (!cutOffs.length) return t('selection.notFull');
  return html`<ul class="cut-offs">${cutOffs.map((last) => cutOff(call, last, own))}</ul>`;
}

function cutOff(call, last, own) {
  const { cap, seat, lottery } = last;
  const isForOthers = own && seat && !FOR_ALL.includes(seat) && !own.categories.includes(seat);
  return html`<li class=${isForOthers ? 'for-others' : ''}>
    <strong>${scoreRead(last.score)}</strong>
    <span class="meta">${cap ? capName(call, cap) : seatName(call, seat)}</span>
    ${isForOthers ? html`<span class="meta">(${t('selection.forOthers')})</span>` : nothing}
    ${
      own && own.score !== last.score
        ? nothing
        : html`<span class="meta">${t('selection.lot')} <code title=${lottery}>${lottery.slice(0, 8)}…</code></span>`
    }
  </li>`;
}

/** Enough of 64 digits to tell one from another; the rest on demand. */
export function shortened(digits) {
  return html`<details class="digits"><summary><code>${digits.slice(0, 8)}…</code></summary><code>${digits}</code></details>`;
}
