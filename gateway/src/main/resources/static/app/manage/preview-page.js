import { html } from 'lit';
import { labelledSelect } from '../components/labelled-select.js';
import { languageName } from '../core/format.js';
import { LANGUAGES, t, texts } from '../core/texts.js';
import { Page } from '../core/view.js';
import '../programmes/programme-page.js';
import { keptPreview } from './editor-preview.js';

/** A draft as a student will see it, in any language: the whole page speaks it for as long as somebody looks. */
class PreviewPage extends Page {
  connectedCallback() {
    super.connectedCallback();
    this.left = keptPreview();
    this.own = texts.language;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    texts.show(this.own);
  }

  render() {
    if (!this.left) {
      return html`<h1>${t('editor.preview')}</h1>
        <p>${t('editor.previewNone')}</p>
        <p><a class="button" href="/manage">${t('editor.back')}</a></p>`;
    }
    return html`<div class="notice notice-warning preview-bar" id="preview-bar">
        <p>${t('editor.previewText')}</p>
        <div class="add-line">
          ${labelledSelect({
            id: 'preview-language',
            label: t('editor.previewLanguage'),
            options: Object.keys(LANGUAGES).map((language) => [language, languageName(language)]),
            value: texts.language,
            change: (language) => texts.show(language),
          })}
          <a class="button secondary" id="preview-back" href=${this.left.back}>${t('editor.previewBack')}</a>
        </div>
      </div>
      <yol-programme-page .preview=${this.left.programme}></yol-programme-page>`;
  }
}

customElements.define('yol-preview-page', PreviewPage);
