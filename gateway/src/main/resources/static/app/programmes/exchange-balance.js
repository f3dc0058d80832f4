import { html, nothing, svg } from 'lit';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

/** Of an exchange, for every two universities: how many may go each way, and how many do. */
class ExchangeBalance extends View {
  static properties = {
    callId: {},
    balance: { state: true },
    problem: { state: true },
  };

  #asked = null;

  willUpdate() {
    // Who works with the applications reads all of them, everybody else multiples of five.
    const asked = `${this.callId} ${session.authenticated}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#read();
  }

  render() {
    if (this.balance && !this.balance.pairs.length) return nothing;
    const id = `balance-${this.callId}`;
    return html`<section class="balance" aria-labelledby=${id}>
      <h2 id=${id}>${t('balance.title')}</h2>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.balance ? renderTable(this.balance, id) : html`<p aria-busy=${this.problem ? nothing : 'true'}></p>`}
      ${this.balance && !this.balance.exact ? html`<p class="meta">${t('balance.rounded')}</p>` : nothing}
    </section>`;
  }

  async #read() {
    const callId = this.callId;
    try {
      const { body } = await api.get(`/api/calls/${encodeURIComponent(callId)}/balance`);
      if (callId === this.callId) [this.balance, this.problem] = [body, null];
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }
}

/** Of the calls of exchanges; nothing of others. */
export function renderBalance({ id, agreement }) {
  return agreement ? html`<yol-exchange-balance .callId=${id}></yol-exchange-balance>` : nothing;
}

function renderTable({ pairs }, labelledBy) {
  const most = Math.max(1, ...pairs.flatMap(({ there, back }) => [there, back]).flatMap(({ agreed, accepted }) => [agreed, accepted]));
  return html`<div class="table-frame" tabindex="0" role="group" aria-labelledby=${labelledBy}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('balance.way')}</th>
          ${['agreed', 'offered', 'accepted'].map((part) => html`<th scope="col" class="figure-cell">${t(`balance.${part}`)}</th>`)}
        </tr>
      </thead>
      ${pairs.map((pair) => renderPair(pair, most))}
    </table>
  </div>`;
}

function renderPair({ hosts: [one, other], there, back, balance }, most) {
  return html`<tbody>
    ${renderWay(one, other, there, most)} ${renderWay(other, one, back, most)}
    <tr>
      <td class="balance-difference" colspan="4">${difference(one, other, balance)}</td>
    </tr>
  </tbody>`;
}

function renderWay(from, to, { agreed, offered, accepted }, most) {
  return html`<tr>
    <th scope="row">
      ${nameOf(from)} → ${nameOf(to)}
      <svg class="balance-bars" width="100%" height="14" aria-hidden="true" focusable="false">
        ${bar('agreed', agreed, most, 0)} ${bar('accepted', accepted, most, 8)}
      </svg>
    </th>
    ${[agreed, offered, accepted].map((people) => html`<td class="figure-cell">${number(people)}</td>`)}
  </tr>`;
}

function bar(part, people, most, top) {
  return svg`<rect class="balance-${part}" x="0" y=${top} rx="2" width="${(100 * people) / most}%" height="6"></rect>`;
}

function difference(one, other, balance) {
  if (balance === 0) return t('balance.even');
  const [from, to] = balance > 0 ? [one, other] : [other, one];
  return t('balance.more', { from: nameOf(from), to: nameOf(to), number: number(Math.abs(balance)) });
}

customElements.define('yol-exchange-balance', ExchangeBalance);
