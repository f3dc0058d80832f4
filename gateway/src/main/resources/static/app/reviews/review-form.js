import { html } from 'lit';
import { field, placeName } from '../components/pieces.js';
import { placeById } from '../applications/application-facts.js';
import { api } from '../core/api.js';
import { score } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { holds } from '../core/same.js';
import { session } from '../core/session.js';
import { named, t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { weightedScore } from './weighted-score.js';

/** Scores by the rubric with the weighted result as it will count; what is typed survives a failed save. */
class ReviewForm extends Form {
  static properties = {
    application: { attribute: false },
    placeId: { attribute: false },
    typed: { state: true },
  };

  willUpdate() {
    if (this.typed) return;
    const own = this.#saved();
    this.typed = kept(session.account, this.#thing) ?? { scores: { ...own?.scores }, comment: own?.comment ?? '' };
  }

  render() {
    const { rubric = [] } = this.application;
    const result = weightedScore(rubric, this.typed.scores);
    return html`<section class="panel" aria-labelledby="review-${this.placeId}">
      <h2 id="review-${this.placeId}">${t('review.title')}</h2>
      <p>${placeName(placeById(this.application, this.placeId))}</p>
      <form data-testid="review-form" novalidate @submit=${this.#send}>
        <p>${t('review.intro')}</p>
        <div class="scores">${rubric.map((line) => this.#renderCriterion(line))}</div>
        <p class="total" role="status">
          <span>${t('review.weighted')}</span>
          <output data-testid="weighted-score">${result === null ? '–' : score(result)}</output>
          <meter min="0" max="100" value=${result ?? 0} aria-hidden="true"></meter>
        </p>
        ${field({
          id: `comment-${this.placeId}`,
          label: t('review.comment'),
          hint: t('review.commentHint'),
          error: this.#error('/comment'),
          control: ({ described, invalid }) =>
            html`<textarea
              id="comment-${this.placeId}"
              name="comment"
              rows="4"
              aria-describedby=${described}
              aria-invalid=${invalid}
              .value=${this.typed.comment}
              @input=${(event) => this.#type({ comment: event.target.value })}
            ></textarea>`,
        })}
        <yol-problem .problem=${this.saveProblem} .fieldOf=${(pointer) => this.#fieldOf(pointer)}></yol-problem>
        <button type="submit" aria-busy=${this.saving} ?disabled=${this.saving}>${t('review.save')}</button>
      </form>
    </section>`;
  }

  #renderCriterion({ criterion, weight }) {
    const id = this.#fieldOf(`/scores/${criterion}`);
    return field({
      id,
      label: named(this.application, 'criteria', criterion),
      hint: t('review.weight', { weight }),
      error: this.#error(`/scores/${criterion}`),
      control: ({ described, invalid }) =>
        html`<input
          type="number"
          id=${id}
          name=${criterion}
          min="0"
          max="10"
          step="1"
          inputmode="numeric"
          aria-describedby=${described}
          aria-invalid=${invalid}
          .value=${String(this.typed.scores[criterion] ?? '')}
          @input=${(event) => this.#score(criterion, event.target.value)}
        />`,
    });
  }

  #fieldOf(pointer) {
    const [, part, criterion] = pointer.split('/');
    return part === 'scores' ? `score-${this.placeId}-${criterion}` : `comment-${this.placeId}`;
  }

  #error(pointer) {
    return this.saveProblem?.errors?.find((error) => error.pointer === pointer)?.detail ?? null;
  }

  #score(criterion, text) {
    const { [criterion]: gone, ...rest } = this.typed.scores;
    this.#type({ scores: text === '' ? rest : { ...rest, [criterion]: Number(text) } });
  }

  #type(change) {
    this.typed = { ...this.typed, ...change };
    keep(session.account, this.#thing, this.typed);
  }

  async #send(event) {
    event.preventDefault();
    const missing = this.application.rubric.filter(
      ({ criterion }) => weightedScore([{ criterion, weight: 1 }], this.typed.scores) === null,
    );
    if (missing.length) {
      this.saveProblem = new Problem({
        title: t('review.incomplete'),
        errors: missing.map(({ criterion }) => ({ pointer: `/scores/${criterion}`, detail: t('review.between') })),
      });
      return;
    }
    const isDone = await this.save(async () => {
      const path = `/api/applications/${encodeURIComponent(this.application.id)}`;
      const { body } = await api.put(`${path}/reviews/${encodeURIComponent(this.placeId)}`, this.typed, {
        version: this.#saved()?.version ?? 0,
        heldNow: () => this.#heldNow(),
      });
      this.#keepSaved(body);
      forget(session.account, this.#thing);
      this.dispatchEvent(new CustomEvent('changed', { detail: { said: t('review.saved') } }));
    });
    if (!isDone && this.saveProblem.is('stale-version')) await this.#readAgain();
  }

  async #heldNow() {
    await this.#readAgain();
    return holds(this.#saved(), this.typed) ? { body: this.#saved() } : null;
  }

  /** Saved by the same reviewer in another window: the scores typed here stay, the next press counts. */
  async #readAgain() {
    const { body } = await api.get(`/api/applications/${encodeURIComponent(this.application.id)}`).catch(() => ({}));
    this.application = body ?? this.application;
  }

  #keepSaved(review) {
    const others = (this.application.reviews ?? []).filter(({ placeId }) => placeId !== this.placeId);
    this.application = { ...this.application, reviews: [...others, review] };
  }

  /** The reviewer's own, with the version it has: nobody else changes it. */
  #saved() {
    return this.application.reviews?.find(({ placeId }) => placeId === this.placeId);
  }

  get #thing() {
    return `review:${this.application.id}:${this.placeId}`;
  }
}

customElements.define('yol-review-form', ReviewForm);
