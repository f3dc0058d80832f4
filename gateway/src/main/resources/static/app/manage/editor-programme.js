import { html } from 'lit';
import { COUNTRIES, KINDS, LEVELS, SECTORS } from '../core/domain.js';
import { country, languageName } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { checkboxes, inputField, selectField } from './editor-fields.js';

const TAUGHT_IN = ['en', 'ja', 'ru'];

/** What the programme is and for whom. */
export function programmeSection(form) {
  const countries = COUNTRIES.map((code) => [code, country(code)]);
  return html`<section class="panel" aria-labelledby="programme-heading">
    <h2 id="programme-heading">${t('editor.programme')}</h2>
    <div class="form-grid">
      ${selectField(
        form,
        'kind',
        KINDS.map((kind) => [kind, word('kinds', kind)]),
      )}
      ${selectField(form, 'destination', [...countries, ['any', country('any')]])}
    </div>
    ${checkboxes(form, 'origins', countries)}
    ${checkboxes(
      form,
      'levels',
      LEVELS.map((level) => [level, word('level', level)]),
    )}
    ${checkboxes(
      form,
      'languages',
      [...new Set([...TAUGHT_IN, ...form.draft.languages])].map((code) => [code, languageName(code)]),
    )}
    ${checkboxes(
      form,
      'sectors',
      SECTORS.map((sector) => [sector, word('sectors', sector)]),
    )}
    <div class="form-grid">
      ${inputField(form, 'fields', { hint: t('editor.fieldsHint'), optional: true })}
      ${inputField(form, 'months', { type: 'number', min: 1, max: 120, optional: true })}
    </div>
    <p class="meta">${t('editor.addresses')} <a href="/manage/organisation">${t('organisation.title')}</a></p>
  </section>`;
}
