import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { placeName } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { placeById } from '../applications/application-facts.js';
import { dateTime, number, score } from '../core/format.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { named, t } from '../core/texts.js';
import { View } from '../core/view.js';
import './review-form.js';
import { findNeighbour, reviewAddress, reviewable, STANDS } from './review-queue.js';

/** What a reviewer says of an application at each place of their university that they are asked for. */
class ReviewPanel extends View {
  static properties = { application: { attribute: false }, placeId: {} };

  render() {
    const own = reviewable(this.application, session.organization, this.placeId);
    return html`${repeat(
      own,
      ({ placeId }) => placeId,
      ({ placeId, state }, index) =>
        STANDS.includes(state)
          ? html`<yol-review-form
              .application=${this.application}
              .placeId=${placeId}
              .keyed=${index === 0}
              @step=${this.#step}
            ></yol-review-form>`
          : html`<section class="panel">
              <h2>${t('review.title')}</h2>
              <p>${placeName(placeById(this.application, placeId))}</p>
              <p class="notice">${t(state === 'conflict' ? 'reviews.conflictDeclared' : 'reviews.notAsked')}</p>
            </section>`,
    )}`;
  }

  refresh() {
    this.querySelectorAll('yol-review-form').forEach((form) => form.refresh()?.catch(() => {}));
  }

  async #step({ detail: { steps, placeId, said, leaving } }) {
    const row = { applicationId: this.application.id, placeId };
    const next = await findNeighbour(row, steps, session.account).catch(() => null);
    if (said) announce(said);
    if (next) router.go(reviewAddress(next));
    else if (leaving) router.go('/reviews');
    else announce(t('reviews.nothingLeft'));
  }
}

/** The reviews as coordinators and auditors read them. */
class ReviewsRead extends View {
  static properties = { application: { attribute: false } };

  render() {
    return html`<section class="panel" aria-labelledby="reviews-heading">
      <h2 id="reviews-heading">${t('review.all')}</h2>
      ${this.application.reviews.map(
        (review) =>
          html`<article class="review">
            <h3>${placeName(placeById(this.application, review.placeId))}</h3>
            <p class="meta">${review.reviewer?.name ?? review.reviewer ?? nothing} · ${dateTime(review.at)}</p>
            <p>${t('review.scoreIs', { score: score(review.score) })}</p>
            <dl class="fact-list">
              ${Object.entries(review.scores ?? {}).map(
                ([criterion, value]) =>
                  html` <div>
                    <dt>${named(this.application, 'criteria', criterion)}</dt>
                    <dd>
                      <meter min="0" max="10" value=${value} aria-label=${named(this.application, 'criteria', criterion)}></meter>
                      ${number(value)}
                    </dd>
                  </div>`,
              )}
            </dl>
            ${review.comment ? html`<p class="prose">${review.comment}</p>` : nothing}
          </article>`,
      )}
    </section>`;
  }
}

customElements.define('yol-review', ReviewPanel);
customElements.define('yol-reviews-read', ReviewsRead);
