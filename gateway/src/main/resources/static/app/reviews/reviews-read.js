import { html, nothing } from 'lit';
import { placeById } from '../applications/application-facts.js';
import { labelledSelect } from '../components/labelled-select.js';
import { paragraphs, placeName } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime, number, score } from '../core/format.js';
import { session } from '../core/session.js';
import { named, t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { panelPath } from '../panels/panel-address.js';

const ASKED = ['assigned', 'begun'];
const BADGES = { done: 'badge-good', conflict: 'badge-bad' };

/**
 * The reviews as coordinators and auditors read them. Coordinators ask somebody else for one that is not done, and for
 * a further one. Tells `changed` with what is to be said of it.
 */
class ReviewsRead extends Form {
  static properties = {
    application: { attribute: false },
    /** The panel, read when somebody else is to be asked. */
    panel: { state: true },
    other: { state: true },
  };

  render() {
    const shown = this.application.reviews.filter(({ state }) => state !== 'released');
    return html`<section class="panel" aria-labelledby="reviews-heading">
      <h2 id="reviews-heading">${t('review.all')}</h2>
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      ${shown.map((review) => this.#renderReview(review))}
      ${session.is('coordinator') ? this.#renderFurther(shown) : nothing}
    </section>`;
  }

  #renderReview(review) {
    const { placeId, reviewer, state, at, assignedAt, comment, forStudent, conflict } = review;
    return html`<article class="review" data-reviewer=${reviewer}>
      <h3>${this.#name(reviewer)}</h3>
      <p class="meta">
        ${placeName(placeById(this.application, placeId))} · ${dateTime(at ?? assignedAt)}
        <span class="badge ${BADGES[state] ?? ''}">${state === 'conflict' ? t('panel.declaredReason') : t(`reviews.state.${state}`)}</span>
      </p>
      ${isThere(review.score) ? html`<p>${t('review.scoreIs', { score: score(review.score) })}</p>` : nothing}
      ${state === 'conflict' ? nothing : this.#renderScores(review.scores ?? {})}
      ${paragraphs(state === 'conflict' ? conflict : comment)}
      ${forStudent ? html`<h4>${t('review.forStudent')}</h4>${paragraphs(forStudent)}` : nothing}
      ${session.is('coordinator') && ASKED.includes(state) ? this.#renderOther(review) : nothing}
    </article>`;
  }

  #renderScores(scores) {
    const label = (criterion) => named(this.application, 'criteria', criterion);
    return html`<dl class="fact-list">
      ${Object.entries(scores).map(
        ([criterion, value]) =>
          html` <div>
            <dt>${label(criterion)}</dt>
            <dd><meter min="0" max="10" value=${value} aria-label=${label(criterion)}></meter> ${number(value)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderOther(review) {
    const { placeId, reviewer } = review;
    const id = `other-${placeId}-${reviewer}`;
    return html`<details class="ask-other" @toggle=${(event) => event.target.open && this.#readPanel()}>
      <summary>${t('panel.askOther')}</summary>
      ${labelledSelect({
        id,
        label: t('panel.askWhom'),
        options: this.#candidates(placeId),
        value: this.other?.[id] ?? '',
        blank: t('panel.anybody'),
        change: (account) => (this.other = { ...this.other, [id]: account }),
      })}
      <button
        type="button"
        class="secondary"
        aria-busy=${this.saving === id}
        ?disabled=${this.saving}
        @click=${() => this.#reassign(review, this.other?.[id] || null, id)}
      >
        ${t('panel.askOther')}
      </button>
    </details>`;
  }

  /** At each place where somebody has scored: who differs is judged by one more. */
  #renderFurther(shown) {
    const places = this.application.choices.filter((id) => shown.some(({ placeId, state }) => placeId === id && state === 'done'));
    return html`${places.map(
      (placeId) =>
        html`<p>
          <button
            type="button"
            class="secondary outline ask-further"
            aria-busy=${this.saving === placeId}
            ?disabled=${this.saving}
            @click=${() => this.#further(placeId)}
          >
            ${t('panel.askFurther')}${places.length > 1 ? `: ${placeName(placeById(this.application, placeId))}` : nothing}
          </button>
        </p>`,
    )}`;
  }

  /** Those on the panel of the place who are not asked already. */
  #candidates(placeId) {
    const place = this.panel?.places.find((each) => each.place.id === placeId);
    const asked = this.application.reviews.filter((review) => review.placeId === placeId && review.state !== 'released');
    return (place?.candidates ?? [])
      .filter(({ id }) => place.reviewers.includes(id) && !asked.some(({ reviewer }) => reviewer === id))
      .map(({ id, name }) => [id, name]);
  }

  #name(reviewer) {
    return this.application.reviewers?.[reviewer] ?? reviewer;
  }

  /** Without it whoever has least to do can be asked all the same. */
  async #readPanel() {
    this.panel ??= (await api.get(this.#path(), { quiet: true }).catch(() => ({}))).body;
  }

  async #reassign({ placeId, reviewer }, to, name) {
    let assigned = null;
    const request = { applicationId: this.application.id, placeId, reviewer, ...(to ? { to } : {}) };
    const isDone = await this.save(async () => {
      assigned = (await api.post(this.#path('/reassignment'), request)).body.assigned;
    }, name);
    if (isDone) this.#tell(assigned ? t('panel.askedOther', { reviewer: await this.#nameOf(assigned.reviewer) }) : t('panel.askedNobody'));
  }

  async #further(placeId) {
    let reviewer = '';
    const request = { applicationId: this.application.id, placeId };
    const isDone = await this.save(async () => {
      reviewer = (await api.post(this.#path('/further-review'), request)).body.reviewer;
    }, placeId);
    if (isDone) this.#tell(t('panel.further', { reviewer: await this.#nameOf(reviewer) }));
  }

  async #nameOf(reviewer) {
    await this.#readPanel();
    const candidates = this.panel?.places.flatMap((place) => place.candidates) ?? [];
    return candidates.find(({ id }) => id === reviewer)?.name ?? this.#name(reviewer);
  }

  #path(part) {
    return panelPath(this.application.callId, part);
  }

  #tell(said) {
    this.dispatchEvent(new CustomEvent('changed', { detail: { said } }));
  }
}

function isThere(value) {
  return value !== null && value !== undefined;
}

customElements.define('yol-reviews-read', ReviewsRead);
