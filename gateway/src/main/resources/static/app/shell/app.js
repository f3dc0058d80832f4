import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../components/confirm.js';
import { announce } from '../components/toasts.js';
import '../components/waiting-notice.js';
import { isDeviceWrong, now } from '../core/clock.js';
import { dateTime } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { session, signInLink } from '../core/session.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { patiently } from '../core/waiting.js';
import { inside } from '../inbox/inbox-page.js';
import { messages } from '../inbox/messages.js';
import './header.js';
import { routes } from './routes.js';

/** The frame around every page: header, the page of the current path, messages as they arrive. */
class App extends View {
  static properties = {
    ready: { state: true },
    startProblem: { state: true },
    shown: { state: true },
    moduleProblem: { state: true },
  };

  #navigated = false;
  #listening = false;

  connectedCallback() {
    super.connectedCallback();
    router.start(routes);
    router.addEventListener('change', () => this.#navigate());
    messages.addEventListener('arrived', ({ detail }) =>
      this.#tellOf(detail),
    );
    window.addEventListener('online', () => this.moduleProblem && this.#show());
    this.#show();
  }

  /** What came in a line; nothing of what the page shows itself, which reads it anew. */
  #tellOf({ title, link }) {
    const to = link && inside(link);
    if (to !== window.location.pathname) announce({ text: title, link: to });
  }

  willUpdate() {
    // What the gateway let one read meanwhile.
    if (this.ready) document.querySelector('#first-words')?.remove();
    if (!this.ready || this.#listening || !session.authenticated) return;
    this.#listening = true;
    messages.start();
  }

  updated() {
    const page = this.querySelector('#main')?.firstElementChild;
    if (this.#navigated && page && 'arriving' in page) {
      this.#navigated = false;
      page.arriving = true;
    }
  }

  render() {
    if (!this.ready) return html`<p class="container" aria-busy="true"></p>`;
    return html` <a class="skip-link" href="#main" @click=${this.#skip}>${t('shell.skip')}</a>
      <yol-header></yol-header>
      ${session.ended ? this.#renderEnded() : nothing}
      ${
        isDeviceWrong()
          ? html`<div class="container no-print">
              <p class="notice notice-warning" id="device-clock">${t('clock.wrong', { time: dateTime(now()) })}</p>
            </div>`
          : nothing
      }
      ${this.startProblem ? html`<div class="container"><yol-problem .problem=${this.startProblem}></yol-problem></div>` : nothing}
      <main id="main" class="container ${this.#isWide ? 'wide' : ''}" tabindex="-1">${this.#renderPage()}</main>
      <footer class="site-footer">
        <div class="container">
          <p>${t('shell.footer')}</p>
          <p><a href="/figures">${t('figures.footer')}</a></p>
          <p><a href="/log">${t('log.footer')}</a></p>
          <p><a href="/verify">${t('verify.footer')}</a></p>
          <p><a href="/docs">${t('shell.docs')}</a></p>
        </div>
      </footer>
      <yol-waiting></yol-waiting>
      <yol-toasts></yol-toasts>
      <yol-confirm></yol-confirm>`;
  }

  /** Lists of people who read them all day. */
  get #isWide() {
    return session.is(...(this.shown?.route?.wide ?? []));
  }

  #renderPage() {
    if (this.moduleProblem) return this.#renderNotLoaded();
    if (!this.shown) return html`<p aria-busy="true">${t('status.loading')}</p>`;
    const { route, parameters, path } = this.shown;
    if (!route) return html`<yol-not-found></yol-not-found>`;
    if (route.signedIn && !session.known) {
      return this.startProblem ? nothing : html`<p aria-busy="true">${t('status.loading')}</p>`;
    }
    if (route.signedIn && !session.authenticated) return html`<yol-sign-in-first></yol-sign-in-first>`;
    if (route.roles && !session.is(...route.roles)) return html`<yol-other-role .roles=${route.roles}></yol-other-role>`;
    return keyed(path, route.render(parameters));
  }

  /** Pages come in pieces; one that could not be fetched is tried again, by itself too. */
  #renderNotLoaded() {
    if (!this.moduleProblem.is('unanswered')) {
      return html`<section><yol-problem .problem=${this.moduleProblem}></yol-problem></section>`;
    }
    return html`<section>
      <h1>${t('offline.title')}</h1>
      <p>${t('offline.text')}</p>
      <p><button type="button" id="try-again" @click=${() => this.#show()}>${t('action.tryAgain')}</button></p>
    </section>`;
  }

  #renderEnded() {
    return html`<div class="container">
      <div class="notice notice-warning" role="alert">
        <p><strong>${t('session.endedTitle')}</strong></p>
        <p>${t('session.endedText')}</p>
        <p><a class="button" href=${signInLink()}>${t('session.signInAndReturn')}</a></p>
      </div>
    </div>`;
  }

  #navigate() {
    if (this.shown?.path === window.location.pathname) {
      this.moduleProblem = null;
      this.querySelector('#main')?.firstElementChild?.queryChanged?.();
      return;
    }
    this.#navigated = true;
    this.#show();
  }

  async #show() {
    const match = router.match();
    try {
      await patiently(() => modulesOf(match.route), { ofPage: true });
      this.moduleProblem = null;
      if (window.location.pathname === match.path) this.shown = match;
    } catch (thrown) {
      // Who has gone back meanwhile reads what is shown there.
      if (window.location.pathname === match.path) this.moduleProblem = Problem.from(thrown);
    }
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('#main').focus();
  }
}

/** What the browser could not fetch, it fetches again when asked again. */
async function modulesOf(route) {
  try {
    await (route ? route.load() : import('./not-found.js'));
    if (route?.signedIn) await import('./sign-in-first.js');
    if (route?.roles) await import('./other-role.js');
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    console.warn(thrown);
    throw Problem.unanswered();
  }
}

customElements.define('yol-app', App);
