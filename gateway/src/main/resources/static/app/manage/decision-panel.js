import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { applicantName, field, stateBadge } from '../components/pieces.js';
import { groundsRead, placeRead } from '../applications/application-facts.js';
import { api } from '../core/api.js';
import { OUTCOMES } from '../core/domain.js';
import { dateTime, score } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { holds } from '../core/same.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { View } from '../core/view.js';

/** The coordinator's decision: written down first, told to the student when published. */
class DecisionPanel extends View {
  static properties = {
    application: { attribute: false },
    typed: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    if (!this.typed) {
      const { outcome, placeId, reason } = this.application.decision ?? {};
      this.typed = kept(session.account, this.#thing) ?? {
        outcome: outcome ?? '',
        placeId: placeId ?? '',
        reason: reason ?? '',
      };
    }
    if (changed.has('application') && !this.typed.placeId && this.application.choices?.length === 1) {
      this.typed = { ...this.typed, placeId: this.application.choices[0] };
    }
  }

  render() {
    const { decision } = this.application;
    return html`<section class="panel" id="decision" aria-labelledby="decision-heading">
      <h2 id="decision-heading">${t('decision.title')}</h2>
      ${decision ? this.#renderDecision(decision) : nothing}
      <yol-problem .problem=${this.problem} .fieldOf=${fieldOf}></yol-problem>
      ${this.#may('publish-decision') ? this.#renderPublish() : nothing}
      ${this.#may('decide') ? this.#renderForm() : nothing}
    </section>`;
  }

  #renderDecision(decision) {
    return html`${decision.outcome ? this.#renderStanding(decision) : html`<p>${t('decision.none')}</p>`}
    ${decision.waiting ? html`<p class="notice notice-warning" id="decision-waiting">${t('decision.waiting')}</p>` : nothing}`;
  }

  #renderStanding({ outcome, placeId, at, published }) {
    return html`<p>${stateBadge(outcome)} ${placeId ? placeRead(this.application, placeId) : nothing}</p>
      ${groundsRead(this.application, this.application.decision)}
      <p class="meta">${dateTime(at)} · ${t(published ? 'decision.published' : 'decision.unpublished')}</p>`;
  }

  #renderPublish() {
    return html`<div class="publish-line">
      <button
        type="button"
        id="publish-decision"
        aria-busy=${this.busy === 'publish'}
        ?disabled=${this.busy}
        @click=${this.#publish}
      >
        ${t('decision.publish')}
      </button>
    </div>`;
  }

  #renderForm() {
    const { outcome, placeId, reason } = this.typed;
    return html`<form id="decision-form" @submit=${this.#save}>
      <fieldset>
        <legend>${t('decision.outcome')}</legend>
        ${OUTCOMES.map(
          (each) =>
            html`<label class="radio"
              ><input
                type="radio"
                name="outcome"
                id="outcome-${each}"
                value=${each}
                required
                .checked=${outcome === each}
                @change=${() => this.#type({ outcome: each })}
              />
              ${word('state', each)}</label
            >`,
        )}
      </fieldset>
      ${
        outcome !== 'selected'
          ? nothing
          : field({
              id: 'decision-place',
              label: t('decision.place'),
              error: this.#error('/placeId'),
              control: ({ described, invalid }) =>
                html`<select
                  id="decision-place"
                  name="placeId"
                  required
                  aria-describedby=${described}
                  aria-invalid=${invalid}
                  @change=${(event) => this.#type({ placeId: event.target.value })}
                >
                  <option value="" .selected=${!placeId}>${t('form.choose')}</option>
                  ${this.application.choices?.map(
                    (id, index) =>
                      html`<option value=${id} .selected=${placeId === id}>${this.#placeOption(id, index)}</option>`,
                  )}
                </select>`,
            })
      }
      ${field({
        id: 'decision-reason',
        label: t('decision.reason'),
        hint: t('decision.reasonHint'),
        error: this.#error('/reason'),
        control: ({ described, invalid }) =>
          html`<textarea
            id="decision-reason"
            name="reason"
            rows="3"
            required
            .value=${reason}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => this.#type({ reason: event.target.value })}
          ></textarea>`,
      })}
      <button
        type="submit"
        class=${this.#may('publish-decision') ? 'secondary' : ''}
        id="save-decision"
        aria-busy=${this.busy === 'save'}
        ?disabled=${this.busy}
      >
        ${t('decision.save')}
      </button>
      ${kept(session.account, this.#thing) ? html`<p class="meta" id="decision-unsaved">${t('decision.unsaved')}</p>` : nothing}
    </form>`;
  }

  #placeOption(id, index) {
    const place = placeRead(this.application, id);
    const points = this.application.scores?.[id];
    return points === undefined
      ? t('decision.choice', { rank: index + 1, place })
      : t('decision.choiceScored', { rank: index + 1, place, score: score(points) });
  }

  #may(action) {
    return this.application.actions?.includes(action);
  }

  #type(change) {
    this.typed = { ...this.typed, ...change };
    keep(session.account, this.#thing, this.typed);
  }

  get #thing() {
    return `decision:${this.application.id}`;
  }

  #error(pointer) {
    return this.problem?.errors?.find((error) => error.pointer === pointer)?.detail ?? null;
  }

  #save(event) {
    event.preventDefault();
    const { outcome, placeId, reason } = this.typed;
    const decision = outcome === 'selected' ? { outcome, placeId, reason } : { outcome, reason };
    return this.#attempt('save', t('decision.saved'), async () => {
      const answer = await api.put(`${this.#path}/decision`, decision, {
        version: this.#version,
        heldNow: () => this.#heldNow(decision),
      });
      forget(session.account, this.#thing);
      return answer;
    });
  }

  async #publish() {
    const agreed = await confirmed({
      title: t('decision.confirmTitle'),
      action: t('decision.publish'),
      text: t('decision.confirmText', {
        student: applicantName(this.application.student),
        outcome: word('state', this.application.decision.outcome),
      }),
    });
    if (!agreed) return;
    await this.#attempt('publish', t('decision.publishedNow'), () =>
      api.post(`${this.#path}/decision/publication`, {}, { version: this.#version }),
    );
  }

  async #attempt(name, said, work) {
    this.busy = name;
    this.problem = null;
    try {
      const { body } = await work();
      this.application = { ...this.application, decision: body };
      this.dispatchEvent(new CustomEvent('changed', { detail: { said } }));
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      if (this.problem.status === 409 || this.problem.status === 412) await this.#readAgain();
    } finally {
      this.busy = null;
    }
  }

  async #heldNow(sent) {
    await this.#readAgain();
    const { decision } = this.application;
    return holds(decision, sent) ? { body: decision } : null;
  }

  /** Somebody else was faster, or took the last seat: what is typed stays, what is true now is shown. */
  async #readAgain() {
    const { body } = await api.get(this.#path).catch(() => ({}));
    this.application = body ?? this.application;
  }

  /** Of the decision, which has one of its own: 0 before the first. */
  get #version() {
    return this.application.decision?.version ?? 0;
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}`;
  }
}

function fieldOf(pointer) {
  return { '/outcome': 'outcome-selected', '/placeId': 'decision-place', '/reason': 'decision-reason' }[pointer];
}

customElements.define('yol-decision', DecisionPanel);
