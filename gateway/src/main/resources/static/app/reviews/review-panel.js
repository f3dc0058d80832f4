import { html, nothing } from 'lit';
import { placeName } from '../components/pieces.js';
import { placeById } from '../applications/application-facts.js';
import { dateTime, number, score } from '../core/format.js';
import { session } from '../core/session.js';
import { named, t } from '../core/texts.js';
import { View } from '../core/view.js';
import './review-form.js';

/** A form for each place of the reviewer's university which this student has ranked. */
class ReviewPanel extends View {
  static properties = { application: { attribute: false } };

  render() {
    const own = (this.application.choices ?? []).filter(
      (id) => placeById(this.application, id)?.host?.id === session.organization,
    );
    return html`${own.map(
      (placeId) =>
        html`<yol-review-form
          .application=${this.application}
          .placeId=${placeId}
          @changed=${this.#passOn}
        ></yol-review-form>`,
    )}`;
  }

  #passOn(event) {
    event.stopPropagation();
    this.dispatchEvent(new CustomEvent('changed', { detail: event.detail }));
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
