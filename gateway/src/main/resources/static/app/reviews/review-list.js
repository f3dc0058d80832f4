import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { labelledSelect } from '../components/labelled-select.js';
import { applicantName, deadlineLine, emptyState, loadMore, numberOf, placeName, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { country, score, shortDateTime } from '../core/format.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { localized, t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { amend, recall, remember } from '../programmes/list-memory.js';
import { PARTS, progressOf, readQueue, reviewAddress, walkOn } from './review-queue.js';

/** What a reviewer is asked for, and what everybody of their university may review. The address holds the filters. */
class ReviewList extends Page {
  static properties = {
    filters: { state: true },
    counts: { state: true },
    items: { state: true },
    next: { state: true },
    open: { state: true },
    openNext: { state: true },
  };

  #key = null;
  #leaving = () => amend(this.#key, { scroll: window.scrollY });

  connectedCallback() {
    super.connectedCallback();
    if (!session.is('reviewer')) return;
    const { call = '', state = '' } = router.query;
    this.filters = { call, state: PARTS.includes(state) ? state : '' };
    document.addEventListener('click', this.#leaving, true);
    const kept = recall();
    if (kept?.reviewer === session.account) this.#showAgain(kept);
    else this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('click', this.#leaving, true);
  }

  render() {
    if (!session.is('reviewer')) {
      return html`<h1>${t('reviews.title')}</h1>
        <p id="for-reviewers">${t('reviews.forReviewers')}</p>`;
    }
    if (!this.items) return this.renderWaiting(t('reviews.title'), () => this.#read());
    const isNothing = this.#progress.all === 0 && this.open.length === 0;
    return html`<h1>${t('reviews.title')}</h1>
      <p>${t('reviews.intro')}</p>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${isNothing ? emptyState(t('reviews.emptyTitle'), t('reviews.emptyText')) : nothing}
      ${this.#progress.all ? this.#renderQueue() : nothing} ${this.open.length ? this.#renderOpen() : nothing}`;
  }

  #renderQueue() {
    const { done, all, overdue } = this.#progress;
    const due = this.counts.calls.find(({ callId }) => !this.filters.call || callId === this.filters.call)?.dueBy;
    return html`<section aria-labelledby="queue-heading">
      <h2 id="queue-heading">${t('reviews.asked')}</h2>
      <div class="queue-progress" id="queue-progress">
        <p>
          <strong>${t('reviews.progress', { done, all })}</strong>
          ${due ? deadlineLine(due, undefined, t('reviews.due')) : nothing}
          ${overdue ? html`<span class="badge badge-bad">${t('reviews.overdue', { count: overdue })}</span>` : nothing}
        </p>
        <progress max=${all} value=${done} aria-label=${t('reviews.progress', { done, all })}></progress>
      </div>
      ${this.#renderFilters()}
      ${this.items.length ? nothing : html`<p class="meta" role="status">${t('reviews.noneOfThese')}</p>`}
      <ul class="rows" id="queue">
        ${repeat(this.items, (row) => `${row.applicationId}/${row.placeId}`, queueRow)}
      </ul>
      ${loadMore(this.next, this.loading, () => this.#more())}
    </section>`;
  }

  #renderFilters() {
    const { call, state } = this.filters;
    return html`<search aria-label=${t('reviews.filters')}>
      <form class="filters" @submit=${(event) => event.preventDefault()}>
        ${labelledSelect({
          id: 'queue-call',
          label: t('reviews.call'),
          options: this.counts.calls.map(({ callId, programmeTitle }) => [callId, localized(programmeTitle).text]),
          value: call,
          blank: t('reviews.all'),
          change: (chosen) => this.#choose({ call: chosen }),
        })}
        ${labelledSelect({
          id: 'queue-state',
          label: t('reviews.stateLabel'),
          options: PARTS.map((part) => [part, t(`reviews.state.${part}`)]),
          value: state,
          blank: t('reviews.all'),
          change: (chosen) => this.#choose({ state: chosen }),
        })}
      </form>
    </search>`;
  }

  /** Of calls for which nobody is named. */
  #renderOpen() {
    return html`<section aria-labelledby="open-heading">
      <h2 id="open-heading">${t('reviews.open')}</h2>
      <p class="meta">${t('reviews.openText')}</p>
      <ul class="rows" id="reviews">
        ${repeat(this.open, ({ id }) => id, openRow)}
      </ul>
      ${
        this.openNext
          ? html`<p class="load-more">
              <button type="button" class="secondary outline" id="open-more" ?disabled=${this.loading} @click=${() => this.#moreOpen()}>
                ${t('action.loadMore')}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }

  get #progress() {
    return progressOf(this.counts, this.filters.call);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query(this.filters));
    return this.load(() => this.#readQueue());
  }

  #read() {
    return this.load(async () => {
      const [{ body: counts }, open] = await Promise.all([api.get('/api/reviews/counts'), readOpen('')]);
      this.counts = counts;
      this.open = open.items;
      this.openNext = open.next;
      await this.#readQueue();
    });
  }

  async #readQueue() {
    const asked = this.filters;
    const { items, next } = await readQueue({ callId: asked.call, state: asked.state });
    if (asked !== this.filters) return;
    this.items = items;
    this.next = next;
    this.#remember();
  }

  #more() {
    return this.load(async () => {
      const { items, next } = await readQueue({ callId: this.filters.call, state: this.filters.state }, this.next);
      this.items = [...this.items, ...items];
      this.next = next;
      this.#remember();
    });
  }

  #moreOpen() {
    return this.load(async () => {
      const { items, next } = await readOpen(this.openNext);
      this.open = [...this.open, ...items];
      this.openNext = next;
      this.#remember();
    });
  }

  #remember() {
    const { items, next, open, openNext } = this;
    walkOn(this.filters, { items, next }, session.account);
    this.#key = remember({ items, next, open, openNext, reviewer: session.account });
  }

  /** As many as were there, with what is true now: what was scored meanwhile comes later in the order. */
  async #showAgain(kept) {
    await this.load(async () => {
      this.counts = (await api.get('/api/reviews/counts')).body;
      let { items, next } = await readQueue({ callId: this.filters.call, state: this.filters.state });
      while (next && items.length < kept.items.length) {
        const more = await readQueue({ callId: this.filters.call, state: this.filters.state }, next);
        items = [...items, ...more.items];
        next = more.next;
      }
      let open = await readOpen('');
      while (open.next && open.items.length < kept.open.length) {
        const more = await readOpen(open.next);
        open = { items: [...open.items, ...more.items], next: more.next };
      }
      Object.assign(this, { items, next, open: open.items, openNext: open.next });
      this.#remember();
    });
    await this.updateComplete;
    window.scrollTo(0, kept.scroll ?? 0);
  }
}

