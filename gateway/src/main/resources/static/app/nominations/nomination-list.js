import { html, nothing } from 'lit';
import { deadline, emptyState, writtenText } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';

/** The calls for which an authority nominates. */
class NominationList extends Page {
  static properties = { items: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const heading = t('nomination.nav');
    if (!session.is('authority')) {
      return html`<h1>${heading}</h1>
        <p>${t('nomination.forOthers')}</p>`;
    }
    if (!this.items) return this.renderWaiting(heading, () => this.#read());
    return html`<h1>${heading}</h1>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${
        this.items.length === 0
          ? emptyState(t('nomination.none'), t('nomination.noneText'))
          : html`<p>${t('nomination.intro')}</p>
              <ul class="rows" id="nominations">
                ${this.items.map(row)}
              </ul>`
      }`;
  }

  #read() {
    if (!session.is('authority')) return undefined;
    return this.load(async () => {
      this.items = (await api.get('/api/nominations/calls')).body;
    });
  }
}

function row({ callId, programmeTitle, closes, zone, sentAt, applications, ranked, most, declined }) {
  return html`<li class="row">
    <div>
      <h2><a href="/nominations/${callId}">${writtenText(programmeTitle)}</a></h2>
      <p class="meta">${t('nomination.counts', { applications, ranked, declined })}</p>
      ${most ? html`<p class="meta">${t('nomination.quota', { count: ranked, most })}</p>` : nothing}
    </div>
    <div class="row-state">
      ${deadline(closes, zone, { label: t('deadline.closes') })}
      ${sentAt ? html`<span class="meta">${t('nomination.sentAt', { time: dateTime(sentAt) })}</span>` : nothing}
    </div>
  </li>`;
}

customElements.define('yol-nomination-list', NominationList);
