import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, loadMore, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { phaseBadge } from '../programmes/programme-card.js';
import { addCall, callRows } from './call-rows.js';

/** The programmes of the coordinator's own provider, drafts included. */
class ManageList extends Page {
  static properties = { items: { state: true }, next: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.items) return this.renderWaiting(t('manage.title'), () => this.#read());
    const create = html`<a class="button" id="new-programme" href="/manage/new">${t('manage.new')}</a>`;
    return html`<div class="heading-line">
        <h1>${t('manage.title')}</h1>
        ${this.items.length ? create : nothing}
      </div>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items.length === 0 ? emptyState(t('manage.emptyTitle'), t('manage.emptyText'), create) : nothing}
      <ul class="rows" id="own-programmes">
        ${repeat(this.items, ({ id }) => id, row)}
      </ul>
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #read() {
    return this.load(async () => {
      const { body } = await api.get('/api/programs?mine=true');
      this.items = body.items;
      this.next = body.next;
    });
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(`/api/programs${query({ mine: true, after: this.next })}`);
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }
}

function row(programme) {
  const draft = programme.status === 'draft';
  return html`<li class="row">
    <div>
      <h2><a href="/manage/${programme.id}">${writtenText(programme.title)}</a></h2>
      <p class="meta">${word('kinds', programme.kind)}</p>
      ${callRows(programme)}
    </div>
    <div class="row-state">
      ${
        draft
          ? html`${phaseBadge('draft')} <a href="/manage/${programme.id}">${t('manage.edit')}</a>`
          : html`${addCall(programme)} <a href="/programs/${programme.id}">${t('manage.view')}</a>`
      }
    </div>
  </li>`;
}

customElements.define('yol-manage-list', ManageList);
