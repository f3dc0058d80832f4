/** Names of an organisation side by side; `form` is `{draft, errors, change}` and ids follow the pointers of the request. */
import { html } from 'lit';
import { field } from '../components/pieces.js';
import { TEXT_LANGUAGES } from '../core/domain.js';
import { languageName } from '../core/format.js';
import { t } from '../core/texts.js';

const LONGEST_NAME = 200;

/** The name that everybody can read and those in other languages. */
export function nameFields(form) {
  return html`${lineField(form, 'name', { hint: t('organisation.nameHint') })}
    <fieldset>
      <legend>${t('organisation.names')}</legend>
      <small>${t('organisation.namesHint')}</small>
      <div class="form-grid">
        ${TEXT_LANGUAGES.filter((language) => language !== 'en').map((language) => nameIn(form, language))}
      </div>
    </fieldset>`;
}

function nameIn({ draft, errors, change }, language) {
  const id = `names-${language}`;
  return field({
    id,
    label: languageName(language),
    optional: true,
    error: errors[id],
    control: ({ described, invalid }) =>
      html`<input
        id=${id}
        lang=${language}
        maxlength=${LONGEST_NAME}
        .value=${draft.names[language] ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${(event) => change({ names: { ...draft.names, [language]: event.target.value } })}
      />`,
  });
}

/** One line of text. */
export function lineField({ draft, errors, change }, name, { hint, optional, type = 'text', label = name } = {}) {
  return field({
    id: name,
    label: t(`organisation.${label}`),
    hint,
    optional,
    error: errors[name],
    control: ({ described, invalid }) =>
      html`<input
        id=${name}
        type=${type}
        maxlength="300"
        .value=${draft[name] ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${(event) => change({ [name]: event.target.value })}
      />`,
  });
}

/** Faults of a refused request by the ids of their fields; those of a part belong to the field that holds it. */
export function faultsOf(problem, whole = []) {
  return Object.fromEntries(
    (problem?.errors ?? []).map(({ pointer, detail }) => [idOf(pointer, whole), detail]),
  );
}

/** The id of the field that a pointer of the request belongs to. */
export function idOf(pointer, whole = []) {
  const [first, ...rest] = pointer.split('/').slice(1);
  return whole.includes(first) ? first : [first, ...rest].join('-');
}
