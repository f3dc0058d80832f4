import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime, number, READER_ZONE, zoneName } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { partName } from '../applications/application-facts.js';
import { seenLog } from '../log/log-memory.js';
import { proofIn } from '../log/proof-files.js';
import '../awards/certificate-found.js';
import { isCredential } from '../awards/credential-check.js';
import { foundCredential } from '../awards/credential-found.js';
import '../log/receipt-in-log.js';
import './file-compare.js';
import { receiptIn } from './receipt-check.js';
import { foundReceipt, proved } from './receipt-found.js';

/** Far more than a receipt as PDF has. */
const LARGEST_RECEIPT = 5_000_000;

/** Whether a receipt is genuine, and whether a file is part of it; for anybody, without an account. */
class VerifyPage extends Page {
  static properties = {
    found: { state: true },
  };

  render() {
    return html`<div class="title-block">
        <h1>${t('verify.title')}</h1>
        <p>${t('verify.intro')} ${t('certificate.alsoHere')}</p>
      </div>
      <section class="panel" aria-labelledby="receipt-to-check">
        <h2 id="receipt-to-check">${t('verify.receipt')}</h2>
        <form id="verify-form" novalidate @submit=${this.#checkPasted} @dragover=${allow} @drop=${this.#dropped}>
          ${field({
            id: 'receipt-file',
            label: t('verify.choose'),
            hint: t('verify.chooseHint'),
            control: ({ described }) =>
              html`<input
                type="file"
                id="receipt-file"
                accept=".pdf,.json,.jws,.jwt,.txt"
                aria-describedby=${described}
                @change=${({ target }) => this.#checkFile(target.files[0])}
              />`,
          })}
          ${field({
            id: 'receipt-text',
            label: t('verify.paste'),
            control: () =>
              html`<textarea id="receipt-text" name="receipt" rows="4" spellcheck="false" autocomplete="off"></textarea>`,
          })}
          <button type="submit" id="verify" aria-busy=${this.loading} ?disabled=${this.loading}>
            ${t('verify.check')}
          </button>
        </form>
        <yol-problem .problem=${this.problem}></yol-problem>
        <div role="status">${this.found ? this.#renderFinding() : nothing}</div>
      </section>
      ${this.found?.says ? html`${this.#renderLog()} ${this.#renderCompare()}` : nothing}`;
  }

  #renderFinding() {
    const { finding, says, offline, certificate } = this.found;
    if (certificate) return html`<yol-certificate-found .found=${certificate}></yol-certificate-found>`;
    if (offline) return this.#renderOffline(offline);
    return html`<div class="notice notice-${says ? 'good' : 'problem'}" id="finding" data-finding=${finding}>
      <p><strong>${t(`verify.${finding}Title`)}</strong></p>
      <p>${t(`verify.${finding}Text`)}</p>
      ${says ? this.#renderSaid(says) : nothing}
    </div>`;
  }

  #renderOffline({ finding, index }) {
    return html`<div class="notice notice-${finding === 'offline' ? 'warning' : 'problem'}" id="finding" data-finding=${finding}>
      <p><strong>${t(`log.receipt.${finding}Title`)}</strong></p>
      <p>${t(`log.receipt.${finding}Text`, { number: number(index ?? 0) })}</p>
    </div>`;
  }

  #renderLog() {
    const { says, proof } = this.found;
    return html`<section class="panel" aria-labelledby="receipt-log">
      <h2 id="receipt-log">${t('log.receipt.heading')}</h2>
      <yol-receipt-in-log .says=${says} .proof=${proof}></yol-receipt-in-log>
    </section>`;
  }

  #renderSaid(says) {
    return html`<dl class="fact-list" id="said">
      ${said(t('receipt.number'), html`<code>${says.receipt}</code>`)}
      ${said(t('verify.call'), says.call.title)}
      ${said(t('receipt.at'), time(says.submittedAt))}
      ${says.firstSubmittedAt ? said(t('receipt.first'), time(says.firstSubmittedAt)) : nothing}
      ${said(t('verify.issuer'), says.iss)} ${said(t('verify.signedAt'), time(says.signedAt))}
    </dl>
    <details>
      <summary>${t('verify.fingerprints')}</summary>
      <dl class="fingerprints">
        ${Object.entries(says.sha256).map(([part, sha256]) => said(partName({}, part), html`<code>${sha256}</code>`))}
      </dl>
    </details>`;
  }

  #renderCompare() {
    return html`<section class="panel" aria-labelledby="file-to-compare">
      <h2 id="file-to-compare">${t('verify.file')}</h2>
      <p>${t('verify.fileIntro')}</p>
      <yol-file-compare .receipts=${[{ id: this.found.says.receipt, ...this.found.says }]}></yol-file-compare>
    </section>`;
  }

  #checkPasted(event) {
    event.preventDefault();
    return this.#check(new FormData(event.target).get('receipt'));
  }

  async #checkFile(file) {
    if (!file) return;
    if (file.size > LARGEST_RECEIPT) this.#tell({ finding: 'unreadable' });
    else await this.#check(await file.text());
  }

  #dropped(event) {
    event.preventDefault();
    return this.#checkFile(event.dataTransfer.files[0]);
  }

  async #check(text) {
    const receipt = receiptIn(text);
    if (!receipt) this.#tell({ finding: 'unreadable' });
    else await this.load(async () => this.#tell(await found(receipt, proofIn(text))));
  }

  #tell(found) {
    this.problem = null;
    this.found = found;
  }
}

/** Without a network the proof in the file still says something. */
async function found(receipt, proof) {
  if (isCredential(receipt)) return { certificate: await foundCredential(receipt) };
  if (proof && seenLog() && !(await isConnected())) return proved(receipt, proof);
  return { ...(await foundReceipt(receipt)), proof };
}

async function isConnected() {
  try {
    await api.once('GET', '/api/receipts/keys');
    return true;
  } catch (problem) {
    return !problem.is('unanswered');
  }
}

function said(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function time(instant) {
  return html`<time datetime=${instant}>${dateTime(instant)}</time> (${zoneName(READER_ZONE)})`;
}

function allow(event) {
  event.preventDefault();
}

customElements.define('yol-verify-page', VerifyPage);
