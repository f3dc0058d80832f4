import { html, nothing } from 'lit';
import { dateTime, number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { entryAddress } from './log-address.js';
import { haltedNotice, logAlarm } from './log-alarm.js';
import { readWitnesses } from './log-source.js';
import { checkedWitnesses, countriesRead, countriesThatSigned } from './log-witnesses.js';
import { lookedUp } from './receipt-lookup.js';
import { WatchedLog } from './watched-log.js';

/**
 * What the log has of a receipt that is genuine: `says` is what it says, `proof` the one in its file, or null. On the page
 * of a log that is `watched` already, that page says what must not be; it hears of it by `checked`.
 */
class ReceiptInLog extends View {
  static properties = {
    says: { attribute: false },
    proof: { attribute: false },
    watched: { attribute: false },
    result: { state: true },
    countries: { state: true },
    problem: { state: true },
  };

  #own = null;

  get #log() {
    return this.watched ?? (this.#own ??= new WatchedLog());
  }

  willUpdate(changed) {
    if (changed.has('says') || changed.has('proof')) this.#look();
  }

  render() {
    if (this.problem) return this.#renderProblem();
    const { findings, halted, verifies } = this.#log;
    const alarms = this.watched ? nothing : html`${haltedNotice(halted)} ${logAlarm({ findings })}`;
    if (halted) return alarms;
    if (!this.result) return html`<p aria-busy="true">${t('log.receipt.looking')}</p>`;
    const { finding, index } = this.result;
    return html`${alarms}
      <div class="notice notice-${NOTICES[finding]}" id="receipt-in-log" data-finding=${finding}>
        <p><strong>${this.#title()}</strong></p>
        <p>${this.#text()}</p>
        ${verifies ? nothing : html`<p>${t('log.notVerified')}</p>`}
        ${
          finding === 'there'
            ? html`<p><a href=${entryAddress(index)}>${t('log.receipt.toEntry')}</a></p>`
            : nothing
        }
        ${
          finding === 'not-yet' || finding === 'left-out'
            ? html`<button type="button" class="secondary outline" id="look-again" @click=${() => this.#look()}>
                ${t('log.receipt.again')}
              </button>`
            : nothing
        }
      </div>`;
  }

  #title() {
    const { finding, index, origin } = this.result;
    return t(`log.receipt.${finding}Title`, { number: number(index ?? 0), origin });
  }

  #text() {
    const { finding, since } = this.result;
    if (finding !== 'there') return t(`log.receipt.${finding}Text`, { now: this.#log.origin });
    const there = t('log.receipt.thereText', { time: dateTime(since) });
    return this.countries.length
      ? `${there} ${t('log.receipt.signedBy', { countries: countriesRead(this.countries) })}`
      : `${there} ${t('log.receipt.signedByNone')}`;
  }

  #renderProblem() {
    return html`<yol-problem .problem=${this.problem}></yol-problem>
      <button type="button" class="secondary outline" id="look-again" @click=${() => this.#look()}>
        ${t('log.receipt.again')}
      </button>`;
  }

  async #look() {
    const { says, proof } = this;
    Object.assign(this, { result: null, problem: null, countries: [] });
    try {
      if (says.log) await this.#log.look();
      if (this.#log.halted) return;
      const result = await lookedUp(says, proof, this.#log);
      if (result.finding === 'there') {
        const witnesses = await checkedWitnesses(await readWitnesses(), this.#log);
        this.countries = countriesThatSigned(witnesses, result.index);
      }
      if (says === this.says) this.result = result;
      this.dispatchEvent(new Event('checked', { bubbles: true }));
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.requestUpdate();
    }
  }
}

const NOTICES = {
  there: 'good',
  unlogged: 'warning',
  'not-yet': 'warning',
  'other-log': 'warning',
  'left-out': 'problem',
  altered: 'problem',
  'proof-wrong': 'problem',
};

customElements.define('yol-receipt-in-log', ReceiptInLog);
