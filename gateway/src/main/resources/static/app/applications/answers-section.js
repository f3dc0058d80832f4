/** The questions of an application, each a function of the answers, the errors and what to do with a new value. */
import { html } from 'lit';
import { field } from '../components/pieces.js';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { t, word } from '../core/texts.js';

const DEGREES = ['bachelor', 'master', 'doctorate'];

export const ANSWER_FIELDS = [
  line('familyName', { autocomplete: 'family-name' }),
  line('givenName', { autocomplete: 'given-name' }),
  line('birthDate', { type: 'date', autocomplete: 'bday' }),
  choice('citizenship', () => COUNTRIES.map((code) => [code, country(code)])),
  line('institution', { autocomplete: 'organization' }),
  choice('degree', () => DEGREES.map((degree) => [degree, word('degrees', degree)])),
  text('motivation'),
  text('studyPlan'),
];

function line(name, { type = 'text', autocomplete }) {
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
