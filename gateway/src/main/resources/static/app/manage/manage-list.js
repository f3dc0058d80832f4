import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead, ordered } from '../components/column-head.js';
import { labelledSelect } from '../components/labelled-select.js';
import { briefDeadline, emptyState, loadMore, writtenText } from '../components/pieces.js';
import { searchField, searchText } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { number } from '../core/format.js';
import { arrived } from '../core/keeper.js';
import { router } from '../core/router.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { panelAddress } from '../panels/panel-address.js';
import { phaseBadge } from '../programmes/programme-card.js';
import { runsAddress } from '../selections/selection-address.js';
import { addCall, archivedBadge } from './call-rows.js';
import './export-panel.js';
import './work-left.js';

const STATES = ['draft', 'upcoming', 'open', 'closed'];
const ARCHIVED = 'archived';
const USUAL = { sort: 'closes', order: 'ascending' };
const PAGE = 50;
const TYPING_PAUSE = 300;

/** What the coordinator's own organisations offer, drafts included, call by call. The address holds the filters. */
class ManageList extends Page {
  static properties = {
    filters: { state: true },
    items: { state: true },
    total: { state: true },
    next: { state: true },
  };

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    this.queryChanged();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  queryChanged() {
    const { text = '', state = '', sort, order } = { ...USUAL, ...router.query };
    this.filters = { text: searchText(text), state, sort, order };
    this.#read();
  }

