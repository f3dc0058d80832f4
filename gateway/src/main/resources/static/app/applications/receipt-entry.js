import { html, nothing } from 'lit';
import { saveFile } from '../components/saved-file.js';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { patiently } from '../core/waiting.js';
import { entryAddress } from '../log/log-address.js';

/** As if the service had said that it may be asked again. */
const NOT_YET = 503;

/** Where a receipt stands in the public log; a new one is waited for, which takes seconds. */
class ReceiptEntry extends View {
  static properties = {
    applicationId: { attribute: false },
    receiptId: { attribute: false },
    entry: { state: true },
    awaited: { state: true },
  };

  #asking = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  willUpdate(changed) {
    if (changed.has('receiptId')) this.#read();
  }

  render() {
    return html`<div role="status" id="receipt-entry">${this.entry ? this.#renderEntry() : this.#renderAwaited()}</div>`;
  }

  #renderEntry() {
    const { index, proof } = this.entry;
    return html`<p>
      <a href=${entryAddress(index)} data-testid="log-entry">${t('log.receipt.thereTitle', { number: number(index) })}</a>
      <button type="button" class="link-button no-print" id="receipt-proof" @click=${() => this.#save(proof)}>
        ${t('log.receipt.proofFile')}
      </button>
    </p>`;
  }

  #renderAwaited() {
    return this.awaited ? html`<p class="meta">${t('log.receipt.soon')}</p>` : nothing;
  }

  #save(proof) {
    saveFile(`yol-receipt-${this.receiptId}.tlog-proof`, 'text/plain', proof);
  }

  async #read() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    Object.assign(this, { entry: null, awaited: false });
    try {
      const entry = await patiently(() => this.#ask(), { quiet: () => true, ofPage: true, signal: asking.signal });
      if (!asking.signal.aborted) this.entry = entry;
    } catch (thrown) {
      // The receipt itself is there; what comes of it is read with the next visit.
      if (!(thrown instanceof Problem)) throw thrown;
    } finally {
      if (!asking.signal.aborted) this.awaited = false;
    }
  }

  /** Its entry; null where the receipt was given before there was a log. One that is not there yet passes by. */
  async #ask() {
    const application = `/api/applications/${encodeURIComponent(this.applicationId)}`;
    const { body } = await api.once('GET', `${application}/receipts/${this.receiptId}`);
    if (body.log || !body.says.log) return body.log ?? null;
    this.awaited = true;
    throw new Problem({ status: NOT_YET, title: t('log.receipt.soon') });
  }
}

customElements.define('yol-receipt-entry', ReceiptEntry);
