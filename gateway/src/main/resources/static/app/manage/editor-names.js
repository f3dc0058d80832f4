import { html, nothing } from 'lit';
import { TEXT_LANGUAGES } from '../core/domain.js';
import { t, texts } from '../core/texts.js';
import { isWrongIn, languageFields, optionalPart } from './editor-fields.js';
import { shown } from './own-words.js';

/** What the words of one's own are called in every language; criteria are renamed where they stand in this one. */
export function namesSection({ draft, errors, change }) {
  const criteria = draft.rubric.map(({ keyword }) => keyword);
  return html`<section class="panel" aria-labelledby="names-heading">
    <h2 id="names-heading">${t('editor.names')}</h2>
    <p>${t('editor.namesIntro')}</p>
    ${errors.names ? html`<small class="field-error" id="names">${errors.names}</small>` : nothing}
    ${draft.names.map(({ keyword, text }, index) => {
      const id = `names-${keyword}-text`;
      const languages = TEXT_LANGUAGES.filter((each) => each !== texts.language || !criteria.includes(keyword));
      return optionalPart({
        id: `names-${keyword}`,
        summary: html`${shown(draft.names, 'document', keyword)} ${missing(text)}`,
        isWrong: isWrongIn(errors, `${id}-`),
        content: languageFields({
          id,
          languages,
          text,
          errors,
          max: 200,
          change: (written) =>
            change({ names: draft.names.map((name, at) => (at === index ? { ...name, text: written } : name)) }),
        }),
      });
    })}
  </section>`;
}

function missing(text) {
  const lacking = TEXT_LANGUAGES.filter((language) => !text[language]?.trim());
  return lacking.length
    ? html`<span class="badge badge-missing">${t('editor.languagesLacking', { count: lacking.length })}</span>`
    : nothing;
}
