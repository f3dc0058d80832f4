/** Remembers how the list of programmes was left, for those who come back to it. */

const KEPT_FOR = 5 * 60_000;
const KEPT_AT_MOST = 10;

const places = new Map();
let address = '/';

/** The address the list was last seen at, filters included. */
export function listAddress() {
  return address;
}

export function rememberAddress(last) {
  address = last;
}

/** Keeps what is shown at this place of the history: what `Back` leads to again. */
export function remember(shown) {
  const key = window.history.state?.list ?? crypto.randomUUID();
  window.history.replaceState({ ...window.history.state, list: key }, '');
  places.delete(key);
  places.set(key, { ...shown, at: Date.now() });
  if (places.size > KEPT_AT_MOST) places.delete(places.keys().next().value);
  return key;
}

/** Adds to what is kept under a key, which may not be that of this place any more. */
export function amend(key, more) {
  if (places.has(key)) places.set(key, { ...places.get(key), ...more });
}

/** What was shown at this place of the history a moment ago; null if nothing was, or too long ago. */
export function recall() {
  const kept = places.get(window.history.state?.list);
  return kept && Date.now() - kept.at < KEPT_FOR ? kept : null;
}
