import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { CsvRows } from './csv-rows.js';

/**
 * Fetches a list as a spreadsheet, of applications or, in other `words`, of something else: shows how much has come, and saves it only when all
 * of it has.
 */
class ExportPanel extends View {
  static properties = {
    path: { attribute: false },
    name: { attribute: false },
    words: { attribute: false },
    state: { state: true },
    count: { state: true },
    total: { state: true },
    problem: { state: true },
  };

  #asking = null;

  constructor() {
    super();
    this.words = 'export';
    this.#begin('idle');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  render() {
    const busy = this.state === 'begun' || this.state === 'flowing';
    return html`<button
        type="button"
        class="secondary outline"
        id="export"
        aria-busy=${busy}
        ?disabled=${busy}
        @click=${this.#export}
      >
        ${t('export.button')}
      </button>
      <div class="export" ?hidden=${this.state === 'idle'}>
        ${busy ? this.#renderProgress() : nothing}
        <p role="status" id="export-state">${this.#said()}</p>
        <yol-problem id="export-problem" .problem=${this.problem}></yol-problem>
      </div>`;
  }

  #renderProgress() {
    return html`<div class="export-line">
      <progress
        aria-label=${t('export.progress')}
        max=${this.total ?? 1}
        value=${this.total ? Math.min(this.count, this.total) : nothing}
      ></progress>
      <p id="export-count">${this.state === 'flowing' ? this.#counted() : nothing}</p>
      <button type="button" class="secondary outline" id="export-cancel" @click=${() => this.#asking.abort()}>
        ${t('export.cancel')}
      </button>
    </div>`;
  }

  #counted() {
    return this.total
      ? t('export.rowsOf', { number: number(this.count), total: number(this.total) })
      : t(`${this.words}.rows`, { count: this.count, number: number(this.count) });
  }

  #said() {
    if (this.state === 'begun') return t('export.begun');
    if (this.state === 'cancelled') return t('export.cancelled');
    if (this.state !== 'saved') return nothing;
    const saved = t(`${this.words}.saved`, { count: this.count, number: number(this.count) });
    return this.count < (this.total ?? 0) ? `${saved} ${t('export.fewer', { total: number(this.total) })}` : saved;
  }

  #begin(state) {
    this.state = state;
    this.count = 0;
    this.total = null;
    this.problem = null;
  }

  async #export() {
    this.#begin('begun');
    const asking = (this.#asking = new AbortController());
    const { signal } = asking;
    try {
      const take = (answer, moved) => this.#take(answer, moved);
      const { body } = await api.download(this.path, 'text/csv', take, { signal });
      save(body, this.name);
      this.state = 'saved';
    } catch (thrown) {
      this.state = signal.aborted ? 'cancelled' : 'refused';
      if (!signal.aborted) this.problem = Problem.from(thrown);
    }
  }

  /** A connection that breaks ends it here: what has come until then is a part that looks like a whole. */
  async #take(answer, moved) {
    this.total = Number(answer.headers.get('X-Total-Count')) || null;
    this.state = 'flowing';
    const rows = new CsvRows();
    const parts = [];
    const reader = answer.body.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        moved();
        rows.add(part.value);
        parts.push(part.value);
        this.count = rows.count;
      }
    } catch {
      throw this.#broken();
    }
    if (!rows.whole) throw this.#broken();
    return new Blob(parts, { type: 'text/csv' });
  }

  #broken() {
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
