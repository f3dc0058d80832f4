/**
 * Typed text that is not safe at the server yet, kept on this device: it outlives a lost connection, an ended session
 * and a closed tab. Signing out forgets it, because others may use the device.
 */
const PREFIX = 'yol:kept:';

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
}

function key(owner, thing) {
  return `${PREFIX}${owner}:${thing}`;
}
