import { html, nothing } from 'lit';
import { DOCUMENTS, TEXT_LANGUAGES } from '../core/domain.js';
import { named, t } from '../core/texts.js';
import { addLine, checkboxes, isWrongIn, languageFields, optionalPart, partField } from './editor-fields.js';
import { spoken } from './own-words.js';

/** What every application needs: of the catalogue, or a kind of one's own. */
export function documentsSection(form) {
  const { draft, change } = form;
  const kinds = [...new Set([...DOCUMENTS, ...draft.documents])];
  return html`<section class="panel" aria-labelledby="documents-heading">
    <h2 id="documents-heading">${t('editor.documentsHeading')}</h2>
    ${checkboxes(
      form,
      'documents',
      kinds.map((kind) => [kind, named(draft, 'document', kind)]),
    )}
    ${addLine({
      id: 'own-document',
      label: t('editor.ownDocument'),
      button: t('editor.addDocument'),
      press: 'add-document',
      add: (words) => {
        const { keyword, names } = spoken(words, 'document', draft.names);
        change({ documents: [...new Set([...draft.documents, keyword])], names });
      },
    })}
    ${draft.documents.length ? html`<h3>${t('editor.documentNotes')}</h3>` : nothing}
    ${draft.documents.map((kind) => noteOf(form, kind))}
  </section>`;
}

/** What whoever has to hand in a document reads beside it. */
function noteOf({ draft, errors, change }, kind) {
  const id = `documentNotes-${kind}`;
  const note = draft.documentNotes.find(({ document }) => document === kind) ?? { document: kind, text: {} };
  const others = draft.documentNotes.filter(({ document }) => document !== kind);
  const set = (part) => change({ documentNotes: [...others, { ...note, ...part }] });
  return optionalPart({
    id,
    summary: t('editor.noteOf', { document: named(draft, 'document', kind) }),
    isThere: note.template || Object.values(note.text ?? {}).some(Boolean),
    isWrong: isWrongIn(errors, id),
    content: html`${partField({
      id: `${id}-template`,
      label: t('editor.template'),
      hint: t('organisation.websiteHint'),
      type: 'url',
      max: 500,
      value: note.template,
      change: (template) => set({ template }),
      error: errors[`${id}-template`],
      optional: true,
    })}
    <p>${t('editor.instruction')}</p>
    ${languageFields({
      id: `${id}-text`,
      languages: TEXT_LANGUAGES,
      text: note.text,
      change: (text) => set({ text }),
      errors,
      max: 2000,
      lines: 2,
    })}`,
  });
}
