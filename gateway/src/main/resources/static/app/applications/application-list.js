import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead } from '../components/column-head.js';
import { applicantName, emptyState, loadMore, stateBadge, writtenText } from '../components/pieces.js';
import { searchText } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { briefDateTime, country, shortDateTime } from '../core/format.js';
import { readHeld } from '../core/held.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { inside } from '../inbox/inbox-page.js';
import { BACKGROUND, News } from '../inbox/messages.js';
import '../manage/export-panel.js';
import './application-counts.js';
import { callEnd } from './application-facts.js';
import { applicationFilters, stateCell } from './application-filters.js';
import { progressRead } from './form-steps.js';
import { waitingFirst } from './waiting-first.js';

const TYPING_PAUSE = 300;
const TABLE_PAGE = 50;

/** A student's own applications; for authorities and auditors a table of all they may read, without changing anything. */
class ApplicationList extends Page {
  static properties = { filters: { state: true }, items: { state: true }, next: { state: true } };

  #timer = null;
  #news = new News(
    () => this.#refresh(),
    ({ link }) => link && inside(link).startsWith('/applications'),
  );

  connectedCallback() {
    super.connectedCallback();
    const { programmeId = '', state = '', decision = '', sort = 'newest', text = '' } = router.query;
    this.filters = { programmeId, state, decision, sort, text: searchText(text) };
    this.#news.start();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#news.stop();
  }

  render() {
    const own = session.is('student');
    const heading = t(own ? 'applications.ownTitle' : 'applications.title');
    if (!this.items) return this.renderWaiting(heading, () => this.#read());
    return html`${own ? this.#renderOwn(heading) : this.#renderAll(heading)}
    ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #renderOwn(heading) {
    return html`<h1>${heading}</h1>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items.length === 0 ? this.#renderNone() : nothing}
      <ul class="rows" id="applications">
        ${repeat(
          waitingFirst(this.items),
          ({ id }) => id,
          (application) => row(application),
        )}
      </ul>`;
  }

  #renderNone() {
    return emptyState(
      t('applications.emptyTitle'),
      t('applications.emptyText'),
      html`<a class="button" href="/?phase=open">${t('applications.find')}</a>`,
    );
  }

  #renderAll(heading) {
    const isAuditor = session.is('auditor');
    return html`<div class="heading-line">
        <h1>${heading}</h1>
        ${session.is('auditor') || session.is('authority') ? html`<yol-export .workbook=${true} .path=${this.#listPath()} .name=${'applications.csv'}></yol-export>` : nothing}
      </div>
      <p>${t('applications.readOnly')}</p>
      <yol-application-counts
        .programmeId=${this.filters.programmeId}
        .state=${this.filters.state}
        @choose=${({ detail }) => this.#choose(detail)}
      ></yol-application-counts>
      ${applicationFilters({
        filters: this.filters,
        typed: (text) => this.#typed(text),
        choose: (change) => this.#choose(change),
        decisions: isAuditor,
      })}
      <yol-problem .problem=${this.problem}></yol-problem>
      <p role="status" class="meta">
        ${this.loading ? t('status.loading') : t('callApplications.shown', { count: this.items.length })}
      </p>
      ${this.items.length === 0 ? this.#renderNothing() : this.#renderTable()}`;
  }

  #renderNothing() {
    return this.#isNarrowed
      ? emptyState(t('callApplications.emptyTitle'), t('callApplications.emptyText'))
      : emptyState(t('applications.noneTitle'), t('applications.noneText'));
  }

  #renderTable() {
    const { sort, decision } = this.filters;
    // Those with a certain decision come in the order in which they were decided.
    const begun = decision
      ? { direction: null }
      : {
          direction: sort === 'oldest' ? 'ascending' : 'descending',
          press: () => this.#choose({ sort: sort === 'oldest' ? 'newest' : 'oldest' }),
        };
    return html`<div class="table-frame table-tall">
      <table class="stacking" id="applications">
        <thead>
          <tr>
            ${columnHead({ label: t('callApplications.student') })} ${columnHead({ label: t('editor.programme') })}
            ${columnHead({ label: t('callApplications.stateColumn') })}
            ${columnHead({ label: t('manage.begun'), ...begun })}
            ${columnHead({ label: t('callApplications.submitted') })}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.items,
            ({ id }) => id,
            (application) => tableRow(application),
          )}
        </tbody>
      </table>
    </div>`;
  }

  get #isNarrowed() {
    const { programmeId, state, decision, text } = this.filters;
    return Boolean(programmeId || state || decision || text);
  }

  #typed(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose({ text }), TYPING_PAUSE);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query({ ...this.filters, sort: this.filters.sort === 'newest' ? '' : this.filters.sort }));
    this.#read();
  }

  #read(options) {
    return this.load(async () => {
      const asked = this.filters;
      const read = (waiting) => api.get(this.#listPath(page()), { ...options, ...waiting });
      const { body } = await (session.is('student') ? readHeld('applications', read, () => this.#refresh()) : read());
      if (asked !== this.filters) return;
      this.items = body.items.filter(isThere);
      this.next = body.next;
    });
  }

  /** Of students only, who have few: longer lists would jump under their reader's eyes. */
  #refresh() {
    if (session.is('student')) this.#read(BACKGROUND);
  }

  #more() {
    return this.load(async () => {
      const asked = this.filters;
      const { body } = await api.get(this.#listPath({ ...page(), after: this.next }));
      if (asked !== this.filters) return;
      this.items = [...this.items, ...body.items.filter(isThere)];
      this.next = body.next;
    });
  }

  #listPath(more = {}) {
    if (session.is('student')) return `/api/applications${query({ sort: 'newest', mine: true, ...more })}`;
    const { decision, sort } = this.filters;
    return `/api/applications${query({ ...this.filters, sort: decision ? '' : sort, ...more })}`;
  }
}

function page() {
  return session.is('student') ? {} : { limit: TABLE_PAGE };
}

function row(application) {
  return html`<li class="row">
    <div>
      <h2><a href="/applications/${application.id}">${writtenText(application.programmeTitle)}</a></h2>
      ${application.progress ? progressRead(application.progress) : nothing}
    </div>
    <div class="row-state">
      ${stateBadge(application.state)}
      ${
        application.state === 'draft' && application.closes
          ? callEnd(application)
          : html`<span class="meta">${t('applications.changed', { time: shortDateTime(application.updatedAt) })}</span>`
      }
    </div>
  </li>`;
}

function tableRow(application) {
  const { id, student, programmeTitle, createdAt, submittedAt } = application;
  return html`<tr>
    <th scope="row">
      <a href="/applications/${id}">${student ? applicantName(student) : writtenText(programmeTitle)}</a>
      <span class="meta">${student ? country(student.country) : nothing}</span>
    </th>
    <td data-label=${t('editor.programme')}>${writtenText(programmeTitle)}</td>
    ${stateCell(application)}
    <td data-label=${t('manage.begun')}>${briefDateTime(createdAt)}</td>
    <td data-label=${t('callApplications.submitted')}>${submittedAt ? briefDateTime(submittedAt) : nothing}</td>
  </tr>`;
}

/** A draft that was deleted before it was ever sent is gone for its student. */
function isThere({ state, submittedAt }) {
  return state !== 'withdrawn' || Boolean(submittedAt);
}

customElements.define('yol-application-list', ApplicationList);
