import { html } from 'lit';
import { field } from '../components/pieces.js';
import { LEVELS } from '../core/domain.js';
import { t, word } from '../core/texts.js';
import './host-picker.js';
import { blankPlace } from './call-draft.js';

/** Universities with a level and a number of seats each. */
export function placesSection(form) {
  const { draft, change } = form;
  return html`<section class="panel" aria-labelledby="places-heading">
    <h2 id="places-heading">${t('editor.places')}</h2>
    <p>${t('editor.placesIntro')}</p>
    ${draft.places.map((place, index) => placeRow(form, place, index))}
    <button
      type="button"
      class="secondary outline"
      id="add-place"
      @click=${() => change({ places: [...draft.places, blankPlace()] })}
    >
      ${t('editor.addPlace')}
    </button>
  </section>`;
}

function placeRow({ draft, errors, change }, place, index) {
  const id = `places-${index}`;
  const set = (part) =>
    change({ places: draft.places.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  return html`<fieldset class="place-row">
    <legend>${t('editor.placeNumber', { number: index + 1 })}</legend>
    <yol-host-picker
      .fieldId=${`${id}-hostId`}
      .host=${place.host}
      .text=${place.hostText}
      .error=${errors[`${id}-hostId`]}
      @picked=${({ detail }) => set(detail)}
    ></yol-host-picker>
    ${field({
      id: `${id}-level`,
      label: t('editor.level'),
      error: errors[`${id}-level`],
      control: ({ described, invalid }) =>
        html` <select
          id="${id}-level"
          aria-describedby=${described}
          aria-invalid=${invalid}
          @change=${(event) => set({ level: event.target.value })}
        >
          ${LEVELS.map((level) => html`<option value=${level} .selected=${place.level === level}>${word('level', level)}</option>`)}
        </select>`,
    })}
    ${field({
      id: `${id}-seats`,
      label: t('editor.seats'),
      error: errors[`${id}-seats`],
      control: ({ described, invalid }) =>
        html` <input
          id="${id}-seats"
          type="number"
          min="1"
          inputmode="numeric"
          .value=${place.seats}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${(event) => set({ seats: event.target.value })}
        />`,
    })}
    <button
      type="button"
      class="icon-button"
      id="${id}-remove"
      aria-label=${t('editor.removePlace', { number: index + 1 })}
      ?disabled=${draft.places.length === 1}
      @click=${() => change({ places: draft.places.filter((_, at) => at !== index) })}
    >
      ×
    </button>
  </fieldset>`;
}
