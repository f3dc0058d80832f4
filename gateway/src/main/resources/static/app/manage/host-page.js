import { html, nothing } from 'lit';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { country, dateTime } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { same } from '../core/same.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { filled } from './editor-values.js';
import { faultsOf, idOf, lineField, nameFields } from './name-fields.js';

const WHOLE = ['domains'];

/** Names of a university, which all coordinators write together, and who has written them. */
class HostPage extends Page {
  static properties = {
    hostId: {},
    host: { state: true },
    revisions: { state: true },
    draft: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.draft) return this.renderWaiting(t('organisation.hostTitle'), () => this.#read());
    const form = {
      draft: this.draft,
      errors: faultsOf(this.saveProblem, WHOLE),
      change: (part) => {
        this.draft = { ...this.draft, ...part };
      },
    };
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${nameOf(this.host)}</h1>
      <p>${country(this.host.country)} · ${t('organisation.hostIntro')}</p>
      <form id="host-form" class="panel" novalidate @submit=${this.#save}>
        ${nameFields(form)}
        ${lineField(form, 'domains', { hint: t('organisation.hostDomainsHint'), label: 'hostDomains', optional: true })}
        ${this.#renderCandidates()}
        <yol-problem .problem=${this.saveProblem} .fieldOf=${(pointer) => idOf(pointer, WHOLE)}></yol-problem>
        <button type="submit" id="save-host" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving}>
          ${this.#asked().length ? t('organisation.another') : t('action.save')}
        </button>
      </form>
      ${this.#renderRevisions()}`;
  }

  #renderCandidates() {
    if (!this.#asked().length) return nothing;
    return html`<div class="candidates">
      <p>${t('organisation.oneOfThese')}</p>
      <ul>
        ${this.#asked().map(
          (host) => html`<li><a href="/manage/hosts/${host.id}">${nameOf(host)}</a> · ${country(host.country)}</li>`,
        )}
      </ul>
    </div>`;
  }

  #renderRevisions() {
    return html`<section class="panel" aria-labelledby="revisions-heading">
      <h2 id="revisions-heading">${t('organisation.revisions')}</h2>
      <ol id="revisions">
        ${this.revisions.map(
          ({ at, by, organization, wording }) =>
            html`<li>${dateTime(at)} · ${by}${organization ? ` (${organization})` : ''}: ${wording.name}</li>`,
        )}
      </ol>
    </section>`;
  }

  #asked() {
    return this.saveProblem?.candidates ?? [];
  }

  get #path() {
    return `/api/hosts/${encodeURIComponent(this.hostId)}`;
  }

  #read() {
    return this.load(async () => {
      const [{ body: host }, { body: revisions }] = await Promise.all([
        api.get(this.#path),
        api.get(`${this.#path}/revisions`),
      ]);
      this.#take(host, revisions);
    });
  }

  #take(host, revisions) {
    this.host = host;
    this.revisions = revisions;
    this.draft = draftOf(host);
  }

  #save(event) {
    event.preventDefault();
    const body = { ...request(this.draft, this.host), distinctFrom: this.#asked().map(({ id }) => id) };
    return this.save(async () => {
      const { body: saved } = await api.put(this.#path, body, {
        version: this.host.version,
        heldNow: async () => {
          const held = await api.get(this.#path);
          return same({ ...request(draftOf(held.body), held.body), distinctFrom: body.distinctFrom }, body) ? held : null;
        },
      });
      this.#take(saved, (await api.get(`${this.#path}/revisions`)).body);
      announce(t('organisation.saved'));
    });
  }
}

function draftOf(host) {
  const { en, ...names } = host.names;
  return { name: host.name, names, domains: host.domains.join(', ') };
}

function request(draft, host) {
  return {
    name: draft.name.trim(),
    names: filled(draft.names),
    country: host.country,
    domains: draft.domains.split(/[\s,;]+/).filter(Boolean),
  };
}

customElements.define('yol-host-page', HostPage);
