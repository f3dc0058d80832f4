import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { applicantName, emptyState, loadMore, placeName, stateBadge, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { country, shortDateTime } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';

/** Submitted applications to the places of the reviewer's own university. */
class ReviewList extends Page {
  static properties = { items: { state: true }, next: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.items) return this.renderWaiting(t('reviews.title'), () => this.#read());
    return html`<h1>${t('reviews.title')}</h1>
      <p>${t('reviews.intro')}</p>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items.length === 0 ? emptyState(t('reviews.emptyTitle'), t('reviews.emptyText')) : nothing}
      <ul class="rows" id="reviews">
        ${repeat(this.items, ({ id }) => id, row)}
      </ul>
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #read() {
    return this.load(async () => {
      const { body } = await api.get('/api/applications?sort=newest');
      this.items = body.items;
      this.next = body.next;
    });
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(`/api/applications${query({ sort: 'newest', after: this.next })}`);
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }
}

function row(application) {
  const places =
    application.places?.filter(
      ({ id, host }) => host?.id === session.organization && (application.choices ?? []).includes(id),
    ) ?? [];
  return html`<li class="row">
    <div>
      <h2><a href="/reviews/${application.id}">${applicantName(application.student)}</a></h2>
      <p class="meta">${country(application.student?.country)} · ${writtenText(application.programmeTitle)}</p>
      ${places.map((place) => html`<p class="meta">${placeName(place)}</p>`)}
    </div>
    <div class="row-state">
      ${stateBadge(application.state)}
      ${application.reviewed ? html`<span class="badge badge-good">${t('reviews.done')}</span>` : nothing}
      <span class="meta">${t('applications.changed', { time: shortDateTime(application.updatedAt) })}</span>
    </div>
  </li>`;
}

customElements.define('yol-review-list', ReviewList);