/** What everybody of the university may review and the reader has not; of the rest the queue tells. */
async function readOpen(after) {
  const { body } = await api.get(`/api/applications${query({ sort: 'newest', after })}`);
  const items = body.items.filter(({ panel, reviewed }) => !panel && !reviewed);
  return items.length || !body.next ? { items, next: body.next } : readOpen(body.next);
}

function queueRow(row) {
  const { applicationId, placeId, place, programmeTitle, blind, name, state, outdated, overdue } = row;
  return html`<li class="row">
    <div>
      <h3><a href=${reviewAddress({ applicationId, placeId })}>${blind ? t('reviews.unnamed', { number: numberOf(applicationId) }) : (name ?? t('erasure.nobody'))}</a></h3>
      <p class="meta">${writtenText(programmeTitle)}</p>
      <p class="meta">${placeName(place)} · ${t('callApplications.submitted')}: ${shortDateTime(row.submittedAt)}</p>
    </div>
    <div class="row-state">
      ${outdated && state !== 'assigned' ? html`<span class="badge badge-returned">${t('reviews.outdated')}</span>` : nothing}
      ${overdue ? html`<span class="badge badge-bad">${t('reviews.late')}</span>` : nothing}
      <span class="badge ${state === 'done' ? 'badge-good' : ''}">${t(`reviews.state.${state}`)}</span>
      ${row.score === null || row.score === undefined ? nothing : html`<strong class="own-score">${score(row.score)}</strong>`}
    </div>
  </li>`;
}

function openRow(application) {
  const { id, student, choices = [], places, programmeTitle, reviewed, submittedAt } = application;
  const own = places?.filter((place) => place.host?.id === session.organization && choices.includes(place.id)) ?? [];
  return html`<li class="row">
    <div>
      <h3><a href="/reviews/${id}">${student ? applicantName(student) : t('reviews.unnamed', { number: numberOf(id) })}</a></h3>
      <p class="meta">${student ? html`${country(student.country)} · ` : nothing}${writtenText(programmeTitle)}</p>
      ${own.map((place) => html`<p class="meta">${placeName(place)}</p>`)}
    </div>
    <div class="row-state">
      ${reviewed ? html`<span class="badge badge-good">${t('reviews.done')}</span>` : nothing}
      <span class="meta">${t('callApplications.submitted')}: ${shortDateTime(submittedAt)}</span>
    </div>
  </li>`;
}

customElements.define('yol-review-list', ReviewList);
