import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { foundReceipt } from '../verify/receipt-found.js';
import { comparedCheckpoint, holdingIn, proofCompared } from './dropped.js';
import './receipt-in-log.js';

/** Far more than a receipt as PDF has. */
const LARGEST = 5_000_000;

/**
 * Finds an entry by its number, or by what somebody holds: a receipt, a proof, or a checkpoint that is compared. Fires
 * `entry` with a number, and `checked` when there may be something found that must not be.
 */
class LogSearch extends Form {
  static properties = { watched: { attribute: false }, held: { state: true } };

  render() {
    return html`<section class="panel no-print" aria-labelledby="log-search-heading">
      <h2 id="log-search-heading">${t('log.search.title')}</h2>
      <form id="log-number-form" class="add-line" novalidate @submit=${this.#byNumber}>
        <div>
          <label for="log-number">${t('log.search.number')}</label>
          <input id="log-number" name="number" inputmode="numeric" autocomplete="off" maxlength="20" />
        </div>
        <button type="submit" id="log-find">${t('log.search.find')}</button>
      </form>
      <details id="log-holding">
        <summary>${t('log.search.holding')}</summary>
        <form novalidate @submit=${this.#pasted} @dragover=${allow} @drop=${this.#dropped}>
          ${field({
            id: 'log-file',
            label: t('log.search.file'),
            hint: t('log.search.fileHint'),
            control: ({ described }) =>
              html`<input
                type="file"
                id="log-file"
                aria-describedby=${described}
                @change=${({ target }) => this.#file(target.files[0])}
              />`,
          })}
          ${field({
            id: 'log-text',
            label: t('log.search.paste'),
            control: () =>
              html`<textarea id="log-text" name="text" rows="4" spellcheck="false" autocomplete="off"></textarea>`,
          })}
          <button
            type="submit"
            id="log-compare"
            class="secondary outline"
            aria-busy=${Boolean(this.saving)}
            ?disabled=${this.saving}
          >
            ${t('verify.check')}
          </button>
        </form>
        <yol-problem .problem=${this.saveProblem}></yol-problem>
        <div role="status">${this.held ? this.#renderHeld() : nothing}</div>
      </details>
    </section>`;
  }

  #renderHeld() {
    const { says, proof, finding, group, index, size, origin } = this.held;
    if (says) return html`<yol-receipt-in-log .watched=${this.watched} .says=${says} .proof=${proof}></yol-receipt-in-log>`;
    const values = { number: number(index ?? size ?? 0), origin, now: this.watched.origin };
    return html`<div class="notice notice-${NOTICES[finding] ?? 'problem'}" id="log-held" data-finding=${finding}>
      <p><strong>${t(`${group}.${finding}Title`, values)}</strong></p>
      <p>${t(`${group}.${finding}Text`, values)}</p>
    </div>`;
  }

  #byNumber(event) {
    event.preventDefault();
    const digits = new FormData(event.target).get('number').replace(/\D/g, '');
    if (digits) this.#tellEntry(Number(digits));
  }

  #pasted(event) {
    event.preventDefault();
    return this.#look(new FormData(event.target).get('text'));
  }

  #dropped(event) {
    event.preventDefault();
    return this.#file(event.dataTransfer.files[0]);
  }

  async #file(file) {
    if (file) await this.#look(file.size > LARGEST ? '' : await file.text());
  }

  #look(text) {
    return this.save(async () => {
      this.held = null;
      this.held = await this.#found(holdingIn(text));
      if (this.held.finding === 'there') this.#tellEntry(this.held.index);
      this.dispatchEvent(new Event('checked'));
    });
  }

  async #found({ receipt, proof, checkpoint }) {
    if (receipt) {
      const { finding, says } = await foundReceipt(receipt);
      return says ? { says, proof } : { group: 'verify', finding };
    }
    if (proof) return { group: 'log.proof', ...(await proofCompared(proof, this.watched)) };
    if (checkpoint) return { group: 'log.checkpoint', ...(await comparedCheckpoint(checkpoint, this.watched)) };
    return { group: 'log.checkpoint', finding: 'unreadable' };
  }

  #tellEntry(index) {
    this.dispatchEvent(new CustomEvent('entry', { detail: index }));
  }
}

const NOTICES = { there: 'good', same: 'good', earlier: 'good', later: 'warning', 'other-log': 'warning' };

function allow(event) {
  event.preventDefault();
}

customElements.define('yol-log-search', LogSearch);
