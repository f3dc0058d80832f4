import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { labelledSelect } from '../components/labelled-select.js';
import { field } from '../components/pieces.js';
import { api } from '../core/api.js';
import { OUTCOMES } from '../core/domain.js';
import { now } from '../core/clock.js';
import { clockName, number, withOffset } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Form } from '../core/view.js';
import { partField } from './editor-fields.js';
import { refusals, rowByRow } from './row-by-row.js';
import { placeRead } from './table-columns.js';

const BLANK = { outcome: '', placeId: '', reason: '', answerBy: '' };
/** Of those that were refused for the same reason, so many are named. */
const NAMED = 20;

/**
 * Decides on the applications that are chosen, publishes what is decided on them, or says that their places are taken
 * up; says row by row what became of it.
 * Tells `clear`, `choose` with ids, and `done` with the results.
 */
class SeveralDecisions extends Form {
  static properties = {
    call: { attribute: false },
    selection: { attribute: false },
    typed: { state: true },
    results: { state: true },
    total: { state: true },
    was: { state: true },
    did: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.typed = { ...BLANK, ...kept(session.account, this.#thing) };
  }

  render() {
    const count = this.selection.size;
    if (!count && !this.results) return nothing;
    return html`<section class="bulk-bar" aria-label=${t('several.title')}>
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      ${this.results ? this.#renderResults() : nothing} ${count ? this.#renderForm(count) : nothing}
    </section>`;
  }

  #renderForm(count) {
    const { outcome, placeId, reason, answerBy } = this.typed;
    const accepted = this.#accepted.size;
    return html`<form id="several-form" @submit=${this.#decide}>
      <p class="bulk-count">
        <strong role="status" id="several-chosen">${t('several.chosen', { count, number: number(count) })}</strong>
        <button type="button" class="link-button" id="several-clear" @click=${() => this.#tell('clear')}>
          ${t('several.clear')}
        </button>
      </p>
      ${labelledSelect({
        id: 'several-outcome',
        label: t('decision.outcome'),
        options: OUTCOMES.map((each) => [each, word('state', each)]),
        value: outcome,
        blank: t('form.choose'),
        change: (chosen) => this.#type({ outcome: chosen }),
      })}
      ${
        outcome === 'selected'
          ? labelledSelect({
              id: 'several-place',
              label: t('decision.place'),
              options: (this.call.places ?? []).map(({ id }) => [id, placeRead(id, this.call)]),
              value: placeId,
              blank: t('form.choose'),
              change: (chosen) => this.#type({ placeId: chosen }),
            })
          : nothing
      }
      ${field({
        id: 'several-reason',
        label: t('decision.reason'),
        text: reason,
        most: 2000,
        control: ({ described, invalid }) =>
          html`<textarea
            id="several-reason"
            rows="1"
            .value=${reason}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => this.#type({ reason: event.target.value })}
          ></textarea>`,
      })}
      ${partField({
        id: 'several-answer-by',
        label: t('selection.publish.answerBy'),
        hint: t('selection.publish.answerByHint', { zone: clockName(now(), this.call.zone) }),
        optional: true,
        type: 'datetime-local',
        value: answerBy,
        change: (value) => this.#type({ answerBy: value }),
      })}
      <div class="buttons">
        <button type="submit" id="several-decide" aria-busy=${this.saving === 'decide'} ?disabled=${this.saving || !this.#isWhole}>
          ${t('several.decide')}
        </button>
        <button
          type="button"
          class="secondary"
          id="several-publish"
          aria-busy=${this.saving === 'publish'}
          ?disabled=${this.saving}
          @click=${this.#publish}
        >
          ${t('several.publish')}
        </button>
        ${
          accepted
            ? html`<button
                type="button"
                class="secondary"
                id="several-award"
                aria-busy=${this.saving === 'award'}
                ?disabled=${this.saving}
                @click=${this.#award}
              >
                ${t('several.award')} (${number(accepted)})
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }

  #renderResults() {
    const done = this.results.filter(({ status }) => status === 'done').length;
    const refused = refusals(this.results);
    return html`<div class="bulk-results" id="several-results">
      <p role="status">
        ${this.saving ? html`<progress max=${this.total} value=${this.results.length}></progress>` : nothing}
        <strong>${t('several.done', { count: done, number: number(done) })}</strong>
        ${refused.length ? html` · ${t('several.refused', { count: this.results.length - done, number: number(this.results.length - done) })}` : nothing}
      </p>
      <ul>
        ${refused.map(
          ({ detail, rows }) =>
            html`<li>
              ${detail}
              <span class="meta"
                >${rows.slice(0, NAMED).map(
                  ({ applicationId }, index) =>
                    html`${index ? ', ' : ''}<a href="/manage/calls/${this.call.id}/applications/${applicationId}"
                        >${this.was.get(applicationId)?.name || applicationId}</a
                      >`,
                )}${rows.length > NAMED ? ` … +${number(rows.length - NAMED)}` : ''}</span
              >
            </li>`,
        )}
      </ul>
      ${
        this.saving
          ? nothing
          : html`<div class="buttons">
              ${
                refused.length
                  ? html`<button type="button" class="secondary outline" id="several-again" @click=${this.#chooseRefused}>
                      ${t('several.chooseRefused')}
                    </button>`
                  : nothing
              }
              <button type="button" class="secondary outline" id="several-close" @click=${() => (this.results = null)}>
                ${t('several.close')}
              </button>
            </div>`
      }
    </div>`;
  }

  get #isWhole() {
    const { outcome, placeId, reason } = this.typed;
    return Boolean(outcome && reason.trim() && (outcome !== 'selected' || placeId));
  }

