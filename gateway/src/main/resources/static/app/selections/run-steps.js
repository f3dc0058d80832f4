import { html, nothing } from 'lit';
import { loadMore } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { placeOf } from './selection-words.js';

const SOME = 50;

/** How it came to an outcome, proposal by proposal; read when it is opened. */
class RunSteps extends Page {
  static properties = {
    call: { attribute: false },
    selectionId: {},
    items: { state: true },
    total: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('selectionId')) this.items = null;
  }

  render() {
    return html`<details id="steps" @toggle=${({ target }) => target.open && !this.items && this.#more()}>
      <summary>${t('selection.steps.title')}</summary>
      <p>${t('selection.steps.intro')}</p>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items ? this.#renderItems() : nothing}
    </details>`;
  }

  #renderItems() {
    const { items, total } = this;
    return html`<p class="meta" role="status">${t('selection.steps.shown', { number: number(items.length), total: number(total) })}</p>
      <ol class="steps-taken">
        ${items.map(
          (step) => html`<li value=${step.number + 1} class=${step.held ? 'step-held' : 'step-refused'}>
            ${t(`selection.steps.${step.putOut ? 'putsOut' : step.held ? 'held' : 'refused'}`, {
              who: step.applicant.slice(0, 8),
              place: placeOf(this.call, step.place),
              out: step.putOut?.slice(0, 8),
            })}
          </li>`,
        )}
      </ol>
      ${loadMore(items.length < total, this.loading, () => this.#more())}`;
  }

  #more() {
    return this.load(async () => {
      const from = this.items?.length ?? 0;
      const asked = this.selectionId;
      const { body } = await api.get(`/api/selections/${encodeURIComponent(asked)}/steps${query({ from, limit: SOME })}`);
      if (asked !== this.selectionId) return;
      this.total = body.total;
      this.items = [...(this.items ?? []), ...body.items];
    });
  }
}

customElements.define('yol-run-steps', RunSteps);
