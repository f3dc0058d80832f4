import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, loadMore, stateBadge, writtenText } from '../components/pieces.js';
import { callEnd } from './application-facts.js';
import { api, query } from '../core/api.js';
import { country, shortDateTime } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { inside } from '../inbox/inbox-page.js';
import { BACKGROUND, News } from '../inbox/messages.js';

/** A student's own applications; for authorities and auditors all they may read, without changing anything. */
class ApplicationList extends Page {
  static properties = { items: { state: true }, next: { state: true } };

  #news = new News(
    () => this.#refresh(),
    ({ link }) => link && inside(link).startsWith('/applications'),
  );

  connectedCallback() {
    super.connectedCallback();
    this.#news.start();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#news.stop();
  }

  render() {
    const own = session.is('student');
    const heading = t(own ? 'applications.ownTitle' : 'applications.title');
    if (!this.items) return this.renderWaiting(heading, () => this.#read());
    return html`<h1>${heading}</h1>
      ${own ? nothing : html`<p>${t('applications.readOnly')}</p>`}
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items.length === 0 ? this.#renderEmpty(own) : nothing}
      <ul class="rows" id="applications">
        ${repeat(
          this.items,
          ({ id }) => id,
          (application) => row(application, own),
        )}
      </ul>
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #renderEmpty(own) {
    return own
      ? emptyState(
          t('applications.emptyTitle'),
          t('applications.emptyText'),
          html`<a class="button" href="/?phase=open">${t('applications.find')}</a>`,
        )
      : emptyState(t('applications.noneTitle'), t('applications.noneText'));
  }

  #read(options) {
    return this.load(async () => {
      const { body } = await api.get(listPath(), options);
      this.items = body.items;
      this.next = body.next;
    });
  }

  /** Of students only, who have few: longer lists would jump under their reader's eyes. */
  #refresh() {
    if (session.is('student')) this.#read(BACKGROUND);
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(listPath({ after: this.next }));
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }
}

function listPath(more = {}) {
  const mine = session.is('student') ? { mine: true } : {};
  return `/api/applications${query({ sort: 'newest', ...mine, ...more })}`;
}

function row(application, own) {
  return html`<li class="row">
    <div>
      <h2>
        <a href="/applications/${application.id}"
          >${own || !application.student ? writtenText(application.programmeTitle) : application.student.name}</a
        >
      </h2>
      ${
        own || !application.student
          ? nothing
          : html`<p class="meta">
              ${country(application.student.country)} · ${writtenText(application.programmeTitle)}
            </p>`
      }
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

customElements.define('yol-application-list', ApplicationList);
