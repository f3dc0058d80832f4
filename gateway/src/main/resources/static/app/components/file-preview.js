import { LitElement, html, nothing } from 'lit';
import { t } from '../core/texts.js';

/** Shows a file within the page. One dialog for the whole site, made when it is first needed. */
class FilePreview extends LitElement {
  static properties = { shown: { state: true } };

  createRenderRoot() {
    return this;
  }

  render() {
    if (!this.shown) return nothing;
    const { title, address, type } = this.shown;
    return html`<dialog class="preview" id="preview" aria-labelledby="preview-title" @close=${() => (this.shown = null)}>
      <article>
        <header>
          <h2 id="preview-title">${title}</h2>
          <button type="button" class="icon-button" id="preview-close" aria-label=${t('preview.close')} @click=${this.#close}>
            ×
          </button>
        </header>
        ${
          isPicture(type)
            ? html`<img src=${address} alt=${title} />`
            : html`<iframe src=${address} title=${title}></iframe>`
        }
        <footer>
          <a class="button secondary outline" href=${address} target="_blank" rel="noopener"
            >${t('preview.tab')}<span aria-hidden="true"> ↗</span></a
          >
        </footer>
      </article>
    </dialog>`;
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('yol-file-preview', FilePreview);

/** Whether this browser shows files of a type within a page: those of telephones show no PDF so. */
export function canPreview(type = '') {
  return isPicture(type) || (type === 'application/pdf' && navigator.pdfViewerEnabled);
}

/** Shows a file: `{title, address, type}`; the browser takes the focus back to where it was when it is closed. */
export function preview(shown) {
  const own = document.querySelector('yol-file-preview') ?? document.querySelector('yol-app').appendChild(new FilePreview());
  own.shown = shown;
}

/** Whether a browser shows it as a picture. */
export function isPicture(type = '') {
  return type.startsWith('image/');
}
