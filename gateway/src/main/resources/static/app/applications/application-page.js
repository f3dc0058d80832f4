import { html, nothing } from 'lit';
import { applicantName, numberOf, stateBadge, writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { country } from '../core/format.js';
import { readHeld } from '../core/held.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { dossierRead } from '../dossier/dossier-read.js';
import { inside } from '../inbox/inbox-page.js';
import { BACKGROUND, News } from '../inbox/messages.js';
import {
  announcementRead,
  answersRead,
  callEnd,
  choicesRead,
  documentsRead,
  earlierReceiptsRead,
  nextRead,
  nominationRead,
  receiptRead,
  resultRead,
  returnedRead,
  timelineRead,
} from './application-facts.js';
import { teamRead } from './team-section.js';

/** States in which an offer still says something; whoever has withdrawn has none any more. */
const WITH_OFFER = ['offered', 'accepted', 'awarded', 'completed', 'declined', 'expired'];
/** States in which reviewers score, where they are asked. */
const JUDGED = ['submitted', 'nominated', 'under-review'];
/** States from which on there are certificates, or may be. */
const CERTIFIED = ['accepted', 'awarded', 'completed'];

/** One application, as its reader may see it: the form, the review, the decision, or only what happened. */
class ApplicationPage extends Page {
  static properties = {
    applicationId: {},
    application: { state: true },
    version: { state: true },
    justSubmitted: { state: true },
    call: { state: true },
  };

  #news = new News(
    () => this.#refresh(),
    ({ link }) => link && inside(link).includes(this.applicationId),
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

  /** The same application at another place. */
  queryChanged() {
    this.requestUpdate();
  }

  render() {
    if (!this.application) return this.renderWaiting(t('application.heading'), () => this.#read());
    const { application } = this;
    const own = session.is('student');
    return html` <p class="back no-print"><a href=${this.#backLink()}>← ${t(this.#backText())}</a></p>
      <div class="title-block">
        <p>${stateBadge(application.state)}</p>
        <h1>${own ? writtenText(application.programmeTitle) : nameFor(application)}</h1>
        <p class="provider">
          ${own || application.blind ? nothing : html`${country(application.student?.country)} · `}
          <a href="/calls/${application.callId}"
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
      ${application.places ? nothing : html`<p class="notice notice-warning" id="call-unknown">${t('application.callUnknown')}</p>`}
      ${this.#may('edit') ? this.#renderDraft() : this.#renderRead()}`;
  }

  #renderDraft() {
    return html`${returnedRead(this.application)}${this.#renderCorrection()}<yol-application-form
        .application=${this.application}
        .version=${this.version}
        @changed=${this.#changed}
      >
      </yol-application-form>
      ${earlierReceiptsRead(this.application)}${this.#renderWithdraw()}`;
  }

  /** What is judged beside the scores, so that both are seen at once. */
  #renderJudging() {
    const { application } = this;
    return html`<div class="judging">
      <div>
        ${application.blind ? html`<p class="notice" id="blind">${t('reviews.blind')}</p>` : nothing}
        ${nominationRead(application)}${returnedRead(application)}${answersRead(application)}
        <yol-documents-beside .application=${application}></yol-documents-beside>${this.#renderReferences()}${dossierRead(application.dossier)}${teamRead(application)}
        ${choicesRead(application)}${timelineRead(application)}${this.#renderReceipts()}
      </div>
      <aside class="judging-card">${this.#renderWork()}</aside>
    </div>`;
  }

  #renderRead() {
    const { application } = this;
    if (isJudged(application)) return this.#renderJudging();
    const onTop = application.state === 'returned' || application.correction;
    return html`<div class="with-aside">
      <div>
        ${nominationRead(application)}${resultRead(application)}${returnedRead(application)}
        ${hasOffer(application) ? html`<yol-offer .application=${application} .version=${this.version} @changed=${this.#changed} @overtaken=${() => this.#read(BACKGROUND)}></yol-offer>` : nothing}
        ${showsCertificates(application) ? html`<yol-certificates .application=${application} .version=${this.version} @changed=${this.#changed}></yol-certificates>` : nothing}
        ${this.#renderSelection()}
        ${readsFeedback(application) ? html`<yol-own-feedback .application=${application}></yol-own-feedback>` : nothing} ${onTop ? this.#renderCorrection() : nothing} ${nextRead(application, this.call)}
        ${this.#may('start-again') ? html`<yol-start-again .application=${application} .version=${this.version} @changed=${this.#changed}></yol-start-again>` : nothing}
        ${this.#renderWork()} ${session.is('student') ? this.#renderReceipts() : nothing}
        ${onTop ? nothing : this.#renderCorrection()}${choicesRead(application)}
        ${documentsRead({ ...application, correction: null })}${this.#renderReferences()}${dossierRead(application.dossier)}${answersRead(application)}${teamRead(application)}
        ${session.is('student') ? nothing : this.#renderReceipts()}
      </div>
      <aside>${timelineRead(application)}${this.#renderReturn()}${this.#renderWithdraw()}</aside>
    </div>`;
  }

  /** What students keep; for others the proof of what they have read. */
  #renderReceipts() {
    return html`${receiptRead(this.application)}${earlierReceiptsRead(this.application)}${fileCheck(this.application)}`;
  }

  #renderSelection() {
    return isSelected(this.application)
      ? html`<yol-own-selection .application=${this.application}></yol-own-selection>`
      : nothing;
  }

  /** How they stand for the student; what they say for those who judge. */
  #renderReferences() {
    if (!this.application.referencesAsked || session.is('authority')) return nothing;
    return session.is('student')
      ? html`<yol-references .application=${this.application}></yol-references>`
      : html`<yol-references-read .application=${this.application}></yol-references-read>`;
  }

  #renderWork() {
    const { application } = this;
    return html` ${isJudged(application) ? html`<yol-review .application=${application} .placeId=${router.query.place} .may=${this.#may('review')}></yol-review>` : nothing}
    ${
      application.reviews?.length && isAllKnowing()
        ? html`<yol-reviews-read .application=${application} @changed=${this.#changed}></yol-reviews-read>`
        : nothing
    }
    ${this.#renderDecision()}`;
  }

  /** Those who decide see what is decided; whoever else may read it, what was announced. */
  #renderDecision() {
    const { application } = this;
    if (isAllKnowing()) {
      return application.decision || this.#may('decide')
        ? html`<yol-decision .application=${application} @changed=${this.#changed}></yol-decision>`
        : nothing;
    }
    return application.decision && !session.is('student') ? announcementRead(application) : nothing;
  }

  #renderCorrection() {
    if (!session.is('student')) return nothing;
    return html`<yol-correction
      .application=${this.application}
      .version=${this.version}
      @changed=${this.#changed}
      @discarding=${() => this.querySelector('yol-application-form')?.forget()}
    ></yol-correction>`;
  }

  #renderReturn() {
    if (!this.#may('return')) return nothing;
    return html`<yol-return
      .application=${this.application}
      .version=${this.version}
      @changed=${this.#changed}
    ></yol-return>`;
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

  #read(options) {
    return this.load(async () => {
      const path = `/api/applications/${encodeURIComponent(this.applicationId)}`;
      const read = (waiting) => api.get(path, { ...options, ...waiting });
      const { body, version } = await (session.is('student')
        ? readHeld(`application:${this.applicationId}`, read, () => this.#refresh())
        : read());
      await modulesFor(body);
      this.version = version;
      this.application = body;
      this.#readCall();
    });
  }

  /** When results are expected; without it the page says less, and nothing is wrong. */
  async #readCall() {
    if (this.call || !session.is('student')) return;
    const path = `/api/calls/${encodeURIComponent(this.application.callId)}`;
    this.call = await api.get(path, BACKGROUND).then(
      ({ body }) => body,
      () => null,
    );
  }

  /** The form merges by itself what it has typed; every other view simply shows what is true now. */
  #refresh() {
    this.querySelector('yol-references, yol-referee-states')?.refresh();
    this.querySelector('yol-review')?.refresh();
    const form = this.querySelector('yol-application-form');
    return form ? form.refresh()?.catch(() => {}) : this.#read(BACKGROUND);
  }

  async #changed({ detail }) {
    await this.#read();
    // The message about it may come in between and have everything read once more: it stays said.
    this.justSubmitted = detail?.submitted || (this.justSubmitted && this.application.state === 'submitted');
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

/** Whether it is for its reader to be scored now, or they are told that others are asked. */
function isJudged({ state, actions, intake, nominated }) {
  if (!session.is('reviewer')) return false;
  return Boolean(actions?.includes('review')) || (JUDGED.includes(state) && (intake !== 'nominated' || Boolean(nominated)));
}

/** Where nobody is to know whose it is, enough to tell it from others. */
function nameFor({ id, blind, student }) {
  return blind ? t('reviews.unnamed', { number: numberOf(id) }) : applicantName(student);
}

/** For those who read others' applications: which document of which receipt a file is that they have. */
function fileCheck(application) {
  const { receipt, earlierReceipts = [] } = application;
  if (session.is('student') || !receipt || application.blind) return nothing;
  return html`<details class="panel quiet no-print" id="file-check">
    <summary>${t('fileCheck.title')}</summary>
    <p>${t('fileCheck.intro')}</p>
    <yol-file-compare .application=${application} .receipts=${[receipt, ...earlierReceipts]}></yol-file-compare>
  </details>`;
}

function hasOffer({ offer, state }) {
  return Boolean(offer) && WITH_OFFER.includes(state);
}

/** Before a place is taken up only to those who can say that it is. */
function showsCertificates({ state, actions }) {
  if (!session.is('student', 'coordinator', 'auditor') || !CERTIFIED.includes(state)) return false;
  return state !== 'accepted' || Boolean(actions?.includes('award'));
}

/** Whether a selection has decided, and it has been told. Of those who were erased nothing is left to be shown. */
function isSelected({ decision, state, student }) {
  const isTold = session.is('student') ? decision : decision?.published && student?.name;
  return Boolean(isTold && decision.selectionId) && state !== 'draft' && (session.is('student') || isAllKnowing());
}

/** Whether its student reads what reviewers have found: never before the outcome is announced. */
function readsFeedback({ decision, feedback, state }) {
  return session.is('student') && Boolean(decision) && state !== 'draft' && ['scores', 'comments'].includes(feedback);
}

function isAllKnowing() {
  return session.is('coordinator', 'auditor');
}

/** Only what this reader can do with it is loaded. */
function modulesFor(application) {
  const { actions = [], offer, receipt, reviews, referencesAsked } = application;
  return Promise.all([
    actions.includes('edit') && import('./application-form.js'),
    actions.includes('withdraw') && import('./withdraw-panel.js'),
    actions.includes('start-again') && import('./start-again.js'),
    session.is('student') && import('./correction-panel.js'),
    actions.includes('return') && import('./return-panel.js'),
    offer && import('./offer-panel.js'),
    showsCertificates(application) && import('../awards/certificates-panel.js'),
    isSelected(application) && import('../selections/own-selection.js'),
    readsFeedback(application) && import('../selections/own-feedback.js'),
    receipt && !session.is('student') && import('../verify/file-compare.js'),
    referencesAsked &&
      (session.is('student')
        ? import('../references/references-section.js')
        : import('../references/references-read.js')),
    isJudged(application) && import('../reviews/review-panel.js'),
    isJudged(application) && import('../reviews/documents-beside.js'),
    reviews?.length && isAllKnowing() && import('../reviews/reviews-read.js'),
    isAllKnowing() && import('../manage/decision-panel.js'),
  ]);
}

customElements.define('yol-application-page', ApplicationPage);
