import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { deadline, placeName } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { placeById } from './application-facts.js';

/** An offered place: answer it, or see what was answered. */
class OfferPanel extends View {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
    busy: { state: true },
    problem: { state: true },
  };

  render() {
    const { offer, zone, actions } = this.application;
    const place = placeName(placeById(this.application, offer.placeId));
    return html`<section class="panel offer" id="offer" aria-labelledby="offer-heading">
      <h2 id="offer-heading">${t('offer.title')}</h2>
      <p class="offer-place">${place}</p>
      ${
        offer.answer
          ? html`<p>${t(`offer.${offer.answer}`, { time: dateTime(offer.answeredAt) })}</p>`
          : html`<p>${deadline(offer.answerBy, zone, { label: t('offer.answerBy') })}</p>`
      }
      <yol-problem .problem=${this.problem}></yol-problem>
      ${
        actions?.includes('answer-offer')
          ? html`<div class="buttons">
              <button
                type="button"
                id="accept-offer"
                ?disabled=${this.busy}
                aria-busy=${this.busy === 'accepted'}
                @click=${() => this.#answer('accepted', place)}
              >
                ${t('offer.accept')}
              </button>
              <button
                type="button"
                id="decline-offer"
                class="secondary outline"
                ?disabled=${this.busy}
                aria-busy=${this.busy === 'declined'}
                @click=${() => this.#answer('declined', place)}
              >
                ${t('offer.decline')}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  async #answer(answer, place) {
    const agreed = await confirmed({
      title: t(`offer.${answer}Title`),
      text: t(`offer.${answer}Text`, { place }),
      action: t(answer === 'accepted' ? 'offer.accept' : 'offer.decline'),
      danger: answer === 'declined',
    });
    if (!agreed) return;
    this.busy = answer;
    this.problem = null;
    try {
      await api.post(
        `/api/applications/${encodeURIComponent(this.application.id)}/offer/answer`,
        { answer },
        { version: this.version },
      );
      this.dispatchEvent(new CustomEvent('changed', { detail: {} }));
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.busy = null;
    }
  }
}

customElements.define('yol-offer', OfferPanel);
