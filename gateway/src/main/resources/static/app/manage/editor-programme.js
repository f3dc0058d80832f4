import { html } from 'lit';
import { COUNTRIES, KINDS, LEVELS, SECTORS, TEXT_LANGUAGES } from '../core/domain.js';
import { country, languageName } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { countryField } from './editor-countries.js';
import { checkboxes, inputField, selectField } from './editor-fields.js';
import { otherCountries } from './other-countries.js';

/** What the programme is and for whom. */
export function programmeSection(form) {
  const countries = COUNTRIES.map((code) => [code, country(code)]);
  const { languages, sectors } = form.draft;
  return html`<section class="panel" aria-labelledby="programme-heading">
    <h2 id="programme-heading">${t('editor.programme')}</h2>
    <div class="form-grid">
      ${selectField(
        form,
        'kind',
        KINDS.map((kind) => [kind, word('kinds', kind)]),
      )}
      ${selectField(form, 'destination', [...countries, ['any', country('any')], ...otherCountries()])}
    </div>
    ${countryField(form, 'origins')}
    ${checkboxes(
      form,
      'levels',
      LEVELS.map((level) => [level, word('level', level)]),
    )}
    ${checkboxes(
      form,
      'languages',
      [...new Set([...TEXT_LANGUAGES, ...languages])].map((code) => [code, languageName(code)]),
    )}
    ${checkboxes(
      form,
      'sectors',
      [...new Set([...SECTORS, ...sectors])].map((sector) => [sector, word('sectors', sector)]),
    )}
    <div class="form-grid">
      ${inputField(form, 'fields', { hint: t('editor.fieldsHint'), optional: true })}
      ${inputField(form, 'months', { type: 'number', min: 1, max: 120, optional: true })}
      ${inputField(form, 'website', { type: 'url', hint: t('organisation.websiteHint'), optional: true })}
      ${inputField(form, 'contact', { type: 'email', optional: true })}
    </div>
    <p class="meta">${t('editor.addresses')} <a href="/manage/organisation">${t('organisation.title')}</a></p>
  </section>`;
}
