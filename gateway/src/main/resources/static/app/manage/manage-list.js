import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, loadMore, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { router } from '../core/router.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { phaseBadge } from '../programmes/programme-card.js';
import { addCall, archivedBadge, callRows, currentCallRows } from './call-rows.js';

/** The programmes of the coordinator's own provider, drafts included; what was put away is shown by itself. */
class ManageList extends Page {
  static properties = { items: { state: true }, next: { state: true }, archived: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.queryChanged();
  }

  queryChanged() {
    this.archived = router.query.archived === 'true';
    this.#read();
  }

  render() {
    if (!this.items) return this.renderWaiting(t('manage.title'), () => this.#read());
    const create = html`<a class="button" id="new-programme" href="/manage/new">${t('manage.new')}</a>`;
    const nothingYet = this.items.length === 0 && !this.archived;
    return html`<div class="heading-line">
        <h1>${t('manage.title')}</h1>
        ${nothingYet ? nothing : create}
      </div>
      <yol-problem .problem=${this.problem}></yol-problem>
      <label class="switch"
        ><input
          type="checkbox"
          role="switch"
          id="show-archived"
          .checked=${this.archived}
          @change=${(event) => this.#show(event.target.checked)}
        />
        ${t('manage.archived')}</label
      >
      ${nothingYet ? emptyState(t('manage.emptyTitle'), t('manage.emptyText'), create) : nothing}
      ${this.items.length === 0 && this.archived ? html`<p>${t('manage.noneArchived')}</p>` : nothing}
      <ul class="rows" id="own-programmes">
        ${repeat(
          this.items,
          ({ id }) => id,
          (programme) => row(programme, this.archived ? callRows : currentCallRows),
        )}
      </ul>
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #show(archived) {
    this.archived = archived;
    router.replaceQuery(query({ archived: archived || undefined }));
    this.#read();
  }

  #read() {
    return this.load(async () => {
      const { archived } = this;
      const { body } = await api.get(`/api/programs${query({ mine: true, archived: archived || undefined })}`);
      if (archived !== this.archived) return;
      this.items = body.items;
      this.next = body.next;
    });
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(
        `/api/programs${query({ mine: true, archived: this.archived || undefined, after: this.next })}`,
      );
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }
}

function row(programme, rows) {
  const draft = programme.status === 'draft';
  return html`<li class="row">
    <div>
      <h2><a href="/manage/${programme.id}">${writtenText(programme.title)}</a></h2>
      <p class="meta">${word('kinds', programme.kind)} ${archivedBadge(programme)}</p>
      ${rows(programme)}
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
