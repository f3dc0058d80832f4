import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { writtenText } from '../components/pieces.js';
import { api } from '../core/api.js';
import { country, dateTime, number } from '../core/format.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { entryAddress, historyAddress } from '../log/log-address.js';
import { guideAddress } from '../selections/selection-address.js';
import { reckoned } from './lottery-part.js';
import './own-part.js';

const SOON = 5_000;

/** The lottery of a call: whose parts it has, who takes part, and what came out. */
class LotteryPage extends Page {
  static properties = {
    callId: { attribute: false },
    lottery: { state: true },
    fits: { state: true },
  };

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    if (!this.lottery) return this.renderWaiting(t('lottery.title'), () => this.#read());
    const { programmeTitle, problems } = this.lottery;
    const broken = problems.filter((each) => BROKEN.includes(each));
    return html`<p><a href="/calls/${this.callId}">← ${writtenText(programmeTitle)}</a></p>
      <h1>${t('lottery.title')}</h1>
      <p>${t('lottery.intro')}</p>
      <p class="notice" id="lottery-state" role="status">${stateOf(this.lottery)}</p>
      ${
        broken.length
          ? html`<div class="notice notice-problem" id="lottery-broken">
              <p><strong>${t('lottery.broken')}</strong></p>
              <ul>
                ${broken.map((each) => html`<li>${word('lottery.problems', each)}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${this.#renderOwn()} ${this.#renderParts()} ${this.#renderEntrants()} ${this.#renderSeed()}
      <p class="meta"><a href=${historyAddress({ id: this.callId })}>${t('log.ofCall')}</a></p>`;
  }

  #renderOwn() {
    if (!session.is('authority') || !this.lottery.countries.includes(session.country)) return nothing;
    return html`<yol-own-part
      .lottery=${this.lottery}
      .by=${session.country}
      @yol-changed=${({ detail }) => this.#show(detail)}
    ></yol-own-part>`;
  }

  #renderParts() {
    const { parts, countries } = this.lottery;
    const others = countries.filter((code) => !parts.some(({ by }) => by === code));
    return html`<section class="panel" aria-labelledby="parts-heading">
      <h2 id="parts-heading">${t('lottery.parts')}</h2>
      <div class="table-frame">
        <table class="stacking" id="lottery-parts">
          <thead>
            <tr>
              ${columnHead({ label: t('lottery.by') })} ${columnHead({ label: t('lottery.bound') })}
              ${columnHead({ label: t('lottery.opened') })}
            </tr>
          </thead>
          <tbody>
            ${parts.map((part) => this.#renderPart(part))}
            ${others.map(
              (code) =>
                html`<tr>
                  <th scope="row">${country(code)}</th>
                  <td data-label=${t('lottery.bound')}>${t(isTaking(this.lottery) ? 'lottery.maybe' : 'lottery.none')}</td>
                  <td data-label=${t('lottery.opened')}>–</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #renderPart({ by, commitment, committedAt, entry, opened, openedAt, openedEntry }) {
    const { seed } = this.lottery;
    return html`<tr>
      <th scope="row">${whose(by)}</th>
      <td data-label=${t('lottery.bound')}>${digestOf(commitment)} ${dateTime(committedAt)} ${entryLink(entry)}</td>
      <td data-label=${t('lottery.opened')}>
        ${
          opened
            ? html`${digestOf(opened)} ${dateTime(openedAt)} ${entryLink(openedEntry)}`
            : t(seed ? 'lottery.leftOut' : 'lottery.shut')
        }
      </td>
    </tr>`;
  }

  #renderEntrants() {
    const { entrants } = this.lottery;
    return html`<section class="panel" aria-labelledby="entrants-heading">
      <h2 id="entrants-heading">${t('lottery.entrants')}</h2>
      ${
        entrants
          ? html`<p id="lottery-entrants">
                <strong>${t('lottery.count', { count: entrants.number })}</strong> ${dateTime(entrants.at)}
                ${entryLink(entrants.entry)}
              </p>
              <p class="meta">${t('lottery.digest')} <code>${entrants.digest}</code></p>
              ${entrants.entry === null ? nothing : this.#renderList()}
              ${entrants.withoutSalt ? html`<p>${t('lottery.withoutSalt', { count: entrants.withoutSalt })}</p>` : nothing}`
          : html`<p class="hint">${t('lottery.entrantsLater')}</p>`
      }
    </section>`;
  }

  #renderList() {
    const address = `/api/selections/lotteries/${encodeURIComponent(this.callId)}/entrants`;
    return html`<p><a href=${address} download="entrants.txt" id="download-entrants">${t('lottery.list')}</a></p>`;
  }

  #renderSeed() {
    const { seed } = this.lottery;
    return html`<section class="panel" aria-labelledby="seed-heading">
      <h2 id="seed-heading">${t('lottery.seed')}</h2>
      ${
        seed
          ? html`<p><code id="lottery-seed">${seed}</code></p>
              <p class=${this.fits === false ? 'notice notice-problem' : 'meta'} id="lottery-reckoned" role="status">
                ${this.fits === null ? nothing : t(this.fits ? 'lottery.fits' : 'lottery.fitsNot')}
              </p>`
          : html`<p class="hint">${t('lottery.seedLater')}</p>`
      }
      <p class="meta">${t('lottery.how')} <a href=${guideAddress()}>${t('guide.selection-by-hand')}</a></p>
    </section>`;
  }

  #read() {
    return this.load(async () => {
      this.#show((await api.get(`/api/selections/lotteries/${encodeURIComponent(this.callId)}`)).body);
    });
  }

  async #show(lottery) {
    this.lottery = lottery;
    clearTimeout(this.#timer);
    if (isOnTheWay(lottery)) this.#timer = setTimeout(() => this.#again(), SOON);
    this.fits = await reckoned(lottery);
  }

  async #again() {
    if (this.isConnected) await this.#read();
  }
}

/** What says that something went wrong, and not that something is to come. */
const BROKEN = ['commitment-after-submission', 'opening-before-entrants', 'wrong-part', 'wrong-seed'];

/** Whether somebody may still take part. */
export function isTaking({ sealed, contributionsEnd }) {
  return !sealed && Date.parse(contributionsEnd) > Date.now();
}

/** Whether an entry, or a step by the clock, is to be expected within seconds. */
function isOnTheWay({ parts, entrants, openBy }) {
  return (
    parts.some(({ entry, opened, openedEntry }) => entry === null || (opened && openedEntry === null)) ||
    Boolean(entrants && !openBy)
  );
}

function stateOf(lottery) {
  const { seed, drawnAt, openBy, entrants, contributionsEnd, closes } = lottery;
  if (seed) return t('lottery.drawn', { time: dateTime(drawnAt) });
  if (openBy) return t('lottery.opening', { time: dateTime(openBy) });
  if (entrants) return t('lottery.entered');
  if (isTaking(lottery)) return t('lottery.taking', { time: dateTime(contributionsEnd) });
  return t('lottery.waiting', { time: dateTime(closes) });
}

function whose(by) {
  return by === 'operator' ? t('lottery.operator') : country(by);
}

function digestOf(digest) {
  return html`<code title=${digest}>${digest.slice(0, 16)}…</code>`;
}

function entryLink(index) {
  return index === null || index === undefined
    ? html`<span class="meta">${t('lottery.entryLater')}</span>`
    : html`<a href=${entryAddress(index)}>${t('log.entry.title', { number: number(index) })}</a>`;
}

customElements.define('yol-lottery-page', LotteryPage);
