import { html, nothing } from 'lit';
import { partName } from '../applications/application-facts.js';
import { field } from '../components/pieces.js';
import { dateTime } from '../core/format.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { fingerprint, fingerprintIn, partsWith } from './receipt-check.js';

/**
 * Which part of which of some receipts a file is, by its fingerprint: the file does not leave the browser. With an
 * `application`, whose words name the parts, it says which receipt as well.
 */
class FileCompare extends View {
  static properties = {
    receipts: { attribute: false },
    application: { attribute: false },
    compared: { state: true },
  };

  willUpdate(changed) {
    const before = changed.get('receipts');
    if (before && before.map(({ id }) => id).join() !== this.receipts.map(({ id }) => id).join()) this.compared = null;
  }

  render() {
    return html`<form id="compare-form" novalidate @submit=${this.#comparePasted} @dragover=${allow} @drop=${this.#dropped}>
        ${field({
          id: 'compared-file',
          label: t('verify.fileChoose'),
          control: () =>
            html`<input type="file" id="compared-file" @change=${({ target }) => this.#compareFile(target.files[0])} />`,
        })}
        ${field({
          id: 'compared-sha256',
          label: t('verify.fingerprint'),
          control: () =>
            html`<input id="compared-sha256" name="sha256" spellcheck="false" autocomplete="off" maxlength="200" />`,
        })}
        <button type="submit" id="compare" class="secondary outline">${t('verify.compare')}</button>
      </form>
      <div role="status">${this.compared ? this.#renderCompared() : nothing}</div>`;
  }

  #renderCompared() {
    const { name, sha256 } = this.compared;
    if (!sha256) return html`<p class="notice notice-problem" id="compared">${t('verify.noFingerprint')}</p>`;
    const found = this.receipts
      .map((receipt) => ({ receipt, parts: partsWith(receipt, sha256) }))
      .filter(({ parts }) => parts.length);
    return html`<div class="notice notice-${found.length ? 'good' : 'problem'}" id="compared">
      ${found.map((each) => html`<p><strong>${this.#isPart(name, each)}</strong></p>`)}
      ${found.length ? nothing : this.#renderIsNoPart(name)}
      <p><code>${sha256}</code></p>
    </div>`;
  }

  #isPart(name, { receipt, parts }) {
    const part = parts.map((each) => partName(this.application ?? {}, each)).join(', ');
    return this.application
      ? t('fileCheck.isPart', { name, part, receipt: receipt.id, time: dateTime(receipt.at) })
      : t('verify.isPart', { name, part });
  }

  #renderIsNoPart(name) {
    return html`<p><strong>${t(this.application ? 'fileCheck.isNoPart' : 'verify.isNoPart', { name })}</strong></p>
      <p>${t('verify.isNoPartText')} ${t('fileCheck.cleaned')}</p>`;
  }

  #comparePasted(event) {
    event.preventDefault();
    this.compared = {
      name: t('verify.thisFingerprint'),
      sha256: fingerprintIn(new FormData(event.target).get('sha256')),
    };
  }

  async #compareFile(file) {
    if (file) this.compared = { name: file.name, sha256: await fingerprint(await file.arrayBuffer()) };
  }

  #dropped(event) {
    event.preventDefault();
    return this.#compareFile(event.dataTransfer.files[0]);
  }
}

function allow(event) {
  event.preventDefault();
}

customElements.define('yol-file-compare', FileCompare);
