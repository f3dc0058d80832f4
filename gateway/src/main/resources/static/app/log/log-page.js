import { html, nothing } from 'lit';
import { query } from '../core/api.js';
import { date, dateTime, number, relative } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { haltedNotice, logAlarm } from './log-alarm.js';
import './log-entries.js';
import './log-entry.js';
import { growthPicture } from './log-growth.js';
import './log-search.js';
import { LOG, readEvidence, readGrowth, readWitnesses } from './log-source.js';
import { checkedWitnesses, witnessTable } from './log-witnesses.js';
import { WatchedLog } from './watched-log.js';

/** A log grows by the second while people apply. */
const PAUSE = 10_000;

/** The log that nobody can rewrite: for everybody to follow, checked in the browser as it is read. */
class LogPage extends Page {
  static properties = {
    call: { state: true },
    kind: { state: true },
    index: { state: true },
    growth: { state: true },
    witnesses: { state: true },
    evidence: { state: true },
    lost: { state: true },
  };

  #watched = new WatchedLog();
  #timer = null;
  #seen = () => this.#lookAgain();

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
    this.queryChanged();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
  }

  queryChanged() {
    const { call = '', kind = '', entry } = router.query;
    Object.assign(this, { call, kind, index: /^\d+$/.test(entry ?? '') ? Number(entry) : null });
    if (this.index !== null) this.#showEntry();
  }

  render() {
    if (!this.growth) return this.renderWaiting(t('log.title'), () => this.#read());
    const { findings, halted, checkpoint } = this.#watched;
    const redraw = () => this.requestUpdate();
    return html`<div class="title-block">
        <h1>${t('log.title')}</h1>
        <p>${t('log.intro')}</p>
      </div>
      ${logAlarm({ findings, listed: this.evidence, forget: () => this.#forget() })} ${haltedNotice(halted)}
      ${findings.length || this.evidence.length || halted ? nothing : this.#renderChecked()} ${this.#renderTotals()}
      ${
        this.index === null
          ? nothing
          : html`<yol-log-entry
              .watched=${this.#watched}
              .witnesses=${this.witnesses}
              .index=${this.index}
              @checked=${redraw}
            ></yol-log-entry>`
      }
      <div class="log-beside">
        <div>
          ${growthPicture(this.growth)}
          <yol-log-search
            .watched=${this.#watched}
            @entry=${({ detail }) => this.#choose({ entry: detail })}
            @checked=${redraw}
          ></yol-log-search>
        </div>
        <section class="panel" aria-labelledby="log-witnesses">
          <h2 id="log-witnesses">${t('log.witnesses.title')}</h2>
          <p class="meta">${t('log.witnesses.intro')}</p>
          ${witnessTable(this.witnesses)}
        </section>
      </div>
      <yol-log-entries
        .watched=${this.#watched}
        .size=${checkpoint?.size ?? 0}
        .call=${this.call}
        .kind=${this.kind}
        @narrowed=${({ detail }) => this.#choose({ entry: null, ...detail })}
        @checked=${redraw}
      ></yol-log-entries>
      ${this.#renderTools()}`;
  }

  /** What this browser has reckoned itself. */
  #renderChecked() {
    const { verifies, before, checkpoint } = this.#watched;
    if (!checkpoint) return nothing;
    return html`<div class="notice notice-${verifies ? 'good' : 'warning'}" id="log-checked" role="status">
      <p><strong>${t('log.checked.title')}</strong></p>
      <p>
        ${t(verifies ? 'log.checked.text' : 'log.notVerified')}
        ${before ? t('log.checked.grown', { time: dateTime(before.at) }) : t('log.checked.first')}
      </p>
    </div>`;
  }

  #renderTotals() {
    const { checkpoint } = this.#watched;
    const size = checkpoint?.size ?? this.growth.size;
    const today = this.growth.days.at(-1);
    const current = this.witnesses.filter(({ state }) => state === 'current').length;
    return html`<dl class="glance log-glance" id="log-totals">
      ${glance(t('log.size'), html`<span data-testid="log-size">${number(size)}</span>`)}
      ${glance(
        t('log.grown'),
        this.growth.signedAt ? relative(this.growth.signedAt) : '–',
        this.growth.signedAt ? dateTime(this.growth.signedAt) : nothing,
      )}
      ${glance(t('log.lastDay'), today ? number(today.entries) : '–', today ? date(today.day) : nothing)}
      ${glance(t('log.countries'), number(current), t('log.countriesOf', { count: this.witnesses.length }))}
    </dl>
    ${this.lost ? html`<p class="meta" id="log-lost">${t('log.lost')}</p>` : nothing}`;
  }

  #renderTools() {
    const { keys, origin } = this.#watched;
    return html`<section class="panel" aria-labelledby="log-tools">
      <h2 id="log-tools">${t('log.tools.title')}</h2>
      <p>${t('log.tools.text')}</p>
      <dl class="fingerprints">
        <div>
          <dt>${t('log.tools.origin')}</dt>
          <dd><code>${origin ?? ''}</code></dd>
        </div>
        ${keys.map(
          ({ text }) => html`<div>
            <dt>${t('log.tools.key')}</dt>
            <dd><code>${text}</code></dd>
          </div>`,
        )}
      </dl>
      <ul class="figure-files no-print">
        ${['checkpoint', 'keys', 'schema'].map((file) => html`<li><a href="${LOG}/${file}">${t(`log.tools.${file}`)}</a></li>`)}
        <li><a href="https://c2sp.org/tlog-tiles" rel="noopener noreferrer">${t('log.tools.format')}</a></li>
      </ul>
    </section>`;
  }

  #choose(change) {
    const { call, kind, index } = this;
    router.replaceQuery(query({ entry: index, call, kind, ...change }));
    this.queryChanged();
  }

  /** Who has asked for an entry reads it next. */
  async #showEntry() {
    await this.updateComplete;
    this.querySelector('#log-entry-heading')?.focus();
  }

  #read() {
    return this.load(() => this.#readAll());
  }

  async #readAll(options) {
    await this.#watched.look(options);
    const [growth, witnesses, evidence] = await Promise.all([
      readGrowth(options),
      readWitnesses(options),
      readEvidence(options),
    ]);
    this.witnesses = await checkedWitnesses(witnesses, this.#watched);
    this.evidence = evidence;
    this.growth = growth;
    this.lost = false;
    this.#wait();
  }

  /** By itself: what fails is tried again at the next time. */
  async #lookAgain() {
    clearTimeout(this.#timer);
    if (document.hidden || !this.growth || !this.isConnected) return;
    try {
      await this.#readAll({ quiet: true });
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      this.lost = true;
      this.#wait();
    }
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookAgain(), PAUSE);
  }

  #forget() {
    return this.load(async () => {
      await this.#watched.forget();
      await this.#readAll();
    });
  }
}

function glance(name, value, more = nothing) {
  return html`<div>
    <dt>${name}</dt>
    <dd><strong>${value}</strong>${more === nothing ? nothing : html`<small>${more}</small>`}</dd>
  </div>`;
}

customElements.define('yol-log-page', LogPage);
