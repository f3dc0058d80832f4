/** Who is signed in, as the gateway tells it. */
import { api } from './api.js';
import { forgetAll, lastReader, rememberReader } from './kept.js';
import { router } from './router.js';
import { takesCookies } from './storage.js';
import { texts } from './texts.js';

class Session extends EventTarget {
  #who = { authenticated: false, roles: [] };
  /** Whether the gateway has said so yet. */
  known = false;
  /** The session was there and has ended while the page was open. */
  ended = false;

  get authenticated() {
    return this.#who.authenticated;
  }

  get name() {
    return this.#who.name || this.#who.account;
  }

  get account() {
    return this.#who.account;
  }

  get organization() {
    return this.#who.organization;
  }

  get country() {
    return this.#who.country;
  }

  get locale() {
    return this.#who.locale;
  }

  is(...roles) {
    return this.authenticated && roles.some((role) => this.#who.roles?.includes(role));
  }

  /** While no answer comes, whoever was signed in here last is taken for the reader of what this device keeps. */
  async load() {
    const quiet = () => !router.match().route?.signedIn;
    const onWait = (problem) => {
      const last = problem?.status === 0 && !this.known && lastReader();
      if (last) this.#take(last);
    };
    const { body } = await api.get('/session', { ofPage: false, quiet, onWait });
    this.#take(body ?? this.#who);
    rememberReader(this.authenticated ? this.#who : null);
  }

  #take(who) {
    this.#who = who;
    this.known = true;
    this.ended = false;
    this.dispatchEvent(new Event('change'));
  }

  end() {
    if (!this.authenticated || this.ended) return;
    this.ended = true;
    this.dispatchEvent(new Event('change'));
  }

  async signOut() {
    const { location, redirected } = await api.post('/logout');
    forgetAll();
    window.location.assign(location ?? redirected ?? '/');
  }
}

export const session = new Session();

window.addEventListener('yol-signed-out', () => session.end());

/** Where to sign in, in the language of this page, and come back to it; or where it says why one cannot. */
export function signInLink(to = window.location.pathname + window.location.search) {
  if (!takesCookies()) return '/cookies-needed';
  return `/login?${new URLSearchParams({ to, ui_locales: texts.language })}`;
}
