import { html, nothing } from 'lit';
import { documentAddress, documentLinks, scanRead } from '../applications/application-facts.js';
import { canPreview, isPicture } from '../components/file-preview.js';
import { fileSize } from '../core/format.js';
import { named, t } from '../core/texts.js';
import { View } from '../core/view.js';

/** The documents to be judged, one shown at a time within the page: so that the scores stay in sight beside it. */
class DocumentsBeside extends View {
  static properties = {
    application: { attribute: false },
    kind: { state: true },
  };

  render() {
    const { documents = [] } = this.application;
    if (!documents.length) return nothing;
    const chosen = documents.find(({ kind }) => kind === this.kind);
    return html`<section class="panel" aria-labelledby="documents-heading">
      <h2 id="documents-heading">${t('form.documents')}</h2>
      <p class="meta">${t('reviews.documentsBeside')}</p>
      <ul class="chips">
        ${documents.map(
          ({ kind }) =>
            html`<li>
              <button type="button" class="chip" id="beside-${kind}" aria-pressed=${kind === this.kind} @click=${() => this.#choose(kind)}>
                ${named(this.application, 'document', kind)}
              </button>
            </li>`,
        )}
      </ul>
      ${chosen ? this.#renderDocument(chosen) : nothing}
    </section>`;
  }

  #renderDocument(document) {
    const { kind, name, size, type } = document;
    const title = named(this.application, 'document', kind);
    // The toolbar of a browser shows the title within the file, which may name its author.
    const address = `${documentAddress(this.application, document)}${this.application.blind ? '#toolbar=0' : ''}`;
    return html`<div class="document">
        <p class="meta">${name} · ${fileSize(size)}</p>
        ${scanRead(this.application, document)}
        <div class="buttons">${documentLinks(this.application, document)}</div>
      </div>
      ${
        isPicture(type)
          ? html`<img class="document-beside" src=${address} alt=${title} />`
          : canPreview(type)
            ? html`<iframe class="document-beside" src=${address} title=${title}></iframe>`
            : html`<p class="notice">${t('reviews.noPreview')}</p>`
      }`;
  }

  /** Pressed once more, it is put away. */
  #choose(kind) {
    this.kind = kind === this.kind ? null : kind;
  }
}

customElements.define('yol-documents-beside', DocumentsBeside);
