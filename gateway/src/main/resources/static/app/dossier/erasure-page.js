import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { forgetAll } from '../core/kept.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';

const LOOK_AGAIN = 5_000;

/** A page of its own: beside an open dossier, that would be begun anew while it is erased. */
class ErasurePage extends Page {
  static properties = { erasure: { state: true } };

  #next = null;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#next);
  }

  render() {
    if (!this.erasure) return this.renderWaiting(t('erasure.title'), () => this.#read());
    return html`<h1>${t('erasure.title')}</h1>
      ${this.#state()}
      <section class="panel narrow" id="erasure">
        <h2>${t('erasure.atOnce')}</h2>
        <p>${t('erasure.atOnceText')}</p>
        <h2>${t('erasure.stays')}</h2>
        <p>${t('erasure.staysText')}</p>
        <p>${t('erasure.why')}</p>
        <p>
          <strong>${t('erasure.forGood')}</strong>
          <a href="/profile#own-data">${t('erasure.downloadFirst')}</a>
        </p>
        <form novalidate @submit=${this.#erase}>
          ${field({
            id: 'confirmation',
            label: t('erasure.confirmation'),
            hint: this.erasure.name,
            error: this.saveProblem?.errors?.[0]?.detail,
            control: ({ described, invalid }) =>
              html`<input
                id="confirmation"
                name="confirmation"
                autocomplete="off"
                spellcheck="false"
                required
                aria-describedby=${described}
                aria-invalid=${invalid}
              />`,
          })}
          <yol-problem .problem=${this.saveProblem?.errors?.length ? null : this.saveProblem}></yol-problem>
          <button type="submit" class="danger" id="erase" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving}>
            ${t('erasure.button')}
          </button>
        </form>
      </section>`;
  }

  #state() {
    const { askedAt, erasedAt } = this.erasure;
    if (!askedAt) return nothing;
    if (!erasedAt) return html`<p class="notice notice-warning" role="status" id="erasure-state">${t('erasure.underWay')}</p>`;
    return html`<div class="notice notice-good" role="status" id="erasure-state">
      <p><strong>${t('erasure.done', { time: dateTime(erasedAt) })}</strong></p>
      <p>${t('erasure.doneText')}</p>
      <p>
        <button type="button" class="secondary outline" id="erased-sign-out" @click=${() => session.signOut()}>
          ${t('session.signOut')}
        </button>
      </p>
    </div>`;
  }

  #read() {
    return this.load(async () => {
      await this.#look();
    });
  }

  async #look() {
    clearTimeout(this.#next);
    const { body } = await api.get('/api/profile/erasure');
    this.#take(body);
  }

  #take(erasure) {
    this.erasure = erasure;
    const underWay = erasure.askedAt && !erasure.erasedAt;
    if (underWay && this.isConnected) this.#next = setTimeout(() => this.#look().catch(() => {}), LOOK_AGAIN);
  }

  async #erase(event) {
    event.preventDefault();
    const form = event.target;
    const done = await this.save(async () => {
      const { body } = await api.post('/api/profile/erasure', { confirmation: form.elements.confirmation.value });
      // What this device keeps of the reader as well.
      forgetAll();
      this.#take(body);
    });
    if (!done) return;
    form.reset();
    window.scrollTo(0, 0);
  }
}

customElements.define('yol-erasure-page', ErasurePage);