  get #accepted() {
    return new Map([...this.selection].filter(([, { state }]) => state === 'accepted'));
  }

  get #thing() {
    return `several-decisions:${this.call.id}`;
  }

  #type(change) {
    this.typed = { ...this.typed, ...change };
    keep(session.account, this.#thing, this.typed);
  }

  async #decide(event) {
    event.preventDefault();
    if (!this.#isWhole || this.saving) return;
    const { outcome, placeId, reason } = this.typed;
    const decision = { outcome, reason, ...(outcome === 'selected' ? { placeId } : {}) };
    const whole = await this.#each('decide', '/api/applications/decisions', (rows) => ({
      decisions: rows.map(({ id, version }) => ({ applicationId: id, version, ...decision })),
    }));
    if (!whole || this.results.some(({ status }) => status === 'refused')) return;
    forget(session.account, this.#thing);
    this.typed = BLANK;
  }

  async #publish() {
    const count = this.selection.size;
    const agreed = await confirmed({
      title: t('several.confirmTitle'),
      text: t('several.confirmText', { count, number: number(count) }),
      action: t('several.publish'),
    });
    if (!agreed) return;
    const { answerBy } = this.typed;
    await this.#each('publish', '/api/applications/decisions/publication', (rows) => ({
      applications: rows.map(({ id, version }) => ({ applicationId: id, version })),
      ...(answerBy ? { answerBy: withOffset(answerBy, this.call.zone) } : {}),
    }));
  }

  async #award() {
    const accepted = this.#accepted;
    const agreed = await confirmed({
      title: t('several.confirmAward'),
      text: t('several.confirmAwardText', { count: accepted.size, number: number(accepted.size) }),
      action: t('several.award'),
    });
    if (!agreed) return;
    await this.#each('award', '/api/awards/bulk', (rows) => ({ applications: rows.map(({ id }) => id), step: 'award' }), accepted);
  }

  async #each(name, path, request, some = this.selection) {
    this.was = some;
    this.did = name;
    this.total = some.size;
    this.results = [];
    const whole = await this.save(
      () =>
        rowByRow(
          [...this.was.values()],
          async (rows) => (await api.post(path, request(rows))).body.results,
          (results) => (this.results = results),
        ),
      name,
    );
    // Versions of applications are none of their decisions.
    this.#tell('done', name === 'award' ? this.results.map((result) => ({ ...result, version: null })) : this.results);
    return whole;
  }

  #chooseRefused() {
    const refused = this.results.filter(({ status, version }) => status === 'refused' && version !== null);
    this.#tell(
      'choose',
      refused.map(({ applicationId, version }) => ({
        ...this.was.get(applicationId),
        ...(this.did === 'award' ? {} : { version }),
      })),
    );
    this.results = null;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('yol-several-decisions', SeveralDecisions);
