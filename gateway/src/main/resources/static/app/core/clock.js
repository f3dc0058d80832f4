/** What time it is by the server: a device whose clock is wrong must not tell anybody that there is time left. */

/** Answers may be some seconds old, kept by a cache: so much is no difference. */
const KEPT = 90_000;

let ahead = 0;

/** Fires `change` when it is learned how far off the device is. */
export const clock = new EventTarget();

/** Takes the time of an answer's `Date` header. */
export function heardAt(header) {
  const difference = Date.parse(header) - Date.now();
  if (Number.isNaN(difference)) return;
  const before = ahead;
  ahead = Math.abs(difference) < KEPT ? 0 : difference;
  if (Math.abs(ahead - before) > KEPT) clock.dispatchEvent(new Event('change'));
}

/** Whether the clock of the device is so wrong that a reader has to know which one counts. */
export function isDeviceWrong() {
  return ahead !== 0;
}

/** Milliseconds of the epoch. */
export function now() {
  return Date.now() + ahead;
}
