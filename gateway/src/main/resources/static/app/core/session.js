/** Who is signed in, as the gateway tells it. */
import { api } from './api.js';
import { forgetAll } from './kept.js';
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

  async load() {
    const { body } = await api.get('/session', { ofPage: false, quiet: () => !router.match().route?.signedIn });
    this.#who = body ?? this.#who;
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