  render() {
    if (!this.items) return this.renderWaiting(t('manage.title'), () => this.#read());
    const create = html`<a class="button" id="new-programme" href="/manage/new">${t('manage.new')}</a>`;
    const { text, state } = this.filters;
    if (this.items.length === 0 && !text && !state && !this.problem) {
      return html`<h1>${t('manage.title')}</h1>
        ${emptyState(t('manage.emptyTitle'), t('manage.emptyText'), create)} ${this.#renderFilters()}`;
    }
    return html`<div class="heading-line">
        <h1>${t('manage.title')}</h1>
        <div class="buttons">
          <yol-export .path=${this.#listPath()} .name=${'programmes.csv'} .words=${'exportCalls'}></yol-export>
          ${create}
        </div>
      </div>
      <yol-work-left></yol-work-left>
      ${this.#renderFilters()}
      <yol-problem .problem=${this.problem}></yol-problem>
      <p role="status" class="meta" id="programmes-shown">
        ${
          this.loading
            ? t('status.loading')
            : t('manage.shown', { count: this.total, shown: number(this.items.length), total: number(this.total) })
        }
      </p>
      ${this.items.length ? this.#renderTable() : html`<p>${t('manage.none')}</p>`}
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #renderFilters() {
    const { text, state } = this.filters;
    return html`<search aria-label=${t('manage.filters')}>
      <form class="filters" @submit=${(event) => event.preventDefault()}>
        ${searchField({
          id: 'programmes-text',
          label: t('callApplications.search'),
          text,
          typed: (words) => this.#typed(words),
        })}
        ${labelledSelect({
          id: 'programmes-state',
          label: t('callApplications.state'),
          options: [...STATES.map((each) => [each, word('phases', each)]), [ARCHIVED, t('changes.archived')]],
          value: state,
          blank: t('callApplications.anyState'),
          change: (chosen) => this.#choose({ state: chosen }),
        })}
      </form>
    </search>`;
  }

  #renderTable() {
    const { sort, order } = this.filters;
    const head = (column, label, { first, isNumber } = {}) =>
      columnHead({
        label,
        isNumber,
        direction: column === sort ? order : null,
        press: () => this.#choose(ordered(this.filters, column, first)),
      });
    return html`<div class="table-frame table-tall">
      <table class="stacking" id="own-programmes">
        <thead>
          <tr>
            ${head('title', t('editor.programme'))} ${columnHead({ label: t('callApplications.stateColumn') })}
            ${columnHead({ label: t('editor.opens') })} ${head('closes', t('editor.closes'))}
            ${head('started', t('manage.begun'), { first: 'descending', isNumber: true })}
            ${head('submitted', t('manage.submitted'), { first: 'descending', isNumber: true })}
            ${columnHead({ label: html`<span class="visually-hidden">${t('manage.actions')}</span>` })}
          </tr>
        </thead>
        ${repeat(
          this.items,
          ({ id }) => id,
          (programme) => rows(programme),
        )}
      </table>
    </div>`;
  }

  #typed(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose({ text }), TYPING_PAUSE);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query({ ...this.filters, ...usualLeftOut(this.filters) }));
    this.#read();
  }

  #read() {
    return this.load(async () => {
      const asked = this.filters;
      await arrived();
      const { body } = await api.get(this.#listPath({ limit: PAGE }));
      if (asked !== this.filters) return;
      this.items = body.items;
      this.total = body.total;
      this.next = body.next;
    });
  }

  #more() {
    return this.load(async () => {
      const asked = this.filters;
      const { body } = await api.get(this.#listPath({ limit: PAGE, after: this.next }));
      if (asked !== this.filters) return;
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }

  #listPath(page = {}) {
    const { state, ...others } = this.filters;
    const wanted = state === ARCHIVED ? { archived: true } : { state };
    return `/api/programs/own${query({ ...others, ...wanted, ...page })}`;
  }
}

/** What nobody has chosen is not in the address. */
function usualLeftOut({ sort, order }) {
  return sort === USUAL.sort && order === USUAL.order ? { sort: '', order: '' } : {};
}

/** A programme with a row for each of its calls. */
function rows(programme) {
  const { id, calls, callsInAll } = programme;
  const more = callsInAll - calls.length;
  const lines = [...(calls.length ? calls.map((call) => callCells(programme, call)) : [emptyCells(programme)])];
  if (more) lines.push(html`<td colspan="6"><a href="/manage/${id}">${t('manage.moreCalls', { count: more })}</a></td>`);
  return html`<tbody>
    ${lines.map((cells, index) => html`<tr>${index === 0 ? nameCell(programme, lines.length) : nothing}${cells}</tr>`)}
  </tbody>`;
}

function nameCell(programme, span) {
  const { id, title, kind, status } = programme;
  return html`<th scope="rowgroup" rowspan=${span}>
    <a href="/manage/${id}">${writtenText(title)}</a>
    <span class="meta">
      ${word('kinds', kind)} ${archivedBadge(programme)}
      ${status === 'draft' ? nothing : html`${addCall(programme)} <a href="/programs/${id}">${t('manage.view')}</a>`}
    </span>
  </th>`;
}

function callCells(programme, call) {
  const isDraft = call.status === 'draft';
  const { started = 0, submitted = 0 } = call.counts ?? {};
  return html`<td data-label=${t('callApplications.stateColumn')}>
      ${phaseBadge(call.phase)} ${programme.archived ? nothing : archivedBadge(call)}
    </td>
    <td data-label=${t('editor.opens')}>${moment(call.opens, call.zone)}</td>
    <td data-label=${t('editor.closes')}>${moment(call.closes, call.zone, true)}</td>
    <td class="number" data-label=${t('manage.begun')}>${isDraft ? nothing : number(started)}</td>
    <td class="number" data-label=${t('manage.submitted')}>${isDraft ? nothing : number(submitted)}</td>
    <td class="row-links">
      ${
        isDraft
          ? html`<a href=${editorOf(programme, call)}>${t('manage.edit')}</a>`
          : html`<a href="/manage/calls/${call.id}/applications">${t('manage.applications')}</a>
              <a href=${panelAddress(call.id)}>${t('panel.title')}</a>
              <a href=${runsAddress(call.id)}>${t('selection.runs.title')}</a>
              <a href="/manage/calls/${call.id}/changes">${t('manage.change')}</a>`
      }
    </td>`;
}

/** Only what is looked for is shown: there may be other calls. */
function emptyCells({ id, status }) {
  const isDraft = status === 'draft';
  return html`<td data-label=${t('callApplications.stateColumn')}>${isDraft ? phaseBadge('draft') : nothing}</td>
    <td colspan="4"><span class="meta">${t('manage.noCall')}</span></td>
    <td class="row-links">${isDraft ? html`<a href="/manage/${id}">${t('manage.edit')}</a>` : nothing}</td>`;
}

/** Of a programme that is a draft the first call is written together with it. */
function editorOf({ id, status, callsInAll }, call) {
  return status === 'draft' && callsInAll === 1 ? `/manage/${id}` : `/manage/calls/${call.id}`;
}

function moment(instant, zone, isDeadline = false) {
  if (!instant) return nothing;
  const { time, left, urgency } = briefDeadline(instant, zone);
  return html`${time} ${isDeadline ? html`<span class="meta deadline-${urgency}">${left}</span>` : nothing}`;
}

customElements.define('yol-manage-list', ManageList);
