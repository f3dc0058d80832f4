import { html, nothing } from 'lit';
import { stateBadge, writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { country } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { inside } from '../inbox/inbox-page.js';
import { messages } from '../inbox/messages.js';
import { answersRead, callEnd, choicesRead, documentsRead, receiptRead, timelineRead } from './application-facts.js';

/** One application, as its reader may see it: the form, the review, the decision, or only what happened. */
class ApplicationPage extends Page {
  static properties = {
    applicationId: {},
    application: { state: true },
    version: { state: true },
    justSubmitted: { state: true },
  };

  #message = ({ detail }) => this.#happened(detail);
  #reconnected = () => this.#refresh();

  connectedCallback() {
    super.connectedCallback();
    messages.addEventListener('arrived', this.#message);
    messages.addEventListener('reconnected', this.#reconnected);
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    messages.removeEventListener('arrived', this.#message);
    messages.removeEventListener('reconnected', this.#reconnected);
  }

  render() {
    if (!this.application) return this.renderWaiting(t('application.heading'), () => this.#read());
    const { application } = this;
    const own = session.is('student');
    return html` <p class="back no-print"><a href=${this.#backLink()}>← ${t(this.#backText())}</a></p>
      <div class="title-block">
        <p>${stateBadge(application.state)}</p>
        <h1>${own ? writtenText(application.programmeTitle) : application.student?.name}</h1>
        <p class="provider">
          ${own ? nothing : html`${country(application.student?.country)} · `}
          <a href="/programs/${application.programmeId}"
            >${own ? t('application.programme') : writtenText(application.programmeTitle)}</a
          >
        </p>
        ${application.state === 'draft' ? html`<p>${callEnd(application)}</p>` : nothing}
      </div>
      ${this.problem ? html`<yol-problem .problem=${this.problem}></yol-problem>` : nothing}
      ${
        this.justSubmitted
          ? html`<div class="notice notice-good" role="status" id="submitted-notice">
              <p><strong>${t('application.submittedTitle')}</strong></p>
              <p>${t('application.submittedText')}</p>
            </div>`
          : nothing
      }
      ${this.#may('edit') ? this.#renderDraft() : this.#renderRead()}`;
  }

  #renderDraft() {
    return html`<yol-application-form
        .application=${this.application}
        .version=${this.version}
        @changed=${this.#changed}
      >
      </yol-application-form>
      ${this.#renderWithdraw()}`;
  }

  #renderRead() {
    const { application } = this;
    return html`<div class="with-aside">
      <div>
        ${application.offer ? html`<yol-offer .application=${application} .version=${this.version} @changed=${this.#changed}></yol-offer>` : nothing}
        ${this.#renderWork()}
        ${receiptRead(application)}${choicesRead(application)}${documentsRead(application)}${answersRead(application)}
      </div>
      <aside>${timelineRead(application)}${this.#renderWithdraw()}</aside>
    </div>`;
  }

  #renderWork() {
    const shared = { application: this.application, version: this.version };
    return html` ${this.#may('review') ? html`<yol-review .application=${shared.application} .version=${shared.version} @changed=${this.#changed}></yol-review>` : nothing}
    ${
      this.application.reviews?.length && session.is('coordinator', 'auditor')
        ? html`<yol-reviews-read .application=${shared.application}></yol-reviews-read>`
        : nothing
    }
    ${
      this.#may('decide') || this.#may('publish-decision') || (this.application.decision && !session.is('student'))
        ? html`<yol-decision
            .application=${shared.application}
            .version=${shared.version}
            @changed=${this.#changed}
          ></yol-decision>`
        : nothing
    }`;
  }

  #renderWithdraw() {
    if (!this.#may('withdraw')) return nothing;
    return html`<yol-withdraw
      class="no-print"
      .application=${this.application}
      @changed=${this.#changed}
    ></yol-withdraw>`;
  }

  #may(action) {
    return this.application.actions?.includes(action);
  }

  #read() {
    return this.load(async () => {
      const { body, version } = await api.get(`/api/applications/${encodeURIComponent(this.applicationId)}`);
      await modulesFor(body);
      this.version = version;
      this.application = body;
    });
  }

  /** The form merges by itself what it has typed; every other view simply shows what is true now. */
  #refresh() {
    const form = this.querySelector('yol-application-form');
    return form ? form.refresh()?.catch(() => {}) : this.#read();
  }

  #happened(message) {
    if (message.link && inside(message.link).includes(this.applicationId)) this.#refresh();
  }

  async #changed({ detail }) {
    await this.#read();
    this.justSubmitted = Boolean(detail?.submitted);
    if (detail?.said) announce(detail.said);
    await this.updateComplete;
    const heading = this.querySelector('h1');
    heading.tabIndex = -1;
    heading.focus();
    window.scrollTo(0, 0);
  }

  #backLink() {
    if (session.is('coordinator')) return `/manage/calls/${this.application.callId}/applications`;
    return session.is('reviewer') ? '/reviews' : '/applications';
  }

  #backText() {
    if (session.is('coordinator')) return 'application.backToCall';
    return session.is('reviewer') ? 'application.backToReviews' : 'application.back';
  }
}

/** Only what this reader can do with it is loaded. */
function modulesFor({ actions = [], offer, reviews, decision }) {
  return Promise.all([
    actions.includes('edit') && import('./application-form.js'),
    actions.includes('withdraw') && import('./withdraw-panel.js'),
    offer && import('./offer-panel.js'),
    (actions.includes('review') || reviews?.length) && import('../reviews/review-panel.js'),
    (decision || actions.includes('decide') || actions.includes('publish-decision')) &&
      import('../manage/decision-panel.js'),
  ]);
}

customElements.define('yol-application-page', ApplicationPage);
