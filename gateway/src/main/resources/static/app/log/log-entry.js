import { html } from 'lit';
import { dateTime, number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { callTitle, knowTitles } from './call-titles.js';
import { canonical } from './canonical.js';
import { entryRead, kindWord } from './entry-words.js';
import { LOG, readEntry } from './log-source.js';
import { checkMark } from './log-entries.js';
import { countriesRead, countriesThatSigned } from './log-witnesses.js';

/** One entry of the log: all that it says, and what can be taken along of it. */
class LogEntry extends View {
  static properties = {
    watched: { attribute: false },
    witnesses: { attribute: false },
    index: { attribute: false },
    item: { state: true },
    fits: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('index')) this.#read();
  }

  render() {
    return html`<section class="panel" id="log-entry" data-entry=${this.index} aria-labelledby="log-entry-heading">
      <h2 id="log-entry-heading" tabindex="-1">${t('log.entry.title', { number: number(this.index) })}</h2>
      ${this.#renderContent()}
    </section>`;
  }

  #renderContent() {
    if (this.problem?.status === 404) return html`<p>${t('log.entry.none')}</p>`;
    if (this.problem) return html`<yol-problem .problem=${this.problem}></yol-problem>`;
    if (!this.item) return html`<p aria-busy="true">${t('status.loading')}</p>`;
    const { index, leaf, entry } = this.item;
    return html`<p>${entryRead(entry, callTitle(entry.call))}</p>
      <dl class="fact-list">
        ${fact(t('log.entries.what'), kindWord(entry.kind))}
        ${fact(t('log.entries.at'), html`<time datetime=${entry.at}>${dateTime(entry.at)}</time>`)}
        ${fact(t('log.entries.check'), checkMark(this.fits))} ${fact(t('log.entry.signedBy'), this.#signedBy())}
      </dl>
      <details>
        <summary>${t('log.entry.whole')}</summary>
        <p><code id="log-entry-text">${canonical(entry)}</code></p>
        <p class="meta">${t('log.entry.leaf')} <code>${leaf}</code></p>
      </details>
      <p class="buttons no-print">
        <a class="button secondary outline" id="log-entry-proof" href="${LOG}/entries/${index}/proof" download="yol-entry-${index}.tlog-proof"
          >${t('log.entry.proof')}</a
        >
      </p>`;
  }

  #signedBy() {
    const countries = countriesThatSigned(this.witnesses ?? [], this.index);
    return countries.length ? countriesRead(countries) : t('log.entry.signedByNone');
  }

  async #read() {
    const { index } = this;
    Object.assign(this, { item: null, problem: null, fits: undefined });
    try {
      const item = await readEntry(index);
      if (index !== this.index) return;
      this.item = item;
      if (!this.watched.reaches(item)) await this.watched.look();
      if (this.watched.reaches(item)) this.fits = await this.watched.isEntry(item);
      this.dispatchEvent(new Event('checked'));
      if (item.entry.call) await knowTitles([item.entry.call]);
      this.requestUpdate();
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }
}

function fact(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

customElements.define('yol-log-entry', LogEntry);
