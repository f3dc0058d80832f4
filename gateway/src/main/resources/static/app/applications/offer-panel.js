import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { deadline } from '../components/pieces.js';
import { now } from '../core/clock.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';
import { placeRead, reasonRead } from './application-facts.js';
import { isKept } from './kept-places.js';
import { otherPlaces } from './other-places.js';

/** What says that the offer is no longer as this page shows it. */
const OVERTAKEN = ['offer-expired', 'state-conflict', 'stale-version'];

/** An offered place: answer it, or see what was answered. Whoever holds another place is asked which to keep. */
class OfferPanel extends Form {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
    others: { state: true },
    choosing: { state: true },
    givingUp: { state: true },
  };

  constructor() {
    super();
    this.others = [];
    this.givingUp = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#readOthers();
  }

  /** Answered in another window meanwhile, there is nothing to choose any more. */
  willUpdate() {
    if (!this.#isOpen) this.choosing = false;
  }

  render() {
    const { offer, state } = this.application;
    const place = this.#place;
    return html`<section class="panel offer" id="offer" aria-labelledby="offer-heading">
      <h2 id="offer-heading">${t(session.is('student') && state === 'offered' ? 'offer.title' : 'offer.titleRead')}</h2>
      <p class="offer-place">${place}</p>
      <p>${this.#outcome()}</p>
      ${this.#isOpen ? html`<p class="meta" id="offer-then">${t('offer.then')}</p>` : nothing}
      ${offer.answer === 'accepted' || !session.is('student') ? nothing : this.#renderOthers()}
      ${reasonRead(this.application)}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      ${this.#isOpen ? (this.choosing ? this.#renderChoice(place) : this.#renderButtons(place)) : nothing}
    </section>`;
  }

  get #isOpen() {
    return Boolean(this.application.actions?.includes('answer-offer'));
  }

  get #place() {
    const { offer } = this.application;
    return placeRead(this.application, offer.placeId, offer.placeName);
  }

  /** That there are others is said before anything is pressed. */
  #renderOthers() {
    if (!this.#isOpen || !this.others.length || this.choosing) return nothing;
    const isExcluded = this.others.some(({ excluded }) => excluded);
    return html`<div class="notice ${isExcluded ? 'notice-warning' : ''}" id="other-places">
      <p>${t(isExcluded ? 'offer.othersExcluded' : 'offer.othersKept', { count: this.others.length })}</p>
      <ul>
        ${otherPlaces(this.others)}
      </ul>
    </div>`;
  }

  #renderButtons(place) {
    return html`<div class="buttons">
      ${this.#button('accept-offer', 'accepted', t('offer.accept'), () => this.#accept(place))}
      ${this.#button('decline-offer', 'declined', t('offer.decline'), () => this.#decline(place), 'secondary outline')}
    </div>`;
  }

  #button(id, answer, words, press, style = '') {
    return html`<button
      type="button"
      id=${id}
      class=${style}
      ?disabled=${this.saving}
      aria-busy=${this.saving === answer}
      @click=${press}
    >
      ${words}
    </button>`;
  }

  /** Which to keep, and in so many words what is given up. */
  #renderChoice(place) {
    const givenUp = this.others.filter((other) => !isKept(other, this.givingUp));
    const isTakenUp = givenUp.some(({ state }) => state === 'awarded');
    return html`<fieldset class="choosing" id="choosing" tabindex="-1">
      <legend>${t('offer.choose')}</legend>
      <p>${t('offer.chooseText', { place })}</p>
      <ul>
        ${otherPlaces(this.others, {
          givingUp: this.givingUp,
          change: (givingUp) => (this.givingUp = givingUp),
        })}
      </ul>
      ${isTakenUp ? html`<p class="notice notice-warning" id="taken-up">${t('offer.takenUp')}</p>` : nothing}
      ${
        givenUp.length && !isTakenUp
          ? html`<p class="notice notice-warning" id="given-up">
              ${t('offer.givesUp', { count: givenUp.length })}
            </p>`
          : nothing
      }
      <div class="buttons">
        ${
          isTakenUp
            ? nothing
            : this.#button(
                'keep-this',
                'accepted',
                t(givenUp.length ? 'offer.keepThis' : 'offer.keepAll', { count: givenUp.length }),
                () => this.#answer('accepted', givenUp.map(({ applicationId }) => applicationId)),
              )
        }
        ${this.#button('keep-others', 'later', t('offer.keepOthers'), () => (this.choosing = false), 'secondary outline')}
      </div>
    </fieldset>`;
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

  async #readOthers() {
    if (!session.is('student') || !this.#isOpen) return;
    this.others = await api.get(`${this.#address}/others`, BACKGROUND).then(
      ({ body }) => body.places,
      () => [],
    );
  }

  get #address() {
    return `/api/applications/${encodeURIComponent(this.application.id)}/offer`;
  }

  async #accept(place) {
    if (this.others.length) return this.#choose();
    const agreed = await confirmed({
      title: t('offer.acceptedTitle'),
      text: t('offer.acceptedText', { place }),
      action: t('offer.accept'),
    });
    if (agreed) await this.#answer('accepted', []);
  }

  async #decline(place) {
    const agreed = await confirmed({
      title: t('offer.declinedTitle'),
      text: t('offer.declinedText', { place }),
      action: t('offer.decline'),
      danger: true,
    });
    if (agreed) await this.#answer('declined');
  }

  async #choose() {
    this.choosing = true;
    await this.updateComplete;
    const choice = this.querySelector('#choosing');
    choice?.focus();
    choice?.scrollIntoView({ block: 'nearest' });
  }

  async #answer(answer, givesUp) {
    let problem = null;
    const isDone = await this.save(
      () =>
        api.post(`${this.#address}/answer`, { answer, givesUp }, { version: this.version }).catch((thrown) => {
          problem = thrown;
          throw thrown;
        }),
      answer,
    );
    if (isDone) return this.dispatchEvent(new CustomEvent('changed', { detail: {} }));
    if (problem.is('place-held-elsewhere') || problem.is('place-taken-up')) {
      // Offered or accepted since this page was read.
      await this.#readOthers();
      return this.#choose();
    }
    // What was answered in another window, or by the clock, is shown below the word that says so.
    if (OVERTAKEN.some((name) => problem.is(name))) this.dispatchEvent(new CustomEvent('overtaken'));
  }
}

customElements.define('yol-offer', OfferPanel);
