import { html, nothing } from 'lit';
import { named } from '../components/pieces.js';
import { DOCUMENTS } from '../core/domain.js';
import { t } from '../core/texts.js';
import { withOwnDocument } from './call-draft.js';
import { checkboxes } from './editor-fields.js';

/** What every application needs: of the catalogue, or a kind of one's own. */
export function documentsSection(form) {
  const { draft, change, errors } = form;
  const kinds = [...new Set([...DOCUMENTS, ...draft.documents])];
  const add = (event) => {
    const input = event.target.closest('.add-line').querySelector('input');
    const words = input.value.trim();
    if (!words) return;
    change(withOwnDocument(draft, words));
    input.value = '';
  };
  return html`<section class="panel" aria-labelledby="documents-heading">
    <h2 id="documents-heading">${t('editor.documentsHeading')}</h2>
    ${checkboxes(
      form,
      'documents',
      kinds.map((kind) => [kind, named(draft, 'document', kind)]),
    )}
    <div class="add-line">
      <div>
        <label for="own-document">${t('editor.ownDocument')}</label>
        <input id="own-document" maxlength="200" />
      </div>
      <button type="button" class="secondary" id="add-document" @click=${add}>${t('editor.addDocument')}</button>
    </div>
    ${errors.names ? html`<small class="field-error">${errors.names}</small>` : nothing}
  </section>`;
}
