import { html } from 'lit';
import { announce } from '../components/toasts.js';
import { LANGUAGES, t, texts } from '../core/texts.js';
import { Page } from '../core/view.js';
import { changePreferences, loadPreferences } from './preferences.js';

class PreferencesPage extends Page {
  static properties = { preferences: { state: true }, language: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    texts.addEventListener('change', this.#followHeader);
    this.#read();
  }

  render() {
    const heading = t('preferences.title');
    if (!this.preferences) return this.renderWaiting(heading, () => this.#read());
    return html`<h1>${heading}</h1>
      <form id="preferences" class="panel narrow" @submit=${this.#save}>
        <label for="language">${t('preferences.language')}</label>
        <select
          id="language"
          name="language"
          aria-describedby="language-hint"
          @change=${(event) => (this.language = event.target.value)}
        >
          ${Object.entries(LANGUAGES).map(
            ([code, name]) =>
              html` <option value=${code} lang=${code} .selected=${code === this.language}>
                ${name}
              </option>`,
          )}
        </select>
        <small id="language-hint">${t('preferences.languageHint')}</small>
        <label class="switch"
          ><input type="checkbox" role="switch" id="email" name="email" .checked=${this.preferences.email} />
          ${t('preferences.email')}</label
        >
        <small>${t('preferences.emailHint')}</small>
        <p id="address">
          ${this.preferences.address ? t('preferences.address', this.preferences) : t('preferences.noAddress')}
          <a href=${`/account?ui_locales=${texts.language}`}>${t('preferences.account')}</a>
        </p>
        <yol-problem .problem=${this.saveProblem}></yol-problem>
        <button type="submit" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving}>${t('action.save')}</button>
      </form>`;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    texts.removeEventListener('change', this.#followHeader);
  }

  #read() {
    return this.load(async () => {
      this.preferences = await loadPreferences();
      this.language = this.preferences.language;
    });
  }

  /** The language can be chosen in the header too: the form then means that one. */
  #followHeader = () => (this.language = texts.language);

  #save(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    return this.save(async () => {
      const change = { language: form.get('language'), email: form.has('email') };
      await changePreferences(change);
      this.preferences = change;
      await texts.use(change.language);
      announce(t('preferences.saved'));
    });
  }
}

customElements.define('yol-preferences-page', PreferencesPage);
