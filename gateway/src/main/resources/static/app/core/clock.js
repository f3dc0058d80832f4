/** What time it is by the server: a device whose clock is wrong must not tell anybody that there is time left. */

/** Answers may be some seconds old, kept by a cache: so much is no difference. */
const KEPT = 90_000;

let ahead = 0;

/** Takes the time of an answer's `Date` header. */
export function heardAt(header) {
  const difference = Date.parse(header) - Date.now();
  if (!Number.isNaN(difference)) ahead = Math.abs(difference) < KEPT ? 0 : difference;
}

/** Milliseconds of the epoch. */
export function now() {
  return Date.now() + ahead;
}
