import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead } from '../components/column-head.js';
import { labelledSelect } from '../components/labelled-select.js';
import { emptyState, loadMore } from '../components/pieces.js';
import { saveFile } from '../components/saved-file.js';
import { briefDateTime, number } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callTitle, knowTitles } from './call-titles.js';
import { csvOf } from './entries-csv.js';
import { entryRead, KINDS, kindWord } from './entry-words.js';
import { entryAddress } from './log-address.js';
import { readEntries } from './log-source.js';

const PAGE = 25;

/**
 * The entries of the log, the newest first, each checked against the tree; those of one `call` or `kind` alone. Whenever
 * its log has grown (`size`) the new ones stand above. Fires `checked` after entries were, and `narrowed` with a filter.
 */
class LogEntries extends Page {
  static properties = {
    watched: { attribute: false },
    size: { attribute: false },
    call: {},
    kind: {},
    items: { state: true },
    next: { state: true },
  };

  /** Whether what was read, as it was read, stands in the tree. */
  #fits = new WeakMap();

  willUpdate(changed) {
    if (changed.has('call') || changed.has('kind')) {
      this.items = null;
      this.#read();
    } else if (changed.has('size') && this.items) this.#readNewer();
  }

  /** The page it stands in has the heading. */
  updated() {}

  render() {
    return html`<section aria-labelledby="log-entries-heading">
      <div class="heading-line">
        <h2 id="log-entries-heading">${this.call ? t('log.entries.ofCall') : t('log.entries.title')}</h2>
        ${this.items?.length ? this.#renderFiles() : nothing}
      </div>
      ${this.call ? this.#renderCall() : nothing}
      <search aria-label=${t('log.entries.filters')} class="no-print log-filters">
        ${labelledSelect({
          id: 'log-kind',
          label: t('log.entries.kind'),
          options: KINDS.map((each) => [each, kindWord(each)]),
          value: this.kind,
          blank: t('log.entries.anyKind'),
          change: (kind) => this.#narrow({ kind }),
        })}
      </search>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items ? this.#renderItems() : this.problem ? nothing : html`<p aria-busy="true">${t('status.loading')}</p>`}
    </section>`;
  }

  #renderCall() {
    const title = callTitle(this.call);
    return html`<p id="log-of-call">
      <a href="/calls/${encodeURIComponent(this.call)}">${title ?? this.call}</a>
      <button type="button" class="link-button" id="log-all-calls" @click=${() => this.#narrow({ call: '' })}>
        ${t('log.entries.allCalls')}
      </button>
    </p>`;
  }

  #renderItems() {
    if (!this.items.length) return emptyState(t('log.entries.emptyTitle'), t('log.entries.emptyText'));
    return html`<p role="status" class="meta">
        ${this.loading ? t('status.loading') : t('log.entries.shown', { count: this.items.length })}
      </p>
      <div class="table-frame">
        <table class="stacking" id="log-entries">
          <thead>
            <tr>
              ${columnHead({ label: t('log.entries.number') })} ${columnHead({ label: t('log.entries.at') })}
              ${columnHead({ label: t('log.entries.what') })} ${columnHead({ label: t('log.entries.check') })}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.items,
              ({ index }) => index,
              (item) => this.#row(item),
            )}
          </tbody>
        </table>
      </div>
      ${loadMore(this.next, this.loading, () => this.#readMore())}`;
  }

  #row(item) {
    const { index, entry } = item;
    const fits = this.#fits.get(item);
    return html`<tr data-entry=${index} class=${fits === false ? 'log-wrong' : ''}>
      <th scope="row"><a href=${entryAddress(index)}>${number(index)}</a></th>
      <td data-label=${t('log.entries.at')}><time datetime=${entry.at}>${briefDateTime(entry.at)}</time></td>
      <td data-label=${t('log.entries.what')}>${entryRead(entry, callTitle(entry.call))}</td>
      <td data-label=${t('log.entries.check')}>${checkMark(fits)}</td>
    </tr>`;
  }

  #renderFiles() {
    return html`<div class="buttons no-print">
      ${['csv', 'json'].map(
        (ending) =>
          html`<button type="button" class="secondary outline" id="log-${ending}" @click=${() => this.#save(ending)}>
            ${t(`log.entries.${ending}`)}
          </button>`,
      )}
    </div>`;
  }

  #save(ending) {
    if (ending === 'csv') saveFile('yol-log.csv', 'text/csv', csvOf(this.items));
    else saveFile('yol-log.json', 'application/json', JSON.stringify(this.items, null, 2));
  }

  #narrow(filter) {
    this.dispatchEvent(new CustomEvent('narrowed', { detail: filter }));
  }

  #read() {
    return this.#page({}, (read) => {
      this.next = read.next;
      return read.items;
    });
  }

  #readMore() {
    return this.#page({ after: this.next }, (read) => {
      this.next = read.next;
      return [...this.items, ...read.items];
    });
  }

  /** What stands there already stays; where more came than fit on a page, the list begins anew. */
  #readNewer() {
    return this.#page({}, (read) => {
      const first = this.items[0]?.index ?? -1;
      const newer = read.items.filter(({ index }) => index > first);
      if (newer.length < read.items.length) return [...newer, ...this.items];
      this.next = read.next;
      return read.items;
    });
  }

  #page(more, all) {
    const asked = { call: this.call, kind: this.kind };
    return this.load(async () => {
      const read = await readEntries({ ...asked, limit: PAGE, ...more });
      if (asked.call !== this.call || asked.kind !== this.kind) return;
      this.items = all(read);
      await this.#check();
      await knowTitles(this.items.map(({ entry }) => entry.call).filter(Boolean));
      this.requestUpdate();
    });
  }

  async #check() {
    const { watched } = this;
    if (!watched.checkpoint) return;
    const unchecked = this.items.filter((item) => !this.#fits.has(item));
    if (unchecked.some((item) => !watched.reaches(item))) await watched.look();
    // What came after the checkpoint is checked with the next one.
    const reached = unchecked.filter((item) => watched.reaches(item));
    await Promise.all(reached.map(async (item) => this.#fits.set(item, await watched.isEntry(item))));
    this.requestUpdate();
    this.dispatchEvent(new Event('checked'));
  }
}

export function checkMark(fits) {
  if (fits === undefined) return '–';
  return fits
    ? html`<span class="badge badge-good">${t('log.entries.fits')}</span>`
    : html`<span class="badge badge-bad">${t('log.entries.fitsNot')}</span>`;
}

customElements.define('yol-log-entries', LogEntries);
