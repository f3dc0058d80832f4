import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { LONGEST_SEARCH } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

const TYPING_PAUSE = 250;

/** Finds a university by its name, or adds one nobody has added yet. Fires `picked` with `{host, hostText}`. */
class HostPicker extends View {
  static properties = {
    fieldId: { attribute: false },
    host: { attribute: false },
    text: { attribute: false },
    error: { attribute: false },
    found: { state: true },
    searched: { state: true },
    problem: { state: true },
    adding: { state: true },
  };

  #timer = null;

  constructor() {
    super();
    this.found = [];
  }

  render() {
    const { fieldId, host, text } = this;
    const unknown = !host && text && this.searched === text;
    return html` ${field({
        id: fieldId,
        label: t('editor.host'),
        error: this.error,
        hint: host ? t('editor.hostKnown') : t('editor.hostHint'),
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
              ${this.found.map(({ name }) => html`<option value=${name}></option>`)}
            </datalist>`,
      })}
      ${unknown ? this.#renderAdd(text) : nothing}
      <yol-problem .problem=${this.problem}></yol-problem>`;
  }

  #renderAdd(text) {
    return html`<div class="add-line" role="group" aria-label=${t('editor.hostUnknown', { name: text })}>
      <p>${t('editor.hostUnknown', { name: text })}</p>
      <div>
        <label for="${this.fieldId}-country">${t('editor.hostCountry')}</label>
        <select id="${this.fieldId}-country">
          ${[...COUNTRIES].reverse().map((code) => html`<option value=${code}>${country(code)}</option>`)}
        </select>
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

  #typed(text) {
    this.#pick({ host: named(this.found, text), hostText: text });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(text), TYPING_PAUSE);
  }

  async #search(text) {
    clearTimeout(this.#timer);
    this.problem = null;
    try {
      const { body } = await api.get(`/api/hosts${query({ text: text.trim() })}`);
      if (text !== this.text) return;
      this.found = body.items;
      this.searched = text;
      const host = named(body.items, text);
      if (host && host.id !== this.host?.id) this.#pick({ host, hostText: text });
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  async #add() {
    this.adding = true;
    this.problem = null;
    try {
      const code = this.querySelector(`[id="${this.fieldId}-country"]`).value;
      const { body } = await api.post('/api/hosts', { name: this.text.trim(), country: code });
      this.#pick({ host: body, hostText: body.name });
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.adding = false;
    }
  }

  #pick(choice) {
    this.dispatchEvent(new CustomEvent('picked', { detail: choice }));
  }
}

function named(hosts, text) {
  const wanted = text.trim().toLowerCase();
  return hosts.find(({ name }) => name.toLowerCase() === wanted) ?? null;
}

customElements.define('yol-host-picker', HostPicker);
