import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { columnHead } from '../components/column-head.js';
import { labelledSelect } from '../components/labelled-select.js';
import { emptyState, loadMore } from '../components/pieces.js';
import { searchField, searchText } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { briefDateTime } from '../core/format.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import '../manage/export-panel.js';
import { factsRead } from './audit-facts.js';

const TYPING_PAUSE = 300;
const TABLE_PAGE = 100;
/** What can be chosen; anything else that was done is shown by its word. */
const KINDS = [
  'started', 'document-attached', 'document-removed', 'submitted', 'returned', 'withdrawn', 'nominated', 'nomination-declined', 'passed-over',
  'nominations-sent', 'lottery-bound', 'lottery-opened', 'panel-set',
  'reviews-assigned', 'review-saved', 'conflict-declared', 'conflict-confirmed', 'conflict-dismissed',
  'further-review-asked', 'review-reassigned', 'reviewers-reminded', 'selection-run', 'selection-tried',
  'selection-published', 'selection-withheld', 'review-begun',
  'reviewed', 'decided', 'announced', 'decision-published', 'offer-answered', 'offer-ends-soon', 'offer-expired', 'place-given-up', 'awarded', 'completed',
  'certificate-issued', 'certificate-revoked', 'read', 'document-read',
  'exported',
];

/** Who did what to which application: read by auditors, changed by nobody. */
class AuditPage extends Page {
  static properties = { filters: { state: true }, items: { state: true }, next: { state: true } };

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    const { subject = '', by = '', kind = '' } = router.query;
    this.filters = { subject: searchText(subject), by: searchText(by), kind };
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const heading = t('audit.title');
    if (!session.is('auditor')) {
      return html`<h1>${heading}</h1>
        <p>${t('audit.forAuditors')}</p>`;
    }
    if (!this.items) return this.renderWaiting(heading, () => this.#read());
    return html`<div class="heading-line">
        <h1>${heading}</h1>
        <yol-export .path=${this.#path()} .name=${'audit.csv'} .words=${'exportCalls'}></yol-export>
      </div>
      <p>${t('audit.intro')}</p>
      ${this.#renderFilters()}
      <yol-problem .problem=${this.problem}></yol-problem>
      <p role="status" class="meta">
        ${this.loading ? t('status.loading') : t('audit.shown', { count: this.items.length })}
      </p>
      ${this.items.length === 0 ? emptyState(t('audit.emptyTitle'), t('audit.emptyText')) : this.#renderTable()}
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #renderFilters() {
    const { subject, by, kind } = this.filters;
    return html`<search aria-label=${t('audit.filters')}>
      <form class="filters" @submit=${(event) => event.preventDefault()}>
        ${searchField({ id: 'audit-subject', label: t('audit.subject'), text: subject, typed: (text) => this.#typed({ subject: text }) })}
        ${searchField({ id: 'audit-by', label: t('audit.by'), text: by, typed: (text) => this.#typed({ by: text }) })}
        ${labelledSelect({
          id: 'audit-kind',
          label: t('audit.kind'),
          options: KINDS.map((each) => [each, kindWord(each)]),
          value: kind,
          blank: t('audit.anyKind'),
          change: (chosen) => this.#choose({ kind: chosen }),
        })}
      </form>
    </search>`;
  }

  #renderTable() {
    return html`<div class="table-frame table-tall">
      <table class="stacking" id="audit">
        <thead>
          <tr>
            ${columnHead({ label: t('audit.at') })} ${columnHead({ label: t('audit.by') })}
            ${columnHead({ label: t('audit.kind') })} ${columnHead({ label: t('audit.subject') })}
            ${columnHead({ label: t('audit.facts') })} ${columnHead({ label: t('audit.hash') })}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.items,
            ({ actId }) => actId,
            (entry) => row(entry),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #typed(change) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose(change), TYPING_PAUSE);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query(this.filters));
    this.#read();
  }

  #read() {
    if (!session.is('auditor')) return undefined;
    return this.#page({}, (items) => items);
  }

  #more() {
    return this.#page({ after: this.next }, (items) => [...this.items, ...items]);
  }

  #page(more, all) {
    return this.load(async () => {
      const asked = this.filters;
      const { body } = await api.get(this.#path({ limit: TABLE_PAGE, ...more }));
      if (asked !== this.filters) return;
      this.items = all(body.items);
      this.next = body.next;
    });
  }

  #path(more = {}) {
    return `/api/audit${query({ ...this.filters, ...more })}`;
  }
}

function row({ number, at, by, role, kind, subject, facts, hash }) {
  return html`<tr>
    <th scope="row">${briefDateTime(at)} <span class="meta">${number}</span></th>
    <td data-label=${t('audit.by')}>
      ${by ?? (role ? t('audit.applicant') : t('audit.clock'))}
      ${by && role ? html`<span class="meta">${word('roles', role)}</span>` : nothing}
    </td>
    <td data-label=${t('audit.kind')}>${kindWord(kind)}</td>
    <td data-label=${t('audit.subject')}>
      ${/^[a-z]{2}-/.test(subject) ? html`<a href="/applications/${subject}">${subject}</a>` : subject}
    </td>
    <td data-label=${t('audit.facts')}>
      ${factsRead(facts ?? {}).map(({ label, text }) => html`<span class="meta">${label}: ${text}</span> `)}
    </td>
    <td data-label=${t('audit.hash')}><code title=${hash}>${hash.slice(0, 12)}</code></td>
  </tr>`;
}

function kindWord(kind) {
  return word('audit.kinds', kind);
}

customElements.define('yol-audit-page', AuditPage);
