import { html } from 'lit';
import { api } from '../core/api.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';

const TYPES = { pdf: 'application/pdf', json: 'application/json' };

/** A receipt to take along: as a page in the reader's language, or as it is signed. */
class ReceiptDownloads extends Form {
  static properties = {
    applicationId: { attribute: false },
    receiptId: { attribute: false },
  };

  render() {
    return html`<div class="buttons no-print">
        ${this.#button('pdf')} ${this.#button('json')}
        <a href="/verify">${t('receipt.verify')}</a>
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
      ${t(`receipt.${ending}`)}
    </button>`;
  }

  #take(ending) {
    return this.save(async () => {
      const path = `/api/applications/${encodeURIComponent(this.applicationId)}/receipts/${this.receiptId}`;
      const { body } = await api.download(path, TYPES[ending], (answer) => answer.blob());
      const link = document.createElement('a');
      link.href = URL.createObjectURL(body);
      link.download = `yol-receipt-${this.receiptId}.${ending}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
    }, ending);
  }
}

customElements.define('yol-receipt-downloads', ReceiptDownloads);
