import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead } from '../components/column-head.js';
import { confirmed } from '../components/confirm.js';
import { deadline, emptyState, field, loadMore, stateBadge, writtenText } from '../components/pieces.js';
import { searchField } from '../components/search-field.js';
import { announce } from '../components/toasts.js';
import { api, query } from '../core/api.js';
import { briefDateTime, dateTime } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { lotteryAddress } from '../lottery/lottery-address.js';

const TYPING_PAUSE = 300;
const TABLE_PAGE = 50;

/** An authority ranks whom it nominates for a call and says why it does not nominate others; saved as it goes. */
class NominationPage extends Page {
  static properties = {
    callId: { attribute: false },
    list: { state: true },
    items: { state: true },
    next: { state: true },
    text: { state: true },
    declining: { state: true },
  };

  #version = null;
  #timer = null;
  #unsaved = false;
  #saved = false;
  #focusNext = null;

  connectedCallback() {
    super.connectedCallback();
    this.text = '';
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  updated() {
    if (!this.#focusNext) return;
    this.#focusNext
      .map((id) => this.querySelector(`[id="${id}"]`))
      .find((control) => control && !control.disabled)
      ?.focus();
    this.#focusNext = null;
  }

  render() {
    const heading = t('nomination.nav');
    if (!session.is('authority')) {
      return html`<h1>${heading}</h1>
        <p>${t('nomination.forOthers')}</p>`;
    }
    if (!this.list || !this.items) return this.renderWaiting(heading, () => this.#read());
    const { programmeTitle, closes, zone, sentAt, ranked, declined } = this.list;
    return html`<p><a href="/nominations">← ${heading}</a></p>
      <h1>${writtenText(programmeTitle)}</h1>
      ${
        sentAt
          ? html`<p class="notice" id="sent">${t('nomination.sentAt', { time: dateTime(sentAt) })}</p>`
          : html`<p>${deadline(closes, zone, { label: t('deadline.closes') })}</p>`
      }
      <p class="meta"><a href=${lotteryAddress(this.callId)}>${t('lottery.title')}</a></p>
      <section class="panel" aria-labelledby="ranked-heading">
        <h2 id="ranked-heading">${t('nomination.ranked')}</h2>
        ${this.#renderQuota()} ${ranked.length === 0 ? html`<p class="hint">${t('nomination.rankedNone')}</p>` : nothing}
        <ol class="ranking" id="ranked">
          ${repeat(ranked, ({ applicationId }) => applicationId, (each, index) => this.#renderRanked(each, index))}
        </ol>
      </section>
      <section class="panel" aria-labelledby="declined-heading">
        <h2 id="declined-heading">${t('nomination.declined')}</h2>
        ${declined.length === 0 ? html`<p class="hint">${t('nomination.declinedNone')}</p>` : nothing}
        <ul class="ranking" id="declined">
          ${repeat(declined, ({ applicationId }) => applicationId, (each) => this.#renderDeclined(each))}
        </ul>
      </section>
      ${this.#renderSend()} ${this.#renderCandidates()}`;
  }

  /** How many may be nominated: whoever uses the list hears of it when it is full. */
  #renderQuota() {
    const { most, ranked } = this.list;
    if (!most) return nothing;
    const over = ranked.length - most;
    return html`<div role="status" id="quota">
      <p><strong>${t('nomination.quota', { count: ranked.length, most })}</strong></p>
      ${over > 0 ? html`<p class="notice notice-warning">${t('nomination.over', { most, count: ranked.length, over })}</p>` : nothing}
      ${over === 0 && this.#isOpen ? html`<p class="hint">${t('nomination.full')}</p>` : nothing}
    </div>`;
  }

  #renderRanked({ applicationId: id, name, state }, index) {
    const count = this.list.ranked.length;
    return html`<li>
      <span class="rank" aria-hidden="true">${index + 1}</span>
      <span class="rank-name"><a href="/applications/${id}">${name}</a> ${withdrawn(state)}</span>
      ${
        this.#isOpen
          ? html`<span class="buttons">
              ${iconButton(`up-${id}`, '↑', t('nomination.up', { name }), index === 0, () => this.#move(index, -1))}
              ${iconButton(`down-${id}`, '↓', t('nomination.down', { name }), index === count - 1, () => this.#move(index, 1))}
              ${iconButton(`remove-${id}`, '×', t('nomination.remove', { name }), false, () => this.#remove(id))}
            </span>`
          : nothing
      }
    </li>`;
  }

  #renderDeclined({ applicationId: id, name, state, reason }) {
    return html`<li>
      <span class="rank-name">
        <a href="/applications/${id}">${name}</a> ${withdrawn(state)}
        <span class="meta">${reason}</span>
      </span>
      ${
        this.#isOpen
          ? html`<span class="buttons">
              ${iconButton(`remove-${id}`, '×', t('nomination.remove', { name }), false, () => this.#remove(id))}
            </span>`
          : nothing
      }
    </li>`;
  }

  #renderSend() {
    if (!this.#isOpen) return nothing;
    const { actions, ranked, declined, most } = this.list;
    const may = actions.includes('send') && ranked.length + declined.length > 0 && !(ranked.length > most);
    return html`<section class="panel quiet">
      <p role="status" class="meta" id="nomination-saved">
        ${this.saving ? t('nomination.saving') : this.#saved ? t('nomination.saved') : nothing}
      </p>
      ${actions.includes('send') ? nothing : html`<p>${t('nomination.early')}</p>`}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      <button type="button" id="send-nominations" ?disabled=${!may || this.saving} @click=${() => this.#send()}>
        ${t('nomination.send')}
      </button>
    </section>`;
  }

  #renderCandidates() {
    return html`<section aria-labelledby="candidates-heading">
      <h2 id="candidates-heading">${t('nomination.candidates')}</h2>
      <search>
        <form class="filters" @submit=${(event) => event.preventDefault()}>
          ${searchField({ id: 'nomination-search', label: t('nomination.search'), text: this.text, typed: (text) => this.#typed(text) })}
        </form>
      </search>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${
        this.items.length === 0
          ? emptyState(t('callApplications.emptyTitle'), t('callApplications.emptyText'))
          : html`<div class="table-frame table-tall">
              <table class="stacking" id="candidates">
                <thead>
                  <tr>
                    ${columnHead({ label: t('callApplications.student') })}
                    ${columnHead({ label: t('callApplications.stateColumn') })}
                    ${columnHead({ label: t('callApplications.submitted') })}
                    ${columnHead({ label: t('nomination.nav') })}
                  </tr>
                </thead>
                <tbody>
                  ${repeat(this.items, ({ id }) => id, (application) => this.#renderCandidate(application))}
                </tbody>
              </table>
            </div>`
      }
      ${loadMore(this.next, this.loading, () => this.#more())}
    </section>`;
  }

  #renderCandidate({ id, student, state, submittedAt }) {
    return html`<tr>
      <th scope="row"><a href="/applications/${id}">${student.name}</a></th>
      <td data-label=${t('callApplications.stateColumn')}>${stateBadge(state)}</td>
      <td data-label=${t('callApplications.submitted')}>${submittedAt ? briefDateTime(submittedAt) : nothing}</td>
      <td data-label=${t('nomination.nav')}>${this.#renderChoice(id, student.name, state)}</td>
    </tr>`;
  }

  #renderChoice(id, name, state) {
    const rank = this.list.ranked.findIndex(({ applicationId }) => applicationId === id) + 1;
    if (rank) return t('nomination.rank', { rank });
    if (this.list.declined.some(({ applicationId }) => applicationId === id)) return t('nomination.not');
    if (!this.#isOpen) return t('nomination.neither');
    if (!['submitted', 'returned'].includes(state)) return nothing;
    if (this.declining === id) return this.#renderReason(id, name);
    return html`<span class="buttons">
      <button type="button" class="secondary" id="nominate-${id}" ?disabled=${this.#isFull} aria-label="${t('nomination.nominate')}: ${name}" @click=${() => this.#nominate(id, name, state)}>
        ${t('nomination.nominate')}
      </button>
      <button type="button" class="secondary outline" id="decline-${id}" aria-label="${t('nomination.decline')}: ${name}" @click=${() => this.#ask(id)}>
        ${t('nomination.decline')}
      </button>
    </span>`;
  }

  #renderReason(id, name) {
    return html`<form novalidate @submit=${(event) => this.#decline(event, id, name)}>
      ${field({
        id: `reason-${id}`,
        label: t('nomination.reason', { name }),
        control: ({ described, invalid }) =>
          html`<textarea id="reason-${id}" name="reason" rows="2" maxlength="1000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`,
      })}
      <span class="buttons">
        <button type="submit" class="secondary">${t('nomination.decline')}</button>
        <button type="button" class="secondary outline" @click=${() => this.#leave(id)}>${t('action.cancel')}</button>
      </span>
    </form>`;
  }

  get #isOpen() {
    return this.list.actions.includes('write');
  }

  get #isFull() {
    const { most, ranked } = this.list;
    return Boolean(most) && ranked.length >= most;
  }

  get #path() {
    return `/api/nominations/${encodeURIComponent(this.callId)}`;
  }

  #ask(id) {
    this.declining = id;
    this.#focusNext = [`reason-${id}`];
  }

  #leave(id) {
    this.declining = null;
    this.#focusNext = [`decline-${id}`];
  }

  #nominate(applicationId, name, state) {
    this.#write({ ranked: [...this.list.ranked, { applicationId, name, state }] });
    this.#focusNext = [`remove-${applicationId}`];
    announce({ text: t('nomination.moved', { name, rank: this.list.ranked.length }), silent: true });
  }

  #decline(event, applicationId, name) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason').trim();
    if (!reason) {
      this.#focusNext = [`reason-${applicationId}`];
      this.requestUpdate();
      return;
    }
    this.declining = null;
    this.#write({ declined: [...this.list.declined, { applicationId, name, reason }] });
    this.#focusNext = [`remove-${applicationId}`];
  }

  #remove(id) {
    const others = (some) => some.filter(({ applicationId }) => applicationId !== id);
    this.#write({ ranked: others(this.list.ranked), declined: others(this.list.declined) });
    this.#focusNext = [`nominate-${id}`];
  }

  #move(index, by) {
    const ranked = [...this.list.ranked];
    const [moved] = ranked.splice(index, 1);
    ranked.splice(index + by, 0, moved);
    this.#write({ ranked });
    const { applicationId: id, name } = moved;
    this.#focusNext = by < 0 ? [`up-${id}`, `down-${id}`] : [`down-${id}`, `up-${id}`];
    announce({ text: t('nomination.moved', { name, rank: index + by + 1 }), silent: true });
  }

  /** What is changed while the last change is on its way goes after it. */
  #write(change) {
    this.list = { ...this.list, ...change };
    this.#unsaved = true;
    if (!this.saving) this.#saveAll();
  }

  #saveAll() {
    return this.save(async () => {
      while (this.#unsaved) {
        this.#unsaved = false;
        const { ranked, declined } = this.list;
        try {
          const { version } = await api.put(
            this.#path,
            {
              ranked: ranked.map(({ applicationId }) => applicationId),
              declined: declined.map(({ applicationId, reason }) => ({ applicationId, reason })),
            },
            { version: this.#version },
          );
          this.#version = version;
          this.#saved = true;
        } catch (thrown) {
          await this.#readList();
          if (!Problem.from(thrown).is('stale-version')) throw thrown;
          announce({ text: t('nomination.stale') });
        }
      }
    });
  }

  async #send() {
    const { ranked, declined } = this.list;
    const agreed = await confirmed({
      title: t('nomination.sendTitle'),
      text: t('nomination.sendText', { ranked: ranked.length, declined: declined.length }),
      action: t('nomination.send'),
    });
    if (!agreed) return;
    await this.save(async () => {
      try {
        await api.post(`${this.#path}/sending`, {}, { version: this.#version });
        announce({ text: t('nomination.sent') });
      } finally {
        await this.#readList();
      }
    });
    this.#readCandidates();
  }

  #typed(text) {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#readCandidates(), TYPING_PAUSE);
  }

  #read() {
    if (!session.is('authority')) return undefined;
    return this.load(async () => {
      await this.#readList();
      await this.#page();
    });
  }

  async #readList() {
    this.#unsaved = false;
    this.#saved = false;
    const { body, version } = await api.get(this.#path);
    this.list = body;
    this.#version = version;
  }

  #readCandidates() {
    return this.load(() => this.#page());
  }

  #more() {
    return this.load(() => this.#page(this.next));
  }

  async #page(after) {
    const asked = this.text;
    const { body } = await api.get(
      `/api/applications${query({ callId: this.callId, text: asked, sort: 'name', limit: TABLE_PAGE, after })}`,
    );
    if (asked !== this.text) return;
    this.items = after ? [...this.items, ...body.items] : body.items;
    this.next = body.next;
  }
}

function withdrawn(state) {
  return state === 'withdrawn' ? stateBadge(state) : nothing;
}

function iconButton(id, sign, label, disabled, press) {
  return html`<button type="button" class="icon-button" id=${id} ?disabled=${disabled} aria-label=${label} @click=${press}>
    ${sign}
  </button>`;
}

customElements.define('yol-nomination-page', NominationPage);
