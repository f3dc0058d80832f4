import { html, nothing } from 'lit';
import { placeName } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime, number } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';
import { panelPath } from './panel-address.js';
import { applicationLink, grouped } from './panel-words.js';

const PAUSE = 1_000;
/** Of those that have the same in their way, so many are named. */
const NAMED = 20;

/** Has the reviews of a call assigned, shows how far that is, and what is in its way. Tells `assigned` once it is done. */
class PanelAssignment extends Form {
  static properties = {
    call: { attribute: false },
    panel: { attribute: false },
    assignment: { attribute: false },
    /** How many flags nobody has decided on; null while that is not known. */
    flagged: { attribute: false },
    rebalance: { state: true },
  };

  #timer = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  updated() {
    if (this.assignment.state === 'running' && !this.#timer) this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  render() {
    const { assignment, panel } = this;
    const isRunning = assignment.state === 'running';
    return html`<p>${t('panel.assignIntro', { count: panel.reviews, number: number(panel.reviews) })}</p>
      ${session.is('coordinator') ? this.#renderBegin(isRunning) : nothing}
      <div role="status">${isRunning ? this.#renderRunning() : nothing}</div>
      ${assignment.state === 'finished' ? this.#renderFinished() : nothing}`;
  }

  #renderBegin(isRunning) {
    return html`<yol-problem .problem=${this.saveProblem}></yol-problem>
      ${this.panel.set ? nothing : html`<p class="notice">${t('panel.chooseFirst')}</p>`}
      <p>
        <label
          ><input type="checkbox" id="panel-rebalance" .checked=${Boolean(this.rebalance)} @change=${(event) => (this.rebalance = event.target.checked)} />
          ${t('panel.rebalance')}</label
        >
      </p>
      <p>
        <button type="button" id="panel-assign" aria-busy=${this.saving === true} ?disabled=${this.saving || isRunning || !this.panel.set} @click=${this.#ask}>
          ${t('panel.assign')}
        </button>
      </p>`;
  }

  #renderRunning() {
    const { done, all } = this.assignment;
    return html`<p id="panel-assigning">
      <progress max=${all || 1} value=${all ? done : nothing} aria-label=${t('panel.assigning')}></progress>
      ${t('panel.assigning')} ${all ? t('selection.of', { value: number(done), of: number(all) }) : nothing}
    </p>`;
  }

  #renderFinished() {
    const { done, finishedAt, lacking, excluded } = this.assignment;
    return html`<p id="panel-assigned">
        <strong>${t('panel.assigned', { count: done, number: number(done) })}</strong>
        <span class="meta">${dateTime(finishedAt)}</span>
      </p>
      ${lacking ? this.#renderLacking() : nothing} ${excluded ? this.#renderExclusions() : nothing}`;
  }

  #renderLacking() {
    const { lacking, problems } = this.assignment;
    return html`<div class="notice notice-warning" id="panel-lacking">
      <p><strong>${t('panel.lacking', { count: lacking, number: number(lacking) })}</strong></p>
      <p>${t('panel.lackingNext')} ${this.flagged ? html`<a href="#conflicts-heading">${t('panel.lackingFlagged', { count: this.flagged, number: number(this.flagged) })}</a>` : nothing}</p>
      ${grouped(problems, ({ placeId }) => placeId).map(
        ([placeId, rows]) =>
          html`<h3>${this.#placeName(placeId)}</h3>
            <ul>
              ${rows.slice(0, NAMED).map(
                (problem) =>
                  html`<li>
                    ${applicationLink(this.call.id, problem)}
                    <span class="meta">${t('panel.missing', { count: problem.missing, number: number(problem.missing) })}</span>
                  </li>`,
              )}
              ${rows.length > NAMED ? html`<li class="meta">${t('panel.more', { count: rows.length - NAMED, number: number(rows.length - NAMED) })}</li>` : nothing}
            </ul>`,
      )}
    </div>`;
  }

  #renderExclusions() {
    const { excluded, exclusions } = this.assignment;
    return html`<details id="panel-excluded">
      <summary>${t('panel.excluded', { count: excluded, number: number(excluded) })}</summary>
      <p class="meta">${t('panel.excludedText')}</p>
      ${grouped(exclusions, ({ reviewer }) => reviewer).map(
        ([reviewer, rows]) =>
          html`<h3>${rows[0].reviewerName ?? reviewer}</h3>
            <ul>
              ${rows.slice(0, NAMED).map(
                (row) => html`<li>${applicationLink(this.call.id, row)} <span class="meta">${t(`panel.why.${row.why}`)}</span></li>`,
              )}
              ${rows.length > NAMED ? html`<li class="meta">${t('panel.more', { count: rows.length - NAMED, number: number(rows.length - NAMED) })}</li>` : nothing}
            </ul>`,
      )}
    </details>`;
  }

  #placeName(placeId) {
    return placeName(this.panel.places.find(({ place }) => place.id === placeId)?.place);
  }

  #ask() {
    return this.save(async () => {
      const request = { rebalance: Boolean(this.rebalance) };
      // Each press is an assignment of its own: what was assigned before may not be enough now.
      const { body } = await api.post(panelPath(this.call.id, '/assignment'), request, { key: crypto.randomUUID() });
      this.#take(body);
    });
  }

  async #look() {
    this.#timer = null;
    if (!this.isConnected) return;
    try {
      const { body } = await api.get(panelPath(this.call.id, '/assignment'), BACKGROUND);
      this.#take(body);
    } catch {
      // It goes on by itself; the next look may be answered.
      this.requestUpdate();
    }
  }

  #take(assignment) {
    this.assignment = assignment;
    this.requestUpdate();
    if (assignment.state === 'finished') this.dispatchEvent(new CustomEvent('assigned', { detail: assignment }));
  }
}

customElements.define('yol-panel-assignment', PanelAssignment);
