import { html, nothing } from 'lit';
import { announce } from '../components/toasts.js';
import { fileOf } from '../core/files.js';
import { nameOf, ownOrganisation } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { session, signInLink } from '../core/session.js';
import { LANGUAGES, t, texts } from '../core/texts.js';
import { View } from '../core/view.js';
import { messages } from '../inbox/messages.js';
import { chooseLanguage } from '../preferences/preferences.js';

const LINKS = [
  { path: '/', key: 'nav.programmes' },
  { path: '/figures', key: 'figures.nav' },
  { path: '/log', key: 'log.nav', wide: true },
  { path: '/applications', key: 'nav.myApplications', roles: ['student'] },
  { path: '/applications', key: 'nav.applications', roles: ['authority', 'auditor'] },
  { path: '/nominations', key: 'nomination.nav', roles: ['authority'] },
  { path: '/audit', key: 'audit.nav', roles: ['auditor'] },
  { path: '/reviews', key: 'nav.reviews', roles: ['reviewer'] },
  { path: '/manage', key: 'nav.manage', roles: ['coordinator'] },
];

class Header extends View {
  static properties = { organisation: { state: true } };

  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.#redraw);
    messages.addEventListener('change', this.#redraw);
  }

  render() {
    return html`<header class="site-header">
      <div class="container bar">
        <a class="brand" href="/" aria-label=${t('shell.brand')}>
          <img src=${fileOf('icons/yol.svg')} alt="" width="34" height="34" /><span>Yol</span></a
        >
        <nav aria-label=${t('nav.label')} class="main-nav">
          <ul>
            ${LINKS.filter(({ roles }) => !roles || session.is(...roles)).map(
              (link) =>
                html` <li class=${link.wide ? 'on-wide' : nothing}>
                  <a href=${link.path} aria-current=${current(link.path) ? 'page' : nothing}>${t(link.key)}</a>
                </li>`,
            )}
          </ul>
        </nav>
        <div class="tools">
          <label class="visually-hidden" for="site-language">${t('nav.language')}</label>
          <select id="site-language" class="language" @change=${this.#language}>
            ${Object.entries(LANGUAGES).map(
              ([code, name]) =>
                html` <option value=${code} lang=${code} .selected=${code === texts.language}>${name}</option>`,
            )}
          </select>
          ${session.known ? this.#renderReader() : nothing}
        </div>
      </div>
    </header>`;
  }

  #renderReader() {
    if (!session.authenticated) {
      return html`<a class="button" id="sign-in" href=${signInLink()}>${t('session.signIn')}</a>`;
    }
    const { unread } = messages;
    return html` <a
        class="inbox-link"
        id="inbox-link"
        href="/inbox"
        aria-current=${current('/inbox') ? 'page' : nothing}
        aria-label=${unread ? t('nav.inboxUnread', { count: unread }) : t('nav.inbox')}
      >
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" class="stroke">
          <path d="M3 13l3-8h12l3 8v6H3zM3 13h5l1.5 3h5L16 13h5"></path>
        </svg>
        ${unread ? html`<span class="count" data-testid="unread">${unread > 99 ? '99+' : unread}</span>` : nothing}
      </a>
      <details class="account" @toggle=${this.#readOrganisation} @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
        <summary id="account-menu" aria-label=${t('nav.account', { name: session.name })}>
          <span class="avatar" data-initials=${initials(session.name)}></span>
        </summary>
        <div class="account-menu">
          <p><strong>${session.name}</strong><br /><small id="account-organisation">${this.#organisation()}</small></p>
          ${
            session.is('coordinator')
              ? html`<a href="/manage/organisation" @click=${closeMenu}>${t('organisation.title')}</a>`
              : nothing
          }
          ${session.is('student') ? html`<a href="/profile" @click=${closeMenu}>${t('dossier.title')}</a>` : nothing}
          <a href="/preferences" @click=${closeMenu}>${t('nav.preferences')}</a>
          <button type="button" class="secondary outline" id="sign-out" @click=${this.#signOut}>
            ${t('session.signOut')}
          </button>
        </div>
      </details>`;
  }

  #organisation() {
    return this.organisation?.id === session.organization ? nameOf(this.organisation) : '';
  }

  /** Asked for when somebody looks: its short name stands in where nothing is known or answered. */
  async #readOrganisation({ target }) {
    if (!target.open) return;
    const unknown = { id: session.organization };
    this.organisation = (await ownOrganisation().catch(() => unknown)) ?? unknown;
  }

  async #language(event) {
    await telling(chooseLanguage(event.target.value));
  }

  /** Fetched when it is needed: most readers never type. */
  async #sendAll() {
    const { sendAll } = await import('../core/keeper.js');
    await sendAll();
  }

  async #signOut() {
    await telling(this.#sendAll().then(() => session.signOut()));
  }
}

async function telling(work) {
  try {
    await work;
  } catch (thrown) {
    const { title, message, detail } = Problem.from(thrown);
    announce({ title: title ?? message, text: detail });
  }
}

function current(path) {
  const here = window.location.pathname;
  return path === '/' ? here === '/' || /^\/(programs|calls)\//.test(here) : here === path || here.startsWith(`${path}/`);
}

function initials(name = '') {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}

function closeOnEscape(event) {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary').focus();
}

function closeWhenLeft(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
}

function closeMenu(event) {
  event.target.closest('details').open = false;
}

customElements.define('yol-header', Header);
