import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { LONGEST_SEARCH } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { isCalled, nameOf } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { t, texts } from '../core/texts.js';
import { View } from '../core/view.js';

const TYPING_PAUSE = 250;
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CYRILLIC = ['ru', 'kk', 'ky', 'tg'];
const LATIN = /^[\p{Script=Latin}\u02B9-\u02BF\P{L}]*$/u;

/**
 * Finds a university by any of its names, or adds one nobody has added yet, when it is none of those that look like it.
 * Fires `picked` with `{host, hostText}`.
 */
class HostPicker extends View {
  static properties = {
    fieldId: { attribute: false },
    host: { attribute: false },
    text: { attribute: false },
    error: { attribute: false },
    found: { state: true },
    candidates: { state: true },
    searched: { state: true },
    problem: { state: true },
    adding: { state: true },
    another: { state: true },
  };

  #timer = null;

  constructor() {
    super();
    this.found = [];
    this.candidates = [];
  }

  render() {
    const { fieldId, host, text } = this;
    const unknown = !host && text?.trim() && this.searched === text;
    return html` ${field({
        id: fieldId,
        label: t('editor.host'),
        error: this.error,
        hint: host ? (host.id === 'any' ? undefined : this.#renderKnown(host)) : t('editor.hostHint'),
        control: ({ described, invalid }) =>
          html`<input
              id=${fieldId}
              list="${fieldId}-list"
              maxlength=${LONGEST_SEARCH}
              autocomplete="off"
              .value=${text ?? ''}
              aria-describedby=${described}
              aria-invalid=${invalid}
              @input=${(event) => this.#typed(event.target.value)}
              @change=${(event) => this.#search(event.target.value)}
            />
            <datalist id="${fieldId}-list">
              ${this.found.map((each) => html`<option value=${nameOf(each)}>${country(each.country)}</option>`)}
            </datalist>`,
      })}
      ${unknown ? html`${this.#renderCandidates()}${this.#renderAdd(text)}` : nothing}
      <yol-problem .problem=${this.problem}></yol-problem>`;
  }

  #renderKnown({ id, country: code }) {
    return html`${t('editor.hostKnown')}${code ? html` · ${country(code)}` : nothing} ·
      <a href="/manage/hosts/${id}">${t('organisation.editHost')}</a> ·
      <button type="button" class="link-button" id="${this.fieldId}-another" @click=${this.#notThisOne}>
        ${t('organisation.anotherOne')}
      </button>`;
  }

  #renderCandidates() {
    if (!this.candidates.length) return nothing;
    return html`<div role="group" aria-label=${t('organisation.oneOfThese')} class="candidates">
      <p>${t('organisation.oneOfThese')}</p>
      ${this.candidates.map(
        (host, index) =>
          html`<button
            type="button"
            class="secondary outline"
            id="${this.fieldId}-candidate-${index}"
            @click=${() => this.#choose(host)}
          >
            ${nameOf(host)} · ${country(host.country)}
          </button>`,
      )}
    </div>`;
  }

  #renderAdd(text) {
    const asked = this.candidates.length ? t('organisation.noneOfThese') : t('editor.hostUnknown', { name: text });
    return html`<div class="add-line" role="group" aria-label=${asked}>
      <p>${asked}</p>
      ${
        LATIN.test(text)
          ? nothing
          : html`<div>
              <label for="${this.fieldId}-latin">${t('organisation.name')}</label>
              <input id="${this.fieldId}-latin" maxlength=${LONGEST_SEARCH} autocomplete="off" />
            </div>`
      }
      <div>
        <label for="${this.fieldId}-country">${t('editor.hostCountry')}</label>
        <select id="${this.fieldId}-country">
          ${[...COUNTRIES].reverse().map((code) => html`<option value=${code}>${country(code)}</option>`)}
        </select>
      </div>
      <div>
        <label for="${this.fieldId}-domain"
          >${t('organisation.domain')} <span class="optional">${t('field.optional')}</span></label
        >
        <input id="${this.fieldId}-domain" inputmode="url" autocapitalize="none" spellcheck="false" />
      </div>
      <button
        type="button"
        class="secondary"
        id="${this.fieldId}-add"
        aria-busy=${Boolean(this.adding)}
        ?disabled=${this.adding}
        @click=${this.#add}
      >
        ${t('editor.hostAdd')}
      </button>
    </div>`;
  }

  /** There may be two of one name, in two countries as a rule. */
  #notThisOne() {
    this.another = true;
    this.#pick({ host: null, hostText: this.text });
    this.#search(this.text);
  }

  #typed(text) {
    this.another = false;
    this.#pick({ host: theOneCalled(this.found, text), hostText: text });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(text), TYPING_PAUSE);
  }

  async #search(text) {
    clearTimeout(this.#timer);
    this.problem = null;
    try {
      const name = text.trim();
      const { body } = await api.get(`/api/hosts${query({ text: name })}`);
      const host = this.another ? null : theOneCalled(body.items, text);
      const candidates =
        host || !name ? [] : (await api.get(`/api/hosts/candidates${query({ name })}`)).body.items;
      if (text !== this.text) return;
      this.found = body.items;
      this.candidates = candidates;
      this.searched = text;
      if (host && host.id !== this.host?.id) this.#pick({ host, hostText: text });
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  async #add() {
    this.adding = true;
    this.problem = null;
    try {
      this.#choose((await api.post('/api/hosts', this.#request())).body);
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.candidates = [...this.candidates, ...this.problem.candidates];
    } finally {
      this.adding = false;
    }
  }

  #request() {
    const typed = this.text.trim();
    const value = (name) => this.querySelector(`[id="${this.fieldId}-${name}"]`)?.value.trim();
    const latin = value('latin');
    const domain = value('domain');
    return {
      name: latin ?? typed,
      names: latin === undefined ? undefined : { [languageOf(typed)]: typed },
      country: value('country'),
      domains: domain ? [domain] : undefined,
      distinctFrom: this.candidates.map(({ id }) => id),
    };
  }

  #choose(host) {
    this.another = false;
    this.#pick({ host, hostText: nameOf(host) });
  }

  #pick(choice) {
    this.dispatchEvent(new CustomEvent('picked', { detail: choice }));
  }
}

/** The language of a name that is not in Latin letters, as its script and the language of the page let expect. */
function languageOf(name) {
  if (JAPANESE.test(name)) return 'ja';
  return CYRILLIC.includes(texts.language) ? texts.language : 'ru';
}

/** Nobody is guessed where two are called the same. */
function theOneCalled(hosts, text) {
  const called = hosts.filter((host) => isCalled(host, text));
  return called.length === 1 ? called[0] : null;
}

customElements.define('yol-host-picker', HostPicker);
