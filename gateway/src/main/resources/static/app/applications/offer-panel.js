import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { deadline } from '../components/pieces.js';
import { now } from '../core/clock.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { placeRead, reasonRead } from './application-facts.js';

/** An offered place: answer it, or see what was answered. */
class OfferPanel extends Form {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
  };

  render() {
    const { offer, state, actions } = this.application;
    const place = placeRead(this.application, offer.placeId, offer.placeName);
    return html`<section class="panel offer" id="offer" aria-labelledby="offer-heading">
      <h2 id="offer-heading">${t(session.is('student') && state === 'offered' ? 'offer.title' : 'offer.titleRead')}</h2>
      <p class="offer-place">${place}</p>
      <p>${this.#outcome()}</p>
      ${reasonRead(this.application)}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      ${
        actions?.includes('answer-offer')
          ? html`<div class="buttons">
              <button
                type="button"
                id="accept-offer"
                ?disabled=${this.saving}
                aria-busy=${this.saving === 'accepted'}
                @click=${() => this.#answer('accepted', place)}
              >
                ${t('offer.accept')}
              </button>
              <button
                type="button"
                id="decline-offer"
                class="secondary outline"
                ?disabled=${this.saving}
                aria-busy=${this.saving === 'declined'}
                @click=${() => this.#answer('declined', place)}
              >
                ${t('offer.decline')}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  /** The answer, or until when there may be one, or that it is too late for one. */
  #outcome() {
    const { offer, state, zone } = this.application;
    if (offer.answer) return t(`offer.${offer.answer}`, { time: dateTime(offer.answeredAt) });
    if (state === 'expired' || new Date(offer.answerBy) < now()) {
      return t('offer.expired', { time: dateTime(offer.answerBy, zone) });
    }
    return deadline(offer.answerBy, zone, { label: t('offer.answerBy') });
  }

  async #answer(answer, place) {
    const agreed = await confirmed({
      title: t(`offer.${answer}Title`),
      text: t(`offer.${answer}Text`, { place }),
      action: t(answer === 'accepted' ? 'offer.accept' : 'offer.decline'),
      danger: answer === 'declined',
    });
    if (!agreed) return;
    await this.save(async () => {
      await api.post(
        `/api/applications/${encodeURIComponent(this.application.id)}/offer/answer`,
        { answer },
        { version: this.version },
      );
      this.dispatchEvent(new CustomEvent('changed', { detail: {} }));
    }, answer);
  }
}

customElements.define('yol-offer', OfferPanel);
