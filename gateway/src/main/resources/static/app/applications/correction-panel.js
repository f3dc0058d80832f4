import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { api } from '../core/api.js';
import { now } from '../core/clock.js';
import { dateTime } from '../core/format.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { answersRead, callEnd, choicesRead, documentsRead } from './application-facts.js';
import { written } from './written.js';

/** What is handed in, and wrong: how to correct it, that it is being corrected, or why it is not any more. */
class CorrectionPanel extends Form {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
  };

  render() {
    const { correction, actions } = this.application;
    if (actions.includes('correct')) return this.#renderBegin();
    if (correction && actions.includes('edit')) return this.#renderUnderway();
    if (correction) return this.#renderUnsent();
    const mightWantTo = this.application.state === 'under-review' && new Date(this.application.closes) > now();
    return mightWantTo ? html`<p class="hint" id="review-begun">${t('correction.reviewBegun')}</p>` : nothing;
  }

  #renderBegin() {
    const asked = this.application.state === 'returned';
    return html`<section class="panel no-print" id="correction" aria-labelledby="correction-heading">
      <h2 id="correction-heading">${t('correction.title')}</h2>
      <p>${t(asked ? 'returned.text' : 'correction.text')}</p>
      ${asked ? nothing : html`<p>${callEnd(this.application)}</p>`}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      <button
        type="button"
        id="begin-correction"
        class=${asked ? '' : 'secondary outline'}
        aria-busy=${this.saving === 'begin'}
        ?disabled=${this.saving}
        @click=${this.#begin}
      >
        ${t('correction.begin')}
      </button>
    </section>`;
  }

  #renderUnderway() {
    return html`<section class="notice notice-warning" id="correction" aria-labelledby="correction-heading">
      <h2 id="correction-heading">${t('correction.underway')}</h2>
      <p>${t('correction.stands', { time: this.#stands })}</p>
      ${this.#renderDiscard()}
    </section>`;
  }

  #renderUnsent() {
    const kept = written(this.application);
    return html`<section class="notice notice-warning no-print" id="correction" aria-labelledby="correction-heading">
      <h2 id="correction-heading">${t('correction.unsentTitle')}</h2>
      <details>
        <summary>${t('correction.unsentText', { time: this.#stands })}</summary>
        <div id="unsent-correction" class="within">
          ${choicesRead(kept, 'kept-')} ${documentsRead(kept, 'kept-')} ${answersRead(kept, 'kept-')}
        </div>
      </details>
      ${this.#renderDiscard()}
    </section>`;
  }

  #renderDiscard() {
    return html`<yol-problem .problem=${this.saveProblem}></yol-problem>
      <button
        type="button"
        id="discard-correction"
        class="secondary outline"
        aria-busy=${this.saving === 'discard'}
        ?disabled=${this.saving}
        @click=${this.#discard}
      >
        ${t('correction.discard')}
      </button>`;
  }

  get #stands() {
    return dateTime(this.application.receipt.at);
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}`;
  }

  #begin() {
    return this.save(async () => {
      await api.post(`${this.#path}/correction`, {}, { version: this.version });
      this.dispatchEvent(new CustomEvent('changed', { detail: {} }));
    }, 'begin');
  }

  /** Also what is typed and not saved yet is thrown away: `discarding` says so to whoever keeps it. */
  async #discard() {
    const agreed = await confirmed({
      title: t('correction.discardTitle'),
      text: t('correction.discardText'),
      action: t('correction.discard'),
      danger: true,
    });
    if (!agreed) return;
    await this.save(async () => {
      this.dispatchEvent(new CustomEvent('discarding', { bubbles: true }));
      const { version } = await api.get(this.#path);
      await api.delete(`${this.#path}/correction`, { version });
      this.dispatchEvent(new CustomEvent('changed', { detail: { said: t('correction.discarded') } }));
    }, 'discard');
  }
}

customElements.define('yol-correction', CorrectionPanel);
