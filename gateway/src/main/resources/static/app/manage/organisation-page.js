import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api, query } from '../core/api.js';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { forgetOwnOrganisation, nameOf } from '../core/organisations.js';
import { router } from '../core/router.js';
import { same } from '../core/same.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { checkboxes } from './editor-fields.js';
import { filled } from './editor-values.js';
import { faultsOf, idOf, lineField, nameFields } from './name-fields.js';

/** The version of what nobody has written yet. */
const NOTHING_YET = 0;
const WHOLE = ['representedBy'];

/** What the coordinator's own organisation says of itself, and who writes in its name. */
class OrganisationPage extends Page {
  static properties = {
    others: { state: true },
    version: { state: true },
    draft: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const heading = t('organisation.title');
    if (!session.is('coordinator') || !session.organization) {
      return html`<h1>${heading}</h1>
        <p>${t('organisation.none')}</p>`;
    }
    if (!this.draft) return this.renderWaiting(heading, () => this.#read());
    const form = {
      draft: this.draft,
      errors: faultsOf(this.saveProblem, WHOLE),
      change: (part) => {
        this.draft = { ...this.draft, ...part };
      },
    };
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${heading}</h1>
      <p>${t('organisation.intro')}</p>
      <form id="organisation-form" class="panel" novalidate @submit=${this.#save}>
        ${nameFields(form)}
        <div class="form-grid">
          ${countryField(form)}
          ${lineField(form, 'domain', { hint: t('organisation.domainHint'), optional: true })}
          ${lineField(form, 'website', { hint: t('organisation.websiteHint'), optional: true, type: 'url' })}
          ${lineField(form, 'contact', { optional: true, type: 'email' })}
        </div>
        ${this.#renderRepresentatives(form)}
        <yol-problem .problem=${this.saveProblem} .fieldOf=${(pointer) => idOf(pointer, WHOLE)}></yol-problem>
        <button type="submit" id="save-organisation" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving}>
          ${t('action.save')}
        </button>
      </form>`;
  }

  /** Chosen, not typed: an organisation that nobody knows writes for nobody. */
  #renderRepresentatives(form) {
    const known = new Map(this.others.map((other) => [other.id, nameOf(other)]));
    form.draft.representedBy.filter((id) => !known.has(id)).forEach((id) => known.set(id, id));
    if (!known.size) return nothing;
    return checkboxes(form, 'representedBy', [...known], {
      label: t('organisation.representedBy'),
      hint: t('organisation.representedByHint'),
    });
  }

  #read() {
    return this.load(async () => {
      const all = await providers();
      const own = all.find(({ id }) => id === session.organization);
      this.others = all.filter(({ id }) => id !== session.organization);
      this.#take(own);
    });
  }

  #take(provider) {
    this.version = provider?.version ?? NOTHING_YET;
    this.draft = draftOf(provider);
  }

  #save(event) {
    event.preventDefault();
    const path = `/api/providers/${encodeURIComponent(session.organization)}`;
    const body = request(this.draft);
    return this.save(async () => {
      const answer = await api.put(path, body, {
        version: this.version,
        heldNow: async () => {
          const held = await api.get(path);
          return same(request(draftOf(held.body)), body) ? held : null;
        },
      });
      forgetOwnOrganisation();
      this.#take(answer.body);
      announce(t('organisation.saved'));
      if (router.query.to === '/manage/new') router.go('/manage/new');
    });
  }
}

/** All that have said who they are. */
async function providers() {
  const all = [];
  let after;
  do {
    const { body } = await api.get(`/api/providers${query({ limit: 100, after })}`);
    all.push(...body.items);
    after = body.next;
  } while (after);
  return all;
}

function countryField({ draft, errors, change }) {
  const codes = [...new Set([...COUNTRIES, draft.country])];
  return field({
    id: 'country',
    label: t('organisation.country'),
    error: errors.country,
    control: ({ described, invalid }) =>
      html`<select
        id="country"
        aria-describedby=${described}
        aria-invalid=${invalid}
        @change=${(event) => change({ country: event.target.value })}
      >
        ${codes.map((code) => html`<option value=${code} .selected=${draft.country === code}>${country(code)}</option>`)}
      </select>`,
  });
}

function draftOf(provider) {
  const { en, ...names } = provider?.names ?? {};
  return {
    name: provider?.name ?? '',
    names,
    country: provider?.country ?? COUNTRIES[0],
    domain: provider?.domain ?? '',
    website: provider?.website ?? '',
    contact: provider?.contact ?? '',
    representedBy: provider?.representedBy ?? [],
  };
}

function request(draft) {
  const given = (text) => text.trim() || undefined;
  return {
    name: draft.name.trim(),
    names: filled(draft.names),
    country: draft.country,
    domain: given(draft.domain),
    website: given(draft.website),
    contact: given(draft.contact),
    representedBy: draft.representedBy,
  };
}

customElements.define('yol-organisation-page', OrganisationPage);
