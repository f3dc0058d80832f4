import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

/** Whom the student of an application has named, and how each reference stands: only to be read. */
class RefereeStates extends View {
  static properties = {
    application: { attribute: false },
    known: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Something has come of a reference. */
  async refresh() {
    try {
      const path = `/api/applications/${encodeURIComponent(this.application.id)}/references`;
      this.known = (await api.get(path, { quiet: true })).body;
      this.problem = null;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  render() {
    return html`<section class="panel" id="referee-states" aria-labelledby="referee-states-heading">
      <h2 id="referee-states-heading">${t('form.references')}</h2>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.known ? this.#renderKnown(this.known) : nothing}
    </section>`;
  }

  #renderKnown({ items }) {
    if (!items.length) return html`<p class="hint">${t('references.nobody')}</p>`;
    return html`<ul class="documents">
      ${items.map(
        ({ referee, state, unreachable }) =>
          html`<li class="document" data-testid="state-${referee.email}">
            <div>
              <strong>${referee.name}</strong>
              <span class="badge badge-${state === 'received' ? 'good' : 'quiet'}">${t(`references.states.${state}`)}</span>
              <p class="meta">${[referee.institution, referee.relation].join(' · ')}</p>
              ${unreachable ? html`<p class="field-error">${t('references.unreachable')}</p>` : nothing}
            </div>
          </li>`,
      )}
    </ul>`;
  }
}

customElements.define('yol-referee-states', RefereeStates);
