import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { fileSize, number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { CsvRows } from './csv-rows.js';
import { ZipBytes } from './zip-bytes.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FORMATS = {
  comma: { type: 'text/csv', ending: 'csv', Counter: CsvRows },
  semicolon: { type: 'text/csv', ending: 'csv', Counter: CsvRows, query: 'separator=semicolon' },
  xlsx: { type: WORKBOOK, ending: 'xlsx', Counter: ZipBytes },
  bundle: { type: 'application/zip', ending: 'zip', Counter: ZipBytes },
};

/**
 * Fetches a list as a spreadsheet, of applications or, in other `words`, of something else: shows how much has come, and saves it only when all
 * of it has. Where there is a `workbook` too, or a `bundle` of PDFs, its reader chooses the format.
 */
class ExportPanel extends View {
  static properties = {
    path: { attribute: false },
    name: { attribute: false },
    words: { attribute: false },
    workbook: { attribute: false },
    bundle: { attribute: false },
    format: { state: true },
    state: { state: true },
    bytes: { state: true },
    count: { state: true },
    total: { state: true },
    problem: { state: true },
  };

  #asking = null;

  constructor() {
    super();
    this.words = 'export';
    this.workbook = false;
    this.bundle = false;
    this.format = 'comma';
    this.#begin('idle');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  render() {
    const busy = this.state === 'begun' || this.state === 'flowing';
    return html`${this.workbook ? this.#renderFormats(busy) : nothing}<button
        type="button"
        class="secondary outline"
        id="export"
        aria-busy=${busy}
        ?disabled=${busy}
        @click=${this.#export}
      >
        ${t(this.workbook ? 'exportFormats.button' : 'export.button')}
      </button>
      <div class="export" ?hidden=${this.state === 'idle'}>
        ${busy ? this.#renderProgress() : nothing}
        <p role="status" id="export-state">${this.#said()}</p>
        <yol-problem id="export-problem" .problem=${this.problem}></yol-problem>
      </div>`;
  }

  #renderFormats(busy) {
    return html`<div class="export-format">
      <label for="export-format">${t('exportFormats.format')}</label>
      <select id="export-format" aria-describedby="export-format-hint" ?disabled=${busy} @change=${(event) => (this.format = event.target.value)}>
        ${Object.keys(FORMATS).filter((each) => each !== 'bundle' || this.bundle).map((each) => html`<option value=${each} .selected=${each === this.format}>${t(`exportFormats.${each}`)}</option>`)}
      </select>
      <p class="meta" id="export-format-hint">${t('exportFormats.hint')}</p>
    </div>`;
  }

  #renderProgress() {
    return html`<div class="export-line">
      <progress
        aria-label=${t('export.progress')}
        max=${this.total ?? 1}
        value=${this.total && !this.bytes ? Math.min(this.count, this.total) : nothing}
      ></progress>
      <p id="export-count">${this.state === 'flowing' ? this.#counted() : nothing}</p>
      <button type="button" class="secondary outline" id="export-cancel" @click=${() => this.#asking.abort()}>
        ${t('export.cancel')}
      </button>
    </div>`;
  }

  #counted() {
    if (this.bytes) {
      const size = fileSize(this.bytes);
      return this.total
        ? t('exportFormats.sizeOf', { count: this.total, size, total: number(this.total) })
        : t('exportFormats.size', { size });
    }
    return this.total
      ? t('export.rowsOf', { number: number(this.count), total: number(this.total) })
      : t(`${this.words}.rows`, { count: this.count, number: number(this.count) });
  }

  #said() {
    if (this.state === 'begun') return t('export.begun');
    if (this.state === 'cancelled') return t('export.cancelled');
    if (this.state !== 'saved') return nothing;
    if (this.bytes) return t('exportFormats.saved', { size: fileSize(this.bytes) });
    const saved = t(`${this.words}.saved`, { count: this.count, number: number(this.count) });
    return this.count < (this.total ?? 0) ? `${saved} ${t('export.fewer', { total: number(this.total) })}` : saved;
  }

  #begin(state) {
    this.state = state;
    this.count = 0;
    this.bytes = 0;
    this.total = null;
    this.problem = null;
  }

  async #export() {
    this.#begin('begun');
    const asking = (this.#asking = new AbortController());
    const { signal } = asking;
    try {
      const format = FORMATS[this.format];
      const take = (answer, moved) => this.#take(answer, moved, format);
      const path = format.query ? `${this.path}${this.path.includes('?') ? '&' : '?'}${format.query}` : this.path;
      const { body } = await api.download(path, format.type, take, { signal });
      save(body, this.name.replace(/csv$/, format.ending));
      this.state = 'saved';
    } catch (thrown) {
      this.state = signal.aborted ? 'cancelled' : 'refused';
      if (!signal.aborted) this.problem = Problem.from(thrown);
    }
  }

  /** A connection that breaks ends it here: what has come until then is a part that looks like a whole. */
  async #take(answer, moved, { type, Counter }) {
    this.total = Number(answer.headers.get('X-Total-Count')) || null;
    this.state = 'flowing';
    const rows = new Counter();
    const parts = [];
    const reader = answer.body.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        moved();
        rows.add(part.value);
        parts.push(part.value);
        this.count = rows.count ?? 0;
        this.bytes = rows.bytes ?? 0;
      }
    } catch {
      throw this.#broken();
    }
    if (!rows.whole) throw this.#broken();
    return new Blob(parts, { type });
  }

  #broken() {
    if (this.bytes) return Problem.broken(t('exportFormats.broken', { size: fileSize(this.bytes) }));
    return Problem.broken(t(`${this.words}.broken`, { count: this.count, number: number(this.count) }));
  }
}

function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

customElements.define('yol-export', ExportPanel);
