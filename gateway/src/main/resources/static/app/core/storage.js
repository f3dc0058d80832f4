/**
 * What this browser keeps for the site, where it may: a browser that forbids site data refuses even the question. Then
 * things are kept for as long as the page is open.
 */
class Storage {
  #name;
  #instead = new Map();

  constructor(name) {
    this.#name = name;
  }

  get(key) {
    return this.#try((storage) => storage.getItem(key)) ?? this.#instead.get(key) ?? null;
  }

  set(key, value) {
    if (this.#try((storage) => (storage.setItem(key, value), true))) this.#instead.delete(key);
    // A full or forbidden storage costs the safety net, not the typing.
    else this.#instead.set(key, value);
  }

  remove(key) {
    this.#instead.delete(key);
    this.#try((storage) => storage.removeItem(key));
  }

  keys() {
    return [...new Set([...(this.#try((storage) => Object.keys(storage)) ?? []), ...this.#instead.keys()])];
  }

  #try(work) {
    try {
      return work(window[this.#name]);
    } catch {
      return null;
    }
  }
}

/** For all windows, until somebody clears it. */
export const device = new Storage('localStorage');
/** For this window, until it is closed. */
export const tab = new Storage('sessionStorage');

const PROBE = 'yol-probe';

export function cookie(name) {
  try {
    const found = document.cookie.split('; ').find((each) => each.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
  } catch {
    return '';
  }
}

const YEAR = 31_536_000;

/** Told to the server with every request, for so many seconds. */
export function setCookie(name, value, seconds = YEAR) {
  try {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${seconds}; samesite=lax`;
  } catch {
    // The server then does without.
  }
}

/** Whether somebody can sign in here: the session is a cookie. What `navigator.cookieEnabled` says is no proof. */
export function takesCookies() {
  setCookie(PROBE, 'kept', 60);
  return cookie(PROBE) === 'kept';
}
