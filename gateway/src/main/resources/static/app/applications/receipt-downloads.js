import { html, nothing } from 'lit';
import { saveFile } from '../components/saved-file.js';
import { api } from '../core/api.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';

const TYPES = { pdf: 'application/pdf', json: 'application/json', bundle: 'application/pdf' };

/** A receipt to take along: as a page in the reader's language, or as it is `signed`; for those who read others', the whole `bundle`. */
class ReceiptDownloads extends Form {
  static properties = {
    applicationId: { attribute: false },
    receiptId: { attribute: false },
    signed: { attribute: false },
    bundle: { attribute: false },
  };

  render() {
    return html`<div class="buttons no-print">
        ${this.signed ? html`${this.#button('pdf')} ${this.#button('json')}` : nothing}
        ${this.bundle ? this.#button('bundle') : nothing}
        ${this.signed ? html`<a href="/verify">${t('receipt.verify')}</a>` : nothing}
      </div>
      <yol-problem .problem=${this.saveProblem}></yol-problem>`;
  }

  #button(ending) {
    return html`<button
      type="button"
      class="secondary outline"
      id="receipt-${ending}"
      aria-busy=${this.saving === ending}
      ?disabled=${this.saving}
      @click=${() => this.#take(ending)}
    >
      ${t(ending === 'bundle' ? 'exportFormats.wholeApplication' : `receipt.${ending}`)}
    </button>`;
  }

  #take(ending) {
    return this.save(async () => {
      const application = `/api/applications/${encodeURIComponent(this.applicationId)}`;
      const path = ending === 'bundle' ? `${application}/bundle` : `${application}/receipts/${this.receiptId}`;
      const { body } = await api.download(path, TYPES[ending], (answer) => answer.blob());
      const name = ending === 'bundle' ? `application-${this.receiptId}.pdf` : `yol-receipt-${this.receiptId}.${ending}`;
      saveFile(name, TYPES[ending], body);
    }, ending);
  }
}

customElements.define('yol-receipt-downloads', ReceiptDownloads);
