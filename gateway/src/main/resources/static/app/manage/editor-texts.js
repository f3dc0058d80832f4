import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { TEXT_LANGUAGES } from '../core/domain.js';
import { languageName, list } from '../core/format.js';
import { t } from '../core/texts.js';

/** Title and description side by side in every language the programme is told in. */
export function textsSection(form) {
  const { draft, errors, change } = form;
  const missing = TEXT_LANGUAGES.filter((language) => !draft.textLanguages.includes(language));
  return html`<section class="panel" aria-labelledby="texts-heading">
    <h2 id="texts-heading">${t('editor.texts')}</h2>
    <p>${t('editor.textsIntro')}</p>
    <div class="texts-grid">
      ${draft.textLanguages.map(
        (language) =>
          html`<fieldset class="language-texts">
            <legend>${languageName(language)} ${missingMark(draft, language)}</legend>
            ${text(form, 'title', language)}${text(form, 'description', language)}
          </fieldset>`,
      )}
    </div>
    ${
      missing.length
        ? html`<div class="add-line">
            <div>
              <label for="add-language">${t('editor.addLanguage')}</label>
              <select id="add-language">
                ${missing.map((language) => html`<option value=${language}>${languageName(language)}</option>`)}
              </select>
            </div>
            <button
              type="button"
              class="secondary"
              id="add-language-button"
              @click=${(event) => {
                const { value } = event.target.parentElement.querySelector('select');
                change({ textLanguages: [...draft.textLanguages, value] });
              }}
            >
              ${t('editor.addLanguageButton')}
            </button>
          </div>`
        : nothing
    }
    ${errors.title ? html`<small class="field-error">${errors.title}</small>` : nothing}
  </section>`;
}

/** What readers of that language do not get. */
function missingMark(draft, language) {
  const lacking = ['title', 'description'].filter((name) => !draft[name][language]?.trim());
  if (!lacking.length) return nothing;
  return html`<span class="badge badge-missing">${t('editor.lacking', {
    what: list(lacking.map((name) => t(`editor.text.${name}`))),
  })}</span>`;
}

function text({ draft, errors, change }, name, language) {
  const id = `${name}-${language}`;
  const typed = (event) => change({ [name]: { ...draft[name], [language]: event.target.value } });
  const label = html`${t(`editor.text.${name}`)} <span class="visually-hidden">(${languageName(language)})</span>`;
  return field({
    id,
    label,
    error: errors[id],
    control: ({ described, invalid }) =>
      name === 'title'
        ? html`<input
            id=${id}
            name=${id}
            lang=${language}
            maxlength="300"
            .value=${draft.title[language] ?? ''}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${typed}
          />`
        : html`<textarea
            id=${id}
            name=${id}
            lang=${language}
            rows="5"
            .value=${draft.description[language] ?? ''}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${typed}
          ></textarea>`,
  });
}
