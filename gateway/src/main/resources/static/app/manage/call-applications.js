import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead } from '../components/column-head.js';
import { applicantName, emptyState, loadMore, placeName, writtenText } from '../components/pieces.js';
import { searchText } from '../components/search-field.js';
import { placeById } from '../applications/application-facts.js';
import { applicationFilters, stateCell } from '../applications/application-filters.js';
import { api, query } from '../core/api.js';
import { country, score, shortDateTime } from '../core/format.js';
import { router } from '../core/router.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callDeadline, phaseBadge } from '../programmes/programme-card.js';
import './export-panel.js';

const SORTS = ['newest', 'score', 'name'];

/** All applications to one call with their scores; filtered, sorted, exported. The address holds the filters. */
class CallApplications extends Page {
  static properties = {
    callId: {},
    call: { state: true },
    programme: { state: true },
    filters: { state: true },
    items: { state: true },
    next: { state: true },
  };

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    const { state = '', decision = '', sort = 'newest', text = '' } = router.query;
    this.filters = { state, decision, sort, text: searchText(text) };
    this.#read();
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
      ${applicationFilters({
        filters: this.filters,
        typed: (text) => this.#typed(text),
        choose: (change) => this.#choose(change),
        decisions: true,
        more: this.#renderSort(),
      })}
      <yol-problem .problem=${this.problem}></yol-problem>
      <p role="status" class="meta">
        ${this.loading ? t('status.loading') : t('callApplications.shown', { count: this.items.length })}
      </p>
      ${this.items.length === 0 ? emptyState(t('callApplications.emptyTitle'), t('callApplications.emptyText')) : this.#renderTable()}
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #renderSort() {
    return html`<div>
      <label for="applications-sort">${t('callApplications.sortBy')}</label>
      <select id="applications-sort" ?disabled=${this.#isByDecision} @change=${(event) => this.#choose({ sort: event.target.value })}>
        ${SORTS.map((sort) => html`<option value=${sort} .selected=${this.filters.sort === sort}>${t(`callApplications.sort.${sort}`)}</option>`)}
      </select>
    </div>`;
  }

  #renderTable() {
    const sort = this.#isByDecision ? null : this.filters.sort;
    const head = (key, by) =>
      columnHead({
        label: t(key),
        direction: sort && sort === by ? (by === 'name' ? 'ascending' : 'descending') : null,
        press: by && sort ? () => this.#choose({ sort: by }) : null,
      });
    return html`<div class="table-frame">
      <table class="stacking" id="applications-table">
        <thead>
          <tr>
            ${head('callApplications.student', 'name')}${head('callApplications.stateColumn')}
            ${head('callApplications.scores', 'score')}${head('callApplications.submitted', 'newest')}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.items,
            ({ id }) => id,
            (application) => this.#renderRow(application),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderRow(application) {
    return html`<tr>
      <th scope="row">
        <a href="/manage/calls/${this.callId}/applications/${application.id}">${applicantName(application.student)}</a>
        <span class="meta">${country(application.student?.country)}</span>
      </th>
      ${stateCell(application)}
      <td data-label=${t('callApplications.scores')}>${this.#renderScores(application)}</td>
      <td data-label=${t('callApplications.submitted')}>${application.submittedAt ? shortDateTime(application.submittedAt) : nothing}</td>
    </tr>`;
  }

  #renderScores(application) {
    const scored = Object.entries(application.scores ?? {});
    if (scored.length === 0) return html`<span class="meta">${t('callApplications.unscored')}</span>`;
    return html`<ul class="bars">
      ${scored.map(([placeId, points]) => {
        const place = placeName(
          placeById(application, placeId) ?? this.call.places?.find(({ id }) => id === placeId),
        );
        return html`<li>
          <span class="score-place">${place}</span>
          <span class="score-bar"
            ><meter min="0" max="100" value=${points} aria-label=${place}></meter> ${score(points)}</span
          >
        </li>`;
      })}
    </ul>`;
  }

  /** Those with a certain decision come in the order in which they were decided. */
  get #isByDecision() {
    return Boolean(this.filters.decision);
  }

  #typed(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose({ text }), 300);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query(this.filters));
    this.#read();
  }

  #read() {
    return this.load(async () => {
      this.call ??= (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body;
      this.programme ??= (await api.get(`/api/programs/${encodeURIComponent(this.call.programmeId)}`)).body;
      const asked = this.filters;
      const { body } = await api.get(this.#listPath());
      if (asked !== this.filters) return;
      this.items = body.items;
      this.next = body.next;
    });
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(this.#listPath({ after: this.next }));
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }

  #listPath(more = {}) {
    const sort = this.#isByDecision ? '' : this.filters.sort;
    return `/api/applications${query({ callId: this.callId, ...this.filters, sort, ...more })}`;
  }
}

customElements.define('yol-call-applications', CallApplications);
