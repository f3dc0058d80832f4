import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { LEVELS } from '../core/domain.js';
import { t, word } from '../core/texts.js';
import { ANY_HOST, blankPlace } from './call-draft.js';
import { addLine, isWrongIn, optionalPart, partField, removeButton } from './editor-fields.js';
import './host-picker.js';
import { shown } from './own-words.js';
import { capsOf, groupOf, reservedFor, withCap } from './particulars-draft.js';

/** Universities with a level and a number of seats each, and how many seats there are at most. */
export function placesSection(form) {
  const { draft, change } = form;
  return html`<section class="panel" aria-labelledby="places-heading">
    <h2 id="places-heading">${t('editor.places')}</h2>
    <p>${t('editor.placesIntro')}</p>
    <datalist id="groups">${groupsOf(draft).map((group) => html`<option value=${shown(draft.names, 'cap', group)}></option>`)}</datalist>
    ${draft.places.map((place, index) => placeRow(form, place, index))}
    <button
      type="button"
      class="secondary outline"
      id="add-place"
      @click=${() => change({ places: [...draft.places, blankPlace()] })}
    >
      ${t('editor.addPlace')}
    </button>
    ${limits(form)}
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
    ${partField({
      id: `${id}-seats`,
      label: t('editor.seats'),
      type: 'number',
      min: 1,
      value: place.seats,
      change: (seats) => set({ seats }),
      error: errors[`${id}-seats`],
    })}
    ${removeButton({
      id: `${id}-remove`,
      label: t('editor.removePlace', { number: index + 1 }),
      disabled: draft.places.length === 1,
      press: () => change({ places: draft.places.filter((_, at) => at !== index) }),
    })}
    <div class="place-more">
      ${
        place.host
          ? nothing
          : html`<button
              type="button"
              class="link-button"
              id="${id}-any"
              @click=${() => set({ host: ANY_HOST, hostText: t('place.anyHost') })}
            >
              ${t('place.anyHost')}
            </button>`
      }
      ${reserves({ draft, errors }, place, id, set)} ${groupField({ draft, errors, change }, place, index)}
    </div>
  </fieldset>`;
}

/** Seats that are kept for members of each category. */
function reserves({ draft, errors }, place, id, set) {
  const categories = reservedFor(draft, place);
  const error = errors[`${id}-reserves`];
  if (!categories.length && !error) return nothing;
  return html`<fieldset class="numbers" id="${id}-reserves" tabindex="-1" aria-describedby=${error ? `${id}-reserves-error` : nothing}>
    <legend>${t('editor.reserves')}</legend>
    ${categories.map((category) =>
      partField({
        id: `${id}-reserves-${category}`,
        label: shown(draft.names, 'category', category),
        type: 'number',
        min: 1,
        value: place.reserves?.[category],
        change: (seats) => set({ reserves: { ...place.reserves, [category]: seats } }),
        error: errors[`${id}-reserves-${category}`],
      }),
    )}
    ${error ? html`<small class="field-error" id="${id}-reserves-error">${error}</small>` : nothing}
  </fieldset>`;
}

/** Typed in words, told by its keyword once they are typed: until then every letter would be another group. */
function groupField({ draft, errors, change }, place, index) {
  const id = `places-${index}-group`;
  const settle = (words) => {
    const { keyword, names } = groupOf(draft, words);
    change({
      names,
      places: draft.places.map((other, at) => (at === index ? { ...other, group: keyword } : other)),
    });
  };
  return field({
    id,
    label: t('editor.group'),
    hint: t('editor.groupHint'),
    optional: true,
    error: errors[id],
    control: ({ described, invalid }) =>
      html`<input
        id=${id}
        list="groups"
        maxlength="200"
        autocomplete="off"
        .value=${place.group ? shown(draft.names, 'cap', place.group) : ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @change=${(event) => settle(event.target.value)}
      />`,
  });
}

function groupsOf({ places }) {
  return [...new Set(places.map(({ group }) => group).filter(Boolean))];
}

/** The most seats of all, of a level, of a group of places. */
function limits({ draft, errors, change }) {
  const caps = draft.caps ?? {};
  return optionalPart({
    id: 'caps',
    summary: t('editor.caps'),
    isThere: Object.values(caps).some(Boolean),
    isWrong: isWrongIn(errors, 'caps'),
    content: html`<p class="meta">${t('editor.capsIntro')}</p>
    <div class="numbers">
      ${capsOf(draft, LEVELS).map((cap) =>
        partField({
          id: `caps-${cap}`,
          label: shown(draft.names, 'cap', cap),
          type: 'number',
          min: 1,
          value: caps[cap],
          change: (seats) => change({ caps: { ...caps, [cap]: seats } }),
          error: errors[`caps-${cap}`],
        }),
      )}
    </div>
    ${addLine({ id: 'add-cap', label: t('editor.addCap'), button: t('choices.addButton'), add: (words) => change(withCap(draft, words)) })}`,
  });
}
