import { html, nothing } from 'lit';
import { savingState } from '../components/saving-state.js';
import { api } from '../core/api.js';
import { keepOnTheWay, keptOnTheWay } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { same } from '../core/same.js';
import { session, signInLink } from '../core/session.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { ANSWER_FIELDS, partners } from './answers-section.js';
import './choices-section.js';
import { conflictsNotice } from '../dossier/conflicts-notice.js';
import '../dossier/dossier-fields.js';
import { openDossier } from '../dossier/dossier-keeper.js';
import { checkView, rulesRead } from './check-view.js';
import { DraftKeeper } from './draft-keeper.js';
import './documents-section.js';
import { fieldOf } from './field-names.js';
import { stepList, stepsOf } from './form-steps.js';
import '../references/references-section.js';
import { teamFields } from './team-section.js';

/** A press that was interrupted by signing in goes on within so many milliseconds. */
const GOES_ON = 10 * 60_000;

/** How safe it is what was typed, the safest first. */
const STATUSES = ['saved', 'typing', 'saving', 'busy', 'offline', 'partly', 'conflict', 'refused', 'signed-out'];

/** A draft being written beside the student's dossier: both saved while typing, then submitted once and for all. */
class ApplicationForm extends View {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
    errors: { state: true },
    problem: { state: true },
    submitting: { state: true },
    referees: { state: true },
    check: { state: true },
    checking: { state: true },
  };

  #keeper = null;
  #dossier = null;

  constructor() {
    super();
    this.errors = {};
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.application) this.#open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#keeper?.close();
    this.#keeper = null;
    this.#dossier?.close();
    this.#dossier = null;
  }

  willUpdate() {
    if (!this.#keeper && this.application) this.#open();
  }

  /** What is typed and not saved is thrown away. */
  forget() {
    this.#keeper?.forget();
  }

  /** The page heard that something happened to this application. */
  refresh() {
    return this.#keeper?.refresh();
  }

  /** Which of the two has more to say of how safe it is what was typed. */
  get #least() {
    return [this.#keeper, this.#dossier].reduce((one, other) =>
      STATUSES.indexOf(other.status) > STATUSES.indexOf(one.status) ||
      (other.status === one.status && (other.savedAt ?? 0) > (one.savedAt ?? 0))
        ? other
        : one,
    );
  }

  render() {
    if (!this.#dossier) return html`<p aria-busy=${this.problem ? nothing : 'true'}></p><yol-problem .problem=${this.problem}></yol-problem>`;
    const { application, typed } = this.#keeper;
    const keeper = this.#least;
    if (this.checking) return this.#renderCheck();
    return html` ${savingState(keeper, { id: 'saving-state' })}
      ${
        keeper.status === 'refused' || keeper.status === 'signed-out'
          ? html`<yol-problem .problem=${keeper.problem} .fieldOf=${fieldOf}></yol-problem>`
          : nothing
      }
      ${stepList(stepsOf(application, typed, this.#dossier.typed, this.referees ?? 0))}
      <form id="application-form" novalidate @submit=${(event) => event.preventDefault()}>
        ${this.check ? html`<section class="panel" aria-label=${t('check.rules')}>${rulesRead(this.check, lead)}</section>` : nothing}
        <section class="panel" aria-labelledby="dossier-heading" ?inert=${this.submitting}>
          <h2 id="dossier-heading"><span class="step" aria-hidden="true">1</span> ${t('form.dossier')}</h2>
          <p>${t('dossier.intro')}</p>
          ${partners(application)} ${conflictsNotice(this.#dossier, 'dossier')}
          <yol-dossier
            .keeper=${this.#dossier}
            .errors=${within('/dossier', this.errors)}
            @written=${({ detail }) => (this.errors = without(this.errors, `/dossier${detail}`))}
          ></yol-dossier>
        </section>
        <section class="panel" aria-labelledby="answers-heading" ?inert=${this.submitting}>
          <h2 id="answers-heading"><span class="step" aria-hidden="true">2</span> ${t('form.answers')}</h2>
          ${conflictsNotice(this.#keeper, 'answers')}
          <div class="form-grid">
            ${ANSWER_FIELDS.map((draw) => draw(typed.answers, { ...this.errors, ...this.#keeper.refused }, application.limits, (name, value) => this.#answer(name, value)))}
          </div>
        </section>
        <section class="panel" aria-labelledby="choices-heading" ?inert=${this.submitting}>
          <h2 id="choices-heading"><span class="step" aria-hidden="true">3</span> ${t('form.choices')}</h2>
          <yol-choices
            .places=${application.places}
            .choices=${typed.choices}
            .rankAtMost=${application.rankAtMost}
            .error=${this.#choicesError()}
            @ranked=${(event) => this.#keeper.change({ choices: event.detail })}
          ></yol-choices>
        </section>
        <section class="panel" aria-labelledby="documents-heading" ?inert=${this.submitting}>
          <h2 id="documents-heading"><span class="step" aria-hidden="true">4</span> ${t('form.documents')}</h2>
          <yol-documents .application=${application} .keeper=${this.#keeper} .errors=${this.errors}></yol-documents>
        </section>
        ${application.teamAsked ? this.#renderTeam() : nothing}
        ${application.referencesAsked ? html`<yol-references .application=${application} .step=${application.teamAsked ? 6 : 5} .error=${this.errors['/references']} @asked=${({ detail }) => (this.referees = detail)}></yol-references>` : nothing}
        <section class="panel submit-panel" aria-labelledby="submit-heading">
          <h2 id="submit-heading">${t('form.submitHeading')}</h2>
          <p>${t('form.submitIntro')}</p>
          <yol-problem id="submit-problem" .problem=${this.problem} .fieldOf=${fieldOf}></yol-problem>
          ${
            application.actions?.includes('submit')
              ? html` <button
                  type="button"
                  id="submit-application"
                  aria-busy=${Boolean(this.submitting)}
                  ?disabled=${this.submitting}
                  @click=${() => this.#lookOver()}
                >
                  ${t('check.button')}
                </button>`
              : html`<p class="notice notice-warning">${t('form.tooLate')}</p>`
          }
        </section>
      </form>`;
  }

  #renderTeam() {
    const { application, typed } = this.#keeper;
    return html`<section class="panel" aria-labelledby="team-heading" ?inert=${this.submitting}>
      <h2 id="team-heading"><span class="step" aria-hidden="true">5</span> ${t('form.team')}</h2>
      ${teamFields(application, typed.team ?? [], { ...this.errors, ...this.#keeper.refused }, (team) => this.#team(team))}
    </section>`;
  }

  /** Rows have numbers, which move when one is taken out: what was wrong is said anew. */
  async #team(team) {
    const more = team.length > (this.#keeper.typed.team?.length ?? 0);
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([pointer]) => !pointer.startsWith('/team')));
    this.#keeper.change({ team });
    if (!more) return;
    await this.updateComplete;
    this.querySelector(`#team-${team.length - 1}-name`)?.focus();
  }

  #open() {
    this.#keeper = new DraftKeeper(this.application, this.version);
    this.#keeper.addEventListener('change', () => this.#kept());
    this.#keeper.addEventListener('refused', ({ detail }) => this.#refused(detail));
    this.#openDossier();
  }

  async #openDossier() {
    const keeper = this.#keeper;
    try {
      const dossier = await openDossier();
      if (this.#keeper !== keeper) {
        dossier.close();
        return;
      }
      this.#dossier = dossier;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      return;
    }
    this.#dossier.addEventListener('change', () => this.#stated());
    this.requestUpdate();
    this.#readCheck({ quiet: true }).catch(() => {});
    const agreedTo = keptOnTheWay(session.account);
    if (agreedTo && same(agreedTo, this.#whole)) this.#send({ goesOn: true });
  }

  /** What the student agrees to hand in. */
  get #whole() {
    const { application, typed } = this.#keeper;
    return { id: application.id, ...typed, dossier: this.#dossier.typed, documents: application.documents ?? [] };
  }

  /** Submitted or withdrawn elsewhere, it is no longer for writing. */
  #kept() {
    this.requestUpdate();
    if (!this.submitting && !this.#keeper.application.actions?.includes('edit')) this.#done();
  }

  /** What the rules say changes with what is saved of the dossier. */
  #stated() {
    this.requestUpdate();
    const { version } = this.#dossier.body;
    if (this.submitting || this.checking || this.checkedFor === version) return;
    this.checkedFor = version;
    this.#readCheck({ quiet: true }).catch(() => {});
  }

  #answer(name, value) {
    this.errors = without(this.errors, `/answers/${name}`);
    this.#keeper.forgive(`/answers/${name}`);
    this.#keeper.change({ answers: { ...this.#keeper.typed.answers, [name]: value } });
  }

  #choicesError() {
    return Object.entries(this.errors).find(([pointer]) => pointer.startsWith('/choices'))?.[1];
  }

  /** A draft that can no longer be written is another page: the one above loads it again. */
  #refused(problem) {
    this.errors = byPointer(problem);
    if (problem.status === 409 || problem.status === 404) this.#done();
  }

  /** Saves what is typed, and shows the whole as it will be read. */
  async #lookOver() {
    if (this.querySelector('yol-documents').busy) {
      this.problem = new Problem({ title: t('documents.stillSendingTitle'), detail: t('documents.stillSending') });
      return;
    }
    this.submitting = true;
    this.problem = null;
    try {
      if (await this.#save()) {
        await this.#readCheck({ ofPage: false });
        this.checking = true;
      }
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.submitting = false;
    }
    if (!this.checking) return;
    this.errors = byPointer({ errors: this.check.faults });
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.querySelector('#check-heading')?.focus({ preventScroll: true });
  }

  /** Resolves to whether the server holds what stands here; else says why not. */
  async #save() {
    const [saved, stated] = await Promise.all([this.#keeper.save(), this.#dossier.save()]);
    const errors = [...leftOpen(this.#keeper), ...leftOpen(this.#dossier, '/dossier')];
    if (!saved || !stated) this.problem = this.#keeper.problem ?? this.#dossier.problem;
    else if (errors.length) this.problem = new Problem({ title: t('form.leftOpenTitle'), detail: t('form.leftOpen'), errors });
    return saved && stated && !errors.length;
  }

  async #readCheck(options) {
    this.check = (await api.get(`/api/applications/${encodeURIComponent(this.application.id)}/check`, options)).body;
  }

  #renderCheck() {
    const { application, typed } = this.#keeper;
    return checkView({
      check: this.check,
      shown: { ...application, ...typed, dossier: this.#dossier.body.particulars },
      submitting: this.submitting,
      problem: this.problem,
      back: (pointer, id) => this.#goBack(id ?? (pointer ? fieldOf(pointer) : 'submit-heading')),
      send: () => !this.submitting && this.#send(),
    });
  }

  async #goBack(id) {
    this.checking = false;
    this.problem = null;
    await this.updateComplete;
    lead(id);
  }

  /**
   * A session may end while a press is waited for, as it does with a gateway that is started again: then the student
   * signs in, which may take no more than the way there and back, and the press goes on.
   */
  async #send({ goesOn = false } = {}) {
    const keeper = this.#keeper;
    this.submitting = true;
    this.problem = null;
    this.errors = {};
    try {
      if (await this.#save()) {
        const path = `/api/applications/${encodeURIComponent(this.application.id)}/submission`;
        const dossierVersion = this.check?.dossierVersion ?? this.#dossier.body.version;
        await keeper.doing((version) => api.post(path, { dossierVersion }, { version }), { repeat: false });
        this.#done({ submitted: true });
      }
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      this.errors = byPointer(this.problem);
      if (this.problem.is('dossier-changed')) {
        await this.#dossier.refresh().catch(() => {});
        await this.#readCheck().catch(() => {});
      }
      // The form has taken it over: it is read once more, and not loaded again.
      if (this.problem.is('stale-version')) {
        this.problem = new Problem({ title: this.problem.title, detail: t('form.changedMeanwhile') });
        await this.#readCheck().catch(() => {});
      }
    } finally {
      this.submitting = false;
    }
    const here = this.#keeper === keeper;
    if (this.problem?.status !== 401 || !here || goesOn) return;
    keepOnTheWay(session.account, this.#whole, GOES_ON);
    window.location.assign(signInLink());
  }

  #done(detail = {}) {
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }
}

