/**
 * Typed text that is not safe at the server yet, kept on this device: it outlives a lost connection, an ended session
 * and a closed tab. Signing out forgets it, because others may use the device.
 */
const PREFIX = 'yol:kept:';
const ON_THE_WAY = `${PREFIX}on-the-way`;

export function keep(owner, thing, value) {
  try {
    localStorage.setItem(key(owner, thing), JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the safety net, not the typing.
  }
}

export function kept(owner, thing) {
  try {
    return JSON.parse(localStorage.getItem(key(owner, thing)));
  } catch {
    return null;
  }
}

export function forget(owner, thing) {
  localStorage.removeItem(key(owner, thing));
}

export function forgetAll() {
  Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .forEach((name) => localStorage.removeItem(name));
  sessionStorage.removeItem(ON_THE_WAY);
}

/** Keeps one thing for this window on its way to another site and back, for so many milliseconds. */
export function keepOnTheWay(owner, value, milliseconds) {
  sessionStorage.setItem(ON_THE_WAY, JSON.stringify({ owner, value, until: Date.now() + milliseconds }));
}

/** What was kept for its owner on the way, or null; asked for, it is forgotten. */
export function keptOnTheWay(owner) {
  const left = JSON.parse(sessionStorage.getItem(ON_THE_WAY));
  sessionStorage.removeItem(ON_THE_WAY);
  return left?.owner === owner && left.until > Date.now() ? left.value : null;
}

function key(owner, thing) {
  return `${PREFIX}${owner}:${thing}`;
}
