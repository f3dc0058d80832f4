import { html, nothing } from 'lit';
import { labelledSelect } from '../components/labelled-select.js';
import { loadMore } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api, query } from '../core/api.js';
import { shortDateTime } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { panelPath } from './panel-address.js';
import { applicationLink } from './panel-words.js';

const STATES = ['flagged', 'confirmed', 'dismissed'];

/** Reviewers who have a student's family name and university, for a person to decide. Tells `decided`. */
class PanelConflicts extends Page {
  static properties = {
    callId: {},
    state: { state: true },
    items: { state: true },
    next: { state: true },
  };

  constructor() {
    super();
    this.state = STATES[0];
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Reads them again. */
  refresh() {
    return this.#read('');
  }

  render() {
    return html`<p>${t('panel.conflictsIntro')}</p>
      ${labelledSelect({
        id: 'conflict-state',
        label: t('panel.conflictState'),
        options: STATES.map((state) => [state, t(`panel.conflictStates.${state}`)]),
        value: this.state,
        change: (state) => this.#choose(state),
      })}
      <yol-problem .problem=${this.problem ?? this.saveProblem}></yol-problem>
      ${this.items?.length === 0 ? html`<p class="meta" id="no-conflicts">${t(`panel.noConflicts.${this.state}`)}</p>` : nothing}
      ${
        this.items?.length
          ? html`<ul class="rows" id="conflicts">
              ${this.items.map((conflict) => this.#renderRow(conflict))}
            </ul>`
          : nothing
      }
      ${loadMore(this.next, this.loading, () => this.#read(this.next))}`;
  }

  #renderRow(conflict) {
    const { applicationId, reviewer, reviewerName, at } = conflict;
    const decide = (isConflict, label) => html`<button
      type="button"
      class="secondary outline"
      data-decides=${isConflict ? 'confirmed' : 'dismissed'}
      ?disabled=${this.saving}
      @click=${() => this.#decide(conflict, isConflict)}
    >
      ${label}
    </button>`;
    return html`<li class="row" data-id="${applicationId}/${reviewer}">
      <div>
        <h3>${reviewerName ?? reviewer} · ${applicationLink(this.callId, conflict)}</h3>
        <p class="meta">${t('panel.sameNames')} · ${shortDateTime(at)}</p>
      </div>
      ${
        session.is('coordinator')
          ? html`<div class="buttons">
              ${this.state === 'confirmed' ? nothing : decide(true, t('panel.isConflict'))}
              ${this.state === 'dismissed' ? nothing : decide(false, t('panel.isNone'))}
            </div>`
          : nothing
      }
    </li>`;
  }

  #choose(state) {
    this.state = state;
    this.items = null;
    return this.refresh();
  }

  async #decide({ applicationId, reviewer }, conflict) {
    const isDone = await this.save(() => api.post(panelPath(this.callId, '/conflicts'), { applicationId, reviewer, conflict }));
    if (!isDone) return;
    announce(t(conflict ? 'panel.conflictConfirmed' : 'panel.conflictDismissed'));
    await this.refresh();
    this.dispatchEvent(new CustomEvent('decided'));
  }

  #read(after) {
    const { state } = this;
    return this.load(async () => {
      const { body } = await api.get(panelPath(this.callId, `/conflicts${query({ state, after })}`));
      if (state !== this.state) return;
      this.items = after ? [...this.items, ...body.items] : body.items;
      this.next = body.next;
      if (state === STATES[0]) this.dispatchEvent(new CustomEvent('flagged', { detail: this.items.length }));
    });
  }
}

customElements.define('yol-panel-conflicts', PanelConflicts);
