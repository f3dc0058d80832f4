/** What this browser has seen of the log: who signs it, and how far it had come. */
import { device } from '../core/storage.js';

const SEEN = 'yol:log-seen';

/** `{origin, keys, checkpoint, at}`; null at the first visit. */
export function seenLog() {
  try {
    return JSON.parse(device.get(SEEN));
  } catch {
    return null;
  }
}

export function rememberLog(seen) {
  device.set(SEEN, JSON.stringify(seen));
}

export function forgetLog() {
  device.remove(SEEN);
}
