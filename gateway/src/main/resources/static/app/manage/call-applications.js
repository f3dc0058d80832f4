import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead } from '../components/column-head.js';
import { labelledSelect } from '../components/labelled-select.js';
import { applicantName, emptyState, loadMore, writtenText } from '../components/pieces.js';
import { searchField, searchText } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { OUTCOMES, STATES } from '../core/domain.js';
import { country, number } from '../core/format.js';
import { router } from '../core/router.js';
import { t, texts, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { panelAddress } from '../panels/panel-address.js';
import { amend, recall, remember } from '../programmes/list-memory.js';
import { callDeadline, phaseBadge } from '../programmes/programme-card.js';
import { runsAddress } from '../selections/selection-address.js';
import './export-panel.js';
import { NONE, chosenRow, extended, share, toggled, withAll } from './row-selection.js';
import { renewed } from './row-by-row.js';
import './several-decisions.js';
import { columnsOf, placeRead, rememberLook, tableLook } from './table-columns.js';
import { TODO } from './work-left.js';

const PAGE = 100;
const TYPING_PAUSE = 300;
/** Numbers are some seconds old: those that changed by what was just done are asked for once more. */
const COUNTED_AGAIN = 6_000;
/** So many are chosen at once at the most: what is done with them takes a minute. */
const CHOSEN_AT_MOST = 5_000;
const FILTERS = ['state', 'decision', 'place', 'first', 'country', 'todo', 'text'];

/**
 * All applications to one call as a dense table: columns chosen, sorted, filtered with counts, several decided at once.
 * The address holds the filters.
 */
class CallApplications extends Page {
  static properties = {
    callId: {},
    call: { state: true },
    programme: { state: true },
    filters: { state: true },
    items: { state: true },
    next: { state: true },
    counts: { state: true },
    selection: { state: true },
    choosing: { state: true },
    look: { state: true },
  };

  #counting = null;
  #timer = null;
  #last = null;
  #key = null;
  #back = null;
  #leaving = () => this.#remembersPlace();

  constructor() {
    super();
    this.selection = NONE;
    this.look = tableLook();
  }

  connectedCallback() {
    super.connectedCallback();
    router.addEventListener('change', this.#leaving);
    this.queryChanged();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.#leaving);
    clearTimeout(this.#timer);
    clearTimeout(this.#counting);
  }

  queryChanged() {
    const asked = router.query;
    this.filters = Object.fromEntries(FILTERS.map((name) => [name, asked[name] ?? '']));
    this.filters.text = searchText(this.filters.text);
    this.filters.sort = asked.sort ?? 'submitted';
    const kept = recall();
    if (kept?.callId !== this.callId || kept.language !== texts.language) {
      this.#read();
      return;
    }
    this.#key = window.history.state.list;
    this.#back = { scroll: kept.scroll };
    ['call', 'programme', 'items', 'next', 'counts', 'selection'].forEach((name) => (this[name] = kept[name]));
  }

  /** Whoever comes back is where they were, and not at the top. */
  updated() {
    super.updated();
    if (!this.#back || !this.items) return;
    const { scroll } = this.#back;
    this.#back = null;
    requestAnimationFrame(() => window.scrollTo(0, scroll ?? 0));
  }

  render() {
    if (!this.programme || !this.items) return this.renderWaiting(t('callApplications.title'), () => this.#read());
    return html` <p class="back"><a href="/manage">← ${t('callApplications.back')}</a></p>
      <div class="heading-line">
        <h1>${t('callApplications.title')}</h1>
        <yol-export .workbook=${true} .bundle=${true} .path=${this.#listPath()} .name=${`applications-${this.callId}.csv`}></yol-export>
      </div>
      <p class="provider">${writtenText(this.programme.title)}</p>
      <p>${phaseBadge(this.call.phase)} ${callDeadline(this.call)}</p>
      <p><a href=${panelAddress(this.callId)}>${t('panel.title')}</a> · <a href=${runsAddress(this.callId)}>${t('selection.runs.title')}</a></p>
      ${this.#renderTodo()} ${this.#renderFilters()}
      <yol-problem .problem=${this.problem}></yol-problem>
      <div class="table-line">
        <p role="status" class="meta" id="applications-shown">
          ${
            this.loading
              ? t('status.loading')
              : t('callApplications.shownOf', {
                  count: this.counts?.found ?? this.items.length,
                  shown: number(this.items.length),
                  total: number(this.counts?.found ?? this.items.length),
                })
          }
        </p>
        ${this.#renderLook()}
      </div>
      ${this.items.length === 0 ? emptyState(t('callApplications.emptyTitle'), t('callApplications.emptyText')) : this.#renderTable()}
      ${loadMore(this.next, this.loading, () => this.#more())}
      <yol-several-decisions
        .call=${this.call}
        .selection=${this.selection}
        @clear=${() => (this.selection = NONE)}
        @choose=${({ detail }) => (this.selection = withAll(NONE, detail))}
        @done=${({ detail }) => this.#decided(detail)}
      ></yol-several-decisions>`;
  }

  #renderTodo() {
    return html`<ul class="chips" aria-label=${t('callApplications.todo')}>
      ${TODO.map(
        (todo) =>
          html`<li>
            <button
              type="button"
              class="chip"
              id="todo-${todo}"
              aria-pressed=${this.filters.todo === todo}
              @click=${() => this.#choose({ todo: this.filters.todo === todo ? '' : todo })}
            >
              ${t(`todo.${todo}`)} <strong>${number(this.#left(todo))}</strong>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  /** Of a place that is chosen, those who have no score at it. */
  #left(todo) {
    const { place } = this.filters;
    return (todo === 'unscored' && place ? this.counts?.unscored?.[place] : this.counts?.todo?.[todo]) ?? 0;
  }

  #renderFilters() {
    const { text, state, decision, place, first, country: from } = this.filters;
    const counted = (name, count) => (count ? `${name} (${number(count)})` : name);
    const words = (values, counts) => values.map((each) => [each, counted(word('state', each), counts?.[each])]);
    const counts = this.counts ?? {};
    return html`<search aria-label=${t('callApplications.filters')}>
      <form class="filters" @submit=${(event) => event.preventDefault()}>
        ${searchField({
          id: 'applications-text',
          label: t('callApplications.search'),
          hint: t('callApplications.searchHint'),
          text,
          typed: (words) => this.#typed(words),
        })}
        ${labelledSelect({
          id: 'applications-place',
          label: t('decision.place'),
          options: (this.call.places ?? []).map(({ id }) => [id, counted(placeRead(id, this.call), (first ? counts.first : counts.places)?.[id])]),
          value: place,
          blank: t('callApplications.anyDecision'),
          change: (chosen) => this.#choose({ place: chosen, first: chosen && first, ...(chosen || this.filters.sort !== 'place-score' ? {} : { sort: 'submitted' }) }),
        })}
        ${labelledSelect({
          id: 'applications-country',
          label: t('callApplications.country'),
          options: Object.keys(counts.countries ?? {}).map((each) => [each, counted(country(each), counts.countries[each])]),
          value: from,
          blank: t('callApplications.anyDecision'),
          change: (chosen) => this.#choose({ country: chosen }),
        })}
        ${labelledSelect({
          id: 'applications-state',
          label: t('callApplications.state'),
          options: words(STATES, counts.states),
          value: state,
          blank: t('callApplications.anyState'),
          change: (chosen) => this.#choose({ state: chosen }),
        })}
        ${labelledSelect({
          id: 'applications-decision',
          label: t('callApplications.decision'),
          options: words(OUTCOMES, counts.outcomes),
          value: decision,
          blank: t('callApplications.anyDecision'),
          change: (chosen) => this.#choose({ decision: chosen }),
        })}
        ${
          place
            ? html`<label class="first-only"
                ><input
                  type="checkbox"
                  id="applications-first"
                  .checked=${Boolean(first)}
                  @change=${(event) => this.#choose({ first: event.target.checked ? 'true' : '' })}
                />
                ${t('callApplications.firstOnly')}</label
              >`
            : nothing
        }
      </form>
    </search>`;
  }

  #renderLook() {
    return html`<details class="columns">
      <summary id="applications-columns">${t('callApplications.columns')}</summary>
      <fieldset>
        <legend class="visually-hidden">${t('callApplications.columns')}</legend>
        ${this.#columns.map(
          ({ key, label }) =>
            html`<label
              ><input type="checkbox" .checked=${!this.look.hidden.includes(key)} @change=${() => this.#hides(key)} /> ${label}</label
            >`,
        )}
        <label
          ><input
            type="checkbox"
            id="applications-dense"
            .checked=${this.look.dense}
            @change=${() => this.#looks({ dense: !this.look.dense })}
          />
          ${t('callApplications.dense')}</label
        >
      </fieldset>
    </details>`;
  }

  get #columns() {
    return columnsOf({ rankAtMost: this.call.rankAtMost, placeId: this.filters.place });
  }

  #hides(key) {
    const { hidden } = this.look;
    this.#looks({ hidden: hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key] });
  }

  #looks(change) {
    this.look = { ...this.look, ...change };
    rememberLook(this.look);
  }

  #renderTable() {
    const columns = this.#columns.filter(({ key }) => !this.look.hidden.includes(key));
    const chosen = share(this.selection, this.items);
    return html`<div class="table-frame table-own">
        <table class="stacking ${this.look.dense ? 'dense' : ''}" id="applications-table">
          <thead>
            <tr>
              <th scope="col" class="chooses">
                <input
                  type="checkbox"
                  id="choose-all"
                  aria-label=${t('callApplications.chooseShown')}
                  .checked=${chosen === 'all'}
                  .indeterminate=${chosen === 'some'}
                  @change=${(event) => this.#chooseShown(event.target.checked)}
                />
              </th>
              ${this.#head(t('callApplications.student'), ['name'])}
              ${columns.map(({ label, sort, isNumber }) => this.#head(label, sort, isNumber))}
            </tr>
          </thead>
          <tbody @keydown=${this.#pressed}>
            ${repeat(
              this.items,
              ({ id }) => id,
              (application) => this.#renderRow(application, columns),
            )}
          </tbody>
        </table>
      </div>
      ${chosen === 'all' && this.next ? this.#renderChooseMatching() : nothing}`;
  }

  #renderChooseMatching() {
    const count = Math.min(this.counts?.found ?? 0, CHOSEN_AT_MOST);
    return html`<p>
      <button type="button" class="link-button" id="choose-matching" aria-busy=${Boolean(this.choosing)} @click=${() => this.#chooseMatching()}>
        ${t('callApplications.chooseMatching', { count, number: number(count) })}
      </button>
    </p>`;
  }

  /** Pressed again, what is ordered by it goes the other way, where there is one. */
  #head(label, sorts = [], isNumber = false) {
    const at = sorts.indexOf(this.filters.sort);
    const direction = { name: 'ascending', earliest: 'ascending' }[this.filters.sort] ?? 'descending';
    return columnHead({
      label,
      isNumber,
      direction: at < 0 ? null : direction,
      press: sorts.length ? () => this.#choose({ sort: sorts[(at + 1) % sorts.length] }) : null,
    });
  }

  #renderRow(application, columns) {
    const { id, student } = application;
    const name = applicantName(student);
    return html`<tr data-id=${id} class=${this.selection.has(id) ? 'chosen' : ''}>
      <td class="chooses">
        <input
          type="checkbox"
          aria-label=${t('callApplications.chooseRow', { student: name })}
          .checked=${this.selection.has(id)}
          @click=${(event) => this.#toggle(application, event.shiftKey)}
        />
      </td>
      <th scope="row"><a href="/manage/calls/${this.callId}/applications/${id}">${name}</a></th>
      ${columns.map(
        ({ label, isNumber, cell }) =>
          html`<td class=${isNumber ? 'number' : nothing} data-label=${label}>${cell(application, this.call)}</td>`,
      )}
    </tr>`;
  }

  #toggle(application, far) {
    const { id } = application;
    this.selection =
      far && this.#last ? extended(this.selection, this.items.map(chosenRow), this.#last, id) : toggled(this.selection, chosenRow(application));
    this.#last = id;
  }

  /** Up and down move between rows, with Shift they choose on the way; the space bar chooses, as in any box. */
  #pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target.closest('tr');
    if (!step || !row) return;
    const near = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (!near) return;
    event.preventDefault();
    (event.target.matches('a') ? near.querySelector('a') : near.querySelector('input')).focus();
    if (event.shiftKey) {
      this.selection = extended(this.selection, this.items.map(chosenRow), row.dataset.id, near.dataset.id);
      this.#last = near.dataset.id;
    }
  }

  #chooseShown(all) {
    this.selection = all ? withAll(this.selection, this.items.map(chosenRow)) : NONE;
  }

  /** Also those that are not shown: they are read for it, and only what is needed of them is kept. */
  async #chooseMatching() {
    if (this.choosing) return;
    this.choosing = true;
    const asked = this.filters;
    await this.load(async () => {
      let { next } = this;
      while (next && this.selection.size < CHOSEN_AT_MOST && asked === this.filters) {
        const { body } = await api.get(this.#listPath({ limit: PAGE, after: next }));
        next = body.next;
        this.selection = withAll(this.selection, body.items.map(chosenRow));
      }
    });
    this.choosing = false;
  }

  /** What was chosen stays so, with the versions that it has now; what is shown is read again, as far as it was. */
  async #decided(results) {
    this.selection = renewed(this.selection, results);
    const shown = this.items.length;
    await this.#read();
    while (this.next && this.items.length < shown && !this.problem) await this.#more();
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => this.#count(), COUNTED_AGAIN);
  }

  #count() {
    const asked = this.filters;
    return this.load(async () => {
      const { body } = await api.get(`/api/applications/counts/listing${this.#question()}`);
      if (asked === this.filters) this.counts = body;
    });
  }

  #typed(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose({ text }), TYPING_PAUSE);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    this.selection = NONE;
    router.replaceQuery(query({ ...this.filters, sort: this.filters.sort === 'submitted' ? '' : this.filters.sort }));
    this.#read();
  }

  #read() {
    return this.load(async () => {
      this.call ??= (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body;
      this.programme ??= (await api.get(`/api/programs/${encodeURIComponent(this.call.programmeId)}`)).body;
      const asked = this.filters;
      const [list, counts] = await Promise.all([
        api.get(this.#listPath({ limit: PAGE })),
        api.get(`/api/applications/counts/listing${this.#question()}`),
      ]);
      if (asked !== this.filters) return;
      this.items = list.body.items;
      this.next = list.body.next;
      this.counts = counts.body;
      this.#remember();
    });
  }

  #more() {
    const asked = this.filters;
    return this.load(async () => {
      const { body } = await api.get(this.#listPath({ limit: PAGE, after: this.next }));
      if (asked !== this.filters) return;
      this.items = [...this.items, ...body.items];
      this.next = body.next;
      this.#remember();
    });
  }

  #remember() {
    const { callId, call, programme, items, next, counts, selection } = this;
    this.#key = remember({ callId, call, programme, items, next, counts, selection, language: texts.language });
  }

  /** The address is the next page's already, and what is seen still this one's. */
  #remembersPlace() {
    if (this.#key) amend(this.#key, { scroll: window.scrollY, selection: this.selection });
  }

  #listPath(more = {}) {
    return `/api/applications${this.#question(more)}`;
  }

  #question(more = {}) {
    const { todo, place, ...filters } = this.filters;
    const left = todo === 'unscored' && place ? { unscoredAt: place } : { todo };
    return query({ callId: this.callId, ...filters, place, ...left, ...more });
  }
}

customElements.define('yol-call-applications', CallApplications);
