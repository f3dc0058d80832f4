import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { placeName } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { placeById } from '../applications/application-facts.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import './review-form.js';
import { findNeighbour, nextToDo, reviewAddress, reviewable, STANDS } from './review-queue.js';

/** What a reviewer says of an application at each place of their university that they are asked for. */
class ReviewPanel extends View {
  static properties = {
    application: { attribute: false },
    placeId: {},
    /** Whether they are asked, or everybody of the university may. */
    may: { type: Boolean },
  };

  render() {
    const own = reviewable(this.application, session.organization, this.placeId);
    return html`${repeat(
      own,
      ({ placeId }) => placeId,
      ({ placeId, state }, index) =>
        this.may && STANDS.includes(state)
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
    const next = await (leaving ? nextToDo(row, session.account) : findNeighbour(row, steps, session.account)).catch(() => null);
    if (said) announce(said);
    if (next) router.go(reviewAddress(next));
    else if (leaving) router.go('/reviews');
    else announce(t('reviews.nothingLeft'));
  }
}

customElements.define('yol-review', ReviewPanel);