/** What was refused, or written on another device too: the server holds something else of it. */
function leftOpen({ refused, conflicts }, from = '') {
  return [
    ...Object.entries(refused).map(([pointer, detail]) => ({ pointer: `${from}${pointer}`, detail })),
    ...conflicts.map(({ field, parts }) => ({
      pointer: `${from}/${[field, ...parts].join('/')}`,
      detail: t('form.twoVersions'),
    })),
  ];
}

/** To a field or a heading of the page. */
function lead(id) {
  const place = document.getElementById(id);
  if (place?.matches('h2')) place.tabIndex = -1;
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

/** Of a team, several things may be wrong in the same place. */
function byPointer({ errors }) {
  const details = {};
  for (const { pointer, detail } of errors ?? []) {
    details[pointer] = details[pointer] ? `${details[pointer]} ${detail}` : detail;
  }
  return details;
}

/** What was wrong there, and within. */
function without(errors, pointer) {
  const others = Object.entries(errors).filter(([wrong]) => wrong !== pointer && !wrong.startsWith(`${pointer}/`));
  return others.length === Object.keys(errors).length ? errors : Object.fromEntries(others);
}

/** The errors within, by pointers from there. */
function within(pointer, errors) {
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([wrong]) => wrong.startsWith(`${pointer}/`))
      .map(([wrong, detail]) => [wrong.slice(pointer.length), detail]),
  );
}

customElements.define('yol-application-form', ApplicationForm);
