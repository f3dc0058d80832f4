import { html, nothing } from 'lit';
import { api, query } from '../core/api.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

/** One question for all documents of a page: by its address, what is answered for the files that were there then. */
const asked = new Map();
const BADGES = { clean: 'good', 'not-scanned': 'quiet', infected: 'bad' };

/** What the virus scanner says of a file of an application; nothing while that is not known. */
class DocumentScan extends View {
  static properties = {
    application: { attribute: false },
    document: { attribute: false },
    scan: { state: true },
  };

  #sha256 = null;

  willUpdate() {
    if (this.document.sha256 === this.#sha256) return;
    this.#sha256 = this.document.sha256;
    this.scan = null;
    this.#read();
  }

  render() {
    return this.scan
      ? html`<span class="badge badge-${BADGES[this.scan]}" data-scan=${this.scan}>${t(`scan.${this.scan}`)}</span>`
      : nothing;
  }

  async #read() {
    const { kind, sha256 } = this.document;
    const scans = await scansOf(this.application).catch(() => []);
    if (this.#sha256 !== sha256) return;
    this.scan = scans.find((each) => each.kind === kind && each.sha256 === sha256)?.scan ?? null;
  }
}

function scansOf({ id, correction, documents }) {
  const path = `/api/applications/${encodeURIComponent(id)}/documents${query({ correction: correction ? true : '' })}`;
  const files = documents.map(({ kind, sha256 }) => kind + sha256).join();
  const known = asked.get(path);
  if (known?.files === files) return known.answer;
  const answer = api.get(path, { quiet: true }).then(({ body }) => body);
  asked.set(path, { files, answer });
  // What failed, and what may be scanned meanwhile, is asked anew by the next page.
  const forget = () => asked.get(path)?.answer === answer && asked.delete(path);
  answer.catch(() => {}).finally(() => setTimeout(forget, 1_000));
  return answer;
}

customElements.define('yol-document-scan', DocumentScan);
