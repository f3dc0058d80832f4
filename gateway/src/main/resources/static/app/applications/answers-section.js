/** The questions of an application, each a function of the answers, the errors and what to do with a new value. */
import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { t, word } from '../core/texts.js';

const DEGREES = ['bachelor', 'master', 'doctorate'];

const PARTNERS = 'partners';

export const ANSWER_FIELDS = [
  line('familyName', { autocomplete: 'family-name' }),
  line('givenName', { autocomplete: 'given-name' }),
  line('birthDate', { type: 'date', autocomplete: 'bday' }),
  choice('citizenship', () => COUNTRIES.map((code) => [code, country(code)])),
  line('institution', { autocomplete: 'organization', suggestions: PARTNERS }),
  choice('degree', () => DEGREES.map((degree) => [degree, word('degrees', degree)])),
  text('motivation'),
  text('studyPlan'),
];

/** Of an exchange, the universities that have agreed on it: who comes from one names it as they are called. */
export function partners({ kind, places = [] }) {
  if (kind !== 'exchange') return nothing;
  const names = new Set(places.map(({ host }) => nameOf(host)));
  return html`<datalist id=${PARTNERS}>${[...names].map((name) => html`<option value=${name}></option>`)}</datalist>`;
}

function line(name, { type = 'text', autocomplete, suggestions = nothing }) {
  return (answers, errors, change) =>
    question(
      name,
      errors,
      ({ described, invalid }) =>
        html` <input
          id=${name}
          name=${name}
          type=${type}
          autocomplete=${autocomplete}
          list=${suggestions}
          maxlength="200"
          .value=${answers[name] ?? ''}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${(event) => change(name, event.target.value)}
        />`,
    );
}

function choice(name, options) {
  return (answers, errors, change) =>
    question(
      name,
      errors,
      ({ described, invalid }) =>
        html` <select
          id=${name}
          name=${name}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @change=${(event) => change(name, event.target.value)}
        >
          <option value="" .selected=${!answers[name]}>${t('form.choose')}</option>
          ${options().map(
            ([value, label]) => html` <option value=${value} .selected=${answers[name] === value}>${label}</option>`,
          )}
        </select>`,
    );
}

function text(name) {
  return (answers, errors, change) =>
    html`<div class="wide">
      ${question(
        name,
        errors,
        ({ described, invalid }) =>
          html` <textarea
            id=${name}
            name=${name}
            rows="7"
            .value=${answers[name] ?? ''}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => change(name, event.target.value)}
          ></textarea>`,
      )}
    </div>`;
}

function question(name, errors, control) {
  return field({
    id: name,
    label: t(`answers.${name}`),
    hint: t(`answers.${name}Hint`),
    error: errors[`/answers/${name}`],
    control,
  });
}
