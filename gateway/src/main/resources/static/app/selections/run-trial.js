import { html, nothing } from 'lit';
import { partField } from '../manage/editor-fields.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { trialOf } from './run-facts.js';
import { capName, placeOf, seatName } from './selection-words.js';

/** Asks what would come out with other seats, reserves or caps. Fires `tried` with what was changed. */
class RunTrial extends Form {
  static properties = {
    call: { attribute: false },
    sending: { attribute: false },
    refused: { attribute: false },
    typed: { state: true },
  };

  constructor() {
    super();
    this.typed = { seats: {}, reserves: {}, caps: {} };
  }

  render() {
    const { call, typed } = this;
    return html`<form id="trial-form" novalidate @submit=${this.#send}>
      <p>${t('selection.trial.intro')}</p>
      <div class="form-grid">${call.places.map((place) => this.#renderPlace(place))}</div>
      ${
        Object.keys(call.caps ?? {}).length
          ? html`<fieldset class="numbers">
              <legend>${t('selection.trial.caps')}</legend>
              ${Object.entries(call.caps).map(([cap, now]) =>
                this.#number(`trial-cap-${cap}`, capName(call, cap), typed.caps[cap] ?? now, (text) => this.#type('caps', cap, text), `/trial/caps/${cap}`),
              )}
            </fieldset>`
          : nothing
      }
      <yol-problem .problem=${this.refused}></yol-problem>
      <button type="submit" id="try" class="secondary" aria-busy=${Boolean(this.sending)} ?disabled=${this.sending}>
        ${t('selection.trial.run')}
      </button>
    </form>`;
  }

  #renderPlace({ id, seats, reserves = {} }) {
    const { call, typed } = this;
    const change = (category) => (text) =>
      this.#type('reserves', id, { ...typed.reserves[id], [category]: text });
    return html`<fieldset class="numbers">
      <legend>${placeOf(call, id)}</legend>
      ${this.#number(`trial-seats-${id}`, t('selection.trial.seats'), typed.seats[id] ?? seats, (text) => this.#type('seats', id, text), `/trial/seats/${id}`)}
      ${(call.categories ?? []).map((category) =>
        this.#number(
          `trial-reserve-${id}-${category.id}`,
          seatName(call, category.id),
          typed.reserves[id]?.[category.id] ?? reserves[category.id] ?? 0,
          change(category.id),
          `/trial/reserves/${id}`,
        ),
      )}
    </fieldset>`;
  }

  #number(id, label, value, change, pointer) {
    const error = this.refused?.errors?.find((each) => each.pointer.startsWith(pointer))?.detail;
    return partField({ id, label, type: 'number', min: 0, max: 100_000, value: String(value), change, error });
  }

  #type(part, id, value) {
    this.typed = { ...this.typed, [part]: { ...this.typed[part], [id]: value } };
  }

  #send(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('tried', { detail: trialOf(this.call, this.typed) }));
  }
}

customElements.define('yol-run-trial', RunTrial);
