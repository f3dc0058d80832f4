import { html } from 'lit';
import { api } from '../core/api.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { callEnd } from './application-facts.js';

/** A withdrawn application becomes a draft again, with what was written in it, while its call is open. */
class StartAgain extends View {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
    busy: { state: true },
    problem: { state: true },
  };

  render() {
    return html`<section class="panel" aria-labelledby="start-again-heading">
      <h2 id="start-again-heading">${t('startAgain.title')}</h2>
      <p>${t('startAgain.text')}</p>
      <p>${callEnd(this.application)}</p>
      <yol-problem .problem=${this.problem}></yol-problem>
      <button
        type="button"
        id="start-again"
        aria-busy=${Boolean(this.busy)}
        ?disabled=${this.busy}
        @click=${this.#startAgain}
      >
        ${t('startAgain.button')}
      </button>
    </section>`;
  }

  async #startAgain() {
    this.busy = true;
    this.problem = null;
    try {
      const path = `/api/applications/${encodeURIComponent(this.application.id)}/restart`;
      await api.post(path, {}, { version: this.version });
      this.dispatchEvent(new CustomEvent('changed', { detail: { said: t('startAgain.done') } }));
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('yol-start-again', StartAgain);
