/**
 * Typed text that is not safe at the server yet, kept on this device: it outlives a lost connection, an ended session
 * and a closed tab. Signing out forgets it, because others may use the device.
 */
import { device, tab } from './storage.js';

const PREFIX = 'yol:kept:';
const ON_THE_WAY = `${PREFIX}on-the-way`;
const READER = `${PREFIX}reader`;
/** What begins the names of things that were only read. */
export const HELD = 'held:';

export function keep(owner, thing, value) {
  device.set(key(owner, thing), JSON.stringify(value));
}

export function kept(owner, thing) {
  return read(device.get(key(owner, thing)));
}

export function forget(owner, thing) {
  device.remove(key(owner, thing));
}

export function forgetAll() {
  device
    .keys()
    .filter((name) => name.startsWith(PREFIX))
    .forEach((name) => device.remove(name));
  tab.remove(ON_THE_WAY);
}

/** Who is signed in: without a network nobody else can say. For nobody, nothing that was read is left here either. */
export function rememberReader(who) {
  if (who) device.set(READER, JSON.stringify(who));
  else device.keys().filter((name) => name === READER || name.includes(`:${HELD}`)).forEach((name) => device.remove(name));
}

export function lastReader() {
  return read(device.get(READER));
}

/** Keeps one thing for this window on its way to another site and back, for so many milliseconds. */
export function keepOnTheWay(owner, value, milliseconds) {
  tab.set(ON_THE_WAY, JSON.stringify({ owner, value, until: Date.now() + milliseconds }));
}

/** What was kept for its owner on the way, or null; asked for, it is forgotten. */
export function keptOnTheWay(owner) {
  const left = read(tab.get(ON_THE_WAY));
  tab.remove(ON_THE_WAY);
  return left?.owner === owner && left.until > Date.now() ? left.value : null;
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function key(owner, thing) {
  return `${PREFIX}${owner}:${thing}`;
}
