import { html, nothing } from 'lit';
import { briefDeadline, documentNote, fallbackHint, paragraphs, placeName, writtenText } from '../components/pieces.js';
import { ruleLine } from '../components/rule-line.js';
import { api, query } from '../core/api.js';
import { country, date, dateTime, list, READER_ZONE, zoneName } from '../core/format.js';
import { keepOnTheWay, keptOnTheWay } from '../core/kept.js';
import { nameOf } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { session, signInLink } from '../core/session.js';
import { LANGUAGES, localized, named, t, texts, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { historyAddress } from '../log/log-address.js';
import { lotteryAddress } from '../lottery/lottery-address.js';
import { recordAddress } from '../selections/selection-address.js';
import { renderCaps, renderCategories, renderParticulars, renderTraining, reservesOf } from './call-particulars.js';
import { rulesOf } from './eligibility-answers.js';
import './eligibility-check.js';
import { renderBalance } from './exchange-balance.js';
import { listAddress } from './list-memory.js';
import { callAddress, callDeadline, phaseBadge, seatsOf, turningPoint } from './programme-card.js';
import { renderFacts, renderGlance } from './programme-facts.js';

/** Who pressed to apply and had to sign in or to register first goes on within so many milliseconds. */
const GOES_ON = 30 * 60_000;

/**
 * Everything about one programme and the way to apply, with one call in front: that of the address, else the one its
 * reader can do most about. The others have addresses of their own.
 */
class ProgrammePage extends Page {
  static properties = {
    programmeId: {},
    preview: { attribute: false },
    callId: {},
    programme: { state: true },
    call: { state: true },
    readIn: { state: true },
    starting: { state: true },
    startProblem: { state: true },
    check: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    // What is being written is shown as it will be, and asks nobody.
    if (this.preview) {
      this.programme = this.preview;
      this.call = this.preview.calls?.at(0) ?? null;
    } else this.#read();
  }

  /** What was pressed before signing in need not be pressed again. */
  updated() {
    super.updated();
    if (this.preview || !this.call || !session.is('student')) return;
    if (keptOnTheWay(startOf(this.call))) this.#start(this.call);
  }

  render() {
    if (!this.programme) return this.renderWaiting(t('programme.heading'), () => this.#read());
    const { programme, call } = this;
    const description = localized(programme.description, this.readIn);
    return html` <p class="back"><a href=${listAddress()}>← ${t('programme.back')}</a></p>
      <div class="title-block">
        <p class="kind">${word('kinds', programme.kind)} ${call ? phaseBadge(call.phase) : nothing}</p>
        <h1>${writtenText(programme.title, this.readIn)}</h1>
        <p class="provider">${t('programme.by', { provider: nameOf(programme.provider) })}</p>
        ${renderAddresses(programme.provider)} ${renderOwnAddresses(programme)}
        ${programme.archived ? html`<p class="notice" id="archived">${t('programme.archived', { time: dateTime(programme.archived) })}</p>` : nothing}
        ${fallbackHint(programme.title, this.readIn)} ${this.#renderOtherLanguages()}
      </div>
      ${renderGlance(programme, call)}
      <div class="with-aside programme">
        <section class="about" aria-labelledby="about">
          <h2 id="about">${t('programme.about')}</h2>
          ${localized(programme.title, this.readIn).fallback ? nothing : fallbackHint(programme.description, this.readIn)}
          ${description.text ? paragraphs(description.text, description.lang) : html`<p>${t('programme.noDescription')}</p>`}
        </section>
        ${call ? html`<aside class="apply">${this.#renderApply(call)} ${this.#renderOtherCalls()}</aside>` : nothing}
        <div class="rest">
          ${renderFacts(programme)} ${renderTraining(programme)}
          ${call ? html`${this.#renderEligibility(call)} ${renderCall(call, this.check)}` : nothing} 
          ${renderAmendments(programme, 'programme')} ${this.#renderPastCalls()}
        </div>
      </div>
      ${call ? this.#renderBar(call) : nothing}`;
  }

  #renderEligibility(call) {
    if (!rulesOf(call).length || !call.id) return nothing;
    return html`<yol-eligibility-check
      .call=${call}
      @checked=${({ detail }) => (this.check = detail)}
    ></yol-eligibility-check>`;
  }

  /** What is known before the first line is written: it stands before the button. */
  #renderAnswer(call) {
    if (!call.eligibility?.some(({ citizenship }) => citizenship) && this.#notForReader()) {
      return html`<p class="notice notice-warning">
        ${t('programme.otherCountry', { countries: list(this.programme.origins.map(country)) })}
      </p>`;
    }
    const { check } = this;
    if (!check?.rules.length || check.answer === 'unknown') return nothing;
    const against = check.rules.filter(({ answer }) => answer === 'not-met');
    if (!against.length) return html`<p class="notice notice-good">${t('eligible.overall.met')}</p>`;
    return html`<div class="notice notice-warning">
      <p>${t('eligible.overall.not-met')}</p>
      <ul class="rules">
        ${against.map(ruleLine)}
      </ul>
    </div>`;
  }

  /** The languages the text was also written in: who reads another better chooses it here, for this text alone. */
  #renderOtherLanguages() {
    const { title } = this.programme;
    const shown = localized(title, this.readIn).lang;
    const others = Object.keys(LANGUAGES).filter((language) => title?.[language] && language !== shown);
    if (!others.length) return nothing;
    return html`<p class="also-in">
      ${t('reading.alsoIn')}
      ${others.map(
        (language, index) =>
          html`${index ? ' · ' : nothing}<button
              type="button"
              class="link-button"
              lang=${language}
              @click=${() => (this.readIn = language)}
            >
              ${LANGUAGES[language]}
            </button>`,
      )}
    </p>`;
  }

  #renderApply(call) {
    return html`<section class="panel apply-panel" id="apply" aria-labelledby="apply-heading">
      <h2 id="apply-heading">${call.phase === 'open' ? t('programme.apply') : word('phases', call.phase)}</h2>
      ${callDeadline(call)} ${renderExtensions(call)} ${renderWhatFollows(call)} ${renderCalendar(call)}
      ${call.counts ? html`<p class="meta">${applications(call, 'programme.submitted')}</p>` : nothing}
      ${this.#renderStart(call)}
      ${
        call.phase === 'draft'
          ? nothing
          : html`<p class="meta">
              <a href=${historyAddress(call)}>${t('log.ofCall')}</a> · <a href=${lotteryAddress(call.id)}>${t('lottery.title')}</a>
              ${call.phase === 'closed' ? html` · <a href=${recordAddress(call.id)}>${t('selection.record')}</a>` : nothing}
            </p>`
      }
    </section>`;
  }

  #renderStart(call) {
    if (call.phase === 'upcoming') return html`<p>${t('programme.notYet')}</p>`;
    if (call.phase === 'closed') return html`<p>${t('programme.closedNow')}</p>`;
    if (call.phase === 'draft') return html`<p>${t('programme.draft')}</p>`;
    const first = call.intake === 'nominated' ? html`<p id="nominated-only">${t('programme.nominated')} ${nominationsAtMost(call)}</p>` : nothing;
    if (!session.authenticated) {
      return html`${first}${this.#renderAnswer(call)} ${this.#renderStartButton(call, 'start-application', 'programme.start')}
        <small>${t('programme.signInNeeded')}</small>`;
    }
    if (!session.is('student')) return html`<p>${t('programme.studentsOnly')}</p>`;
    return html`${first}${this.#renderAnswer(call)} ${this.#renderStartButton(call, 'start-application', 'programme.start')}
      ${this.startProblem ? html`<yol-problem .problem=${this.startProblem}></yol-problem>` : nothing}`;
  }

  #renderStartButton(call, id, text) {
    if (!session.authenticated) {
      const keep = () => keepOnTheWay(startOf(call), true, GOES_ON);
      return html`<a class="button" id=${id} href=${signInLink()} @click=${keep}>${t(text)}</a>`;
    }
    return html`<button
      type="button"
      id=${id}
      aria-busy=${this.starting ? 'true' : nothing}
      ?disabled=${this.starting}
      @click=${() => this.#start(call)}
    >
      ${t(text)}
    </button>`;
  }

  /** Always in sight on a small screen, where the way to apply is far from the text. */
  #renderBar(call) {
    const { instant, label } = turningPoint(call);
    if (!instant || !['open', 'upcoming'].includes(call.phase)) return nothing;
    const { urgency, left } = briefDeadline(instant, call.zone);
    return html`<div class="apply-bar no-print">
      <p class="deadline-${urgency}"><small>${label}</small> <span class="deadline-left">${left}</span></p>
      ${this.#renderBarButton(call)}
    </div>`;
  }

  /** What speaks against it is read before it is pressed. */
  #renderBarButton(call) {
    if (call.phase !== 'open' || (session.authenticated && !session.is('student'))) return nothing;
    const warned = this.check?.answer === 'not-met' || this.#notForReader();
    if (warned || this.startProblem) return html`<a class="button outline" href="#apply">${t('programme.apply')}</a>`;
    return this.#renderStartButton(call, 'start-from-bar', 'glance.start');
  }

  /** What else one could apply to, beside what is in front. */
  #renderOtherCalls() {
    const others = this.#others.filter(({ phase }) => phase !== 'closed');
    if (!others.length) return nothing;
    return html`<section class="panel" id="other-calls" aria-labelledby="other-calls-heading">
      <h2 id="other-calls-heading">${t('glance.otherCalls')}</h2>
      <ul class="call-rows">
        ${others.map(
          (call) => html`<li>${phaseBadge(call.phase)} <a href=${callAddress(call)}>${callDeadline(call)}</a></li>`,
        )}
      </ul>
    </section>`;
  }

  #renderPastCalls() {
    const past = this.#others.filter(({ phase }) => phase === 'closed');
    if (!past.length) return nothing;
    return html`<details id="past-calls">
      <summary>${t('programme.pastCalls', { count: past.length })}</summary>
      <ul class="call-rows">
        ${past.map(
          (call) =>
            html`<li>
              <a href=${callAddress(call)}>${callDeadline(call)}</a>
              <span class="meta">${applications(call, 'programme.pastCounts')}</span>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  get #others() {
    return (this.programme.calls ?? []).filter(({ id }) => id !== this.call?.id);
  }

  #notForReader() {
    return session.country && this.programme.origins?.length && !this.programme.origins.includes(session.country);
  }

  #read() {
    return this.load(async () => {
      const call = this.callId ? (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body : null;
      const programmeId = call?.programmeId ?? this.programmeId;
      const { body } = await api.get(`/api/programs/${encodeURIComponent(programmeId)}`);
      // The service puts first what a reader can still do something about.
      this.call = call ?? body.calls?.at(0) ?? null;
      this.programme = body;
    });
  }

  async #start(call) {
    this.starting = true;
    this.startProblem = null;
    try {
      const { body, version } = await api.post('/api/applications', { callId: call.id });
      if (isDeletedDraft(body)) await api.post(`/api/applications/${encodeURIComponent(body.id)}/restart`, {}, { version });
      router.go(`/applications/${body.id}`);
    } catch (thrown) {
      this.startProblem = Problem.from(thrown);
      await this.updateComplete;
      this.querySelector('#apply yol-problem')?.scrollIntoView({ block: 'center' });
    } finally {
      this.starting = false;
    }
  }
}

/** Nobody but the student ever saw it, who is not asked about it again. */
function isDeletedDraft({ state, receipt, earlierReceipts, actions }) {
  return state === 'withdrawn' && !receipt && !earlierReceipts?.length && actions?.includes('start-again');
}

function startOf({ id }) {
  return `start:${id}`;
}

/** Where to read more, and where to ask. */
function renderAddresses({ website, contact } = {}) {
  if (!website && !contact) return nothing;
  return html`<p class="meta" id="provider-addresses">${addresses(website, contact)}</p>`;
}

function renderOwnAddresses({ website, contact }) {
  if (!website && !contact) return nothing;
  return html`<p class="meta" id="programme-addresses">${t('programme.addresses')} ${addresses(website, contact)}</p>`;
}

function addresses(website, contact) {
  return html`${website ? html`<a href=${website} rel="noopener noreferrer">${website.replace(/^https?:\/\/|\/$/g, '')}</a>` : nothing}
  ${contact ? html`<a href="mailto:${contact}">${contact}</a>` : nothing}`;
}

/** When decisions are expected, and until when an offer is answered. */
function renderWhatFollows({ resultsOn, answerBy, zone }) {
  return html`${
    resultsOn
      ? html`<p class="meta" id="results-on"><time datetime=${resultsOn}>${t('particulars.results', { date: date(resultsOn) })}</time></p>`
      : nothing
  }
  ${
    answerBy
      ? html`<p class="meta" id="answer-by">
          <time datetime=${answerBy}
            >${t('particulars.answerBy', { time: dateTime(answerBy, zone), zone: zoneName(zone) })}</time
          >
        </p>`
      : nothing
  }`;
}

/** Everybody but those who work with the applications reads multiples of five, of which 0 may be a few. */
function applications({ counts }, exactly) {
  const count = counts?.submitted ?? 0;
  if (count === 0) return t('figures.callFew');
  return t(count % 5 === 0 ? 'figures.callAbout' : exactly, { count });
}

function renderCall(call, check) {
  return html`${renderPlaces(call, check)}${renderDocuments(call)}${renderParticulars(call)}${renderBalance(call)}${renderAmendments(call, 'call')}`;
}

/** Into the reader's own calendar: once, or so that it moves when the deadline moves. */
function renderCalendar({ id, phase }) {
  if (phase === 'draft' || phase === 'closed') return nothing;
  const path = `/api/calls/${encodeURIComponent(id)}/calendar${query({ country: session.country, language: texts.language })}`;
  return html`<p class="meta">
    <a href=${path} download="deadline.ics">${t('programme.calendar')}</a> ·
    <a href="webcal://${window.location.host}${path}">${t('programme.calendarSubscribe')}</a>
  </p>`;
}

/** Who has longer than everybody else, until when and why. */
function renderExtensions({ extensions = [], graceMinutes, zone }) {
  return html`${
    graceMinutes ? html`<p class="meta">${t('programme.grace', { count: graceMinutes })}</p>` : nothing
  }
  ${
    extensions.length
      ? html`<ul class="extensions">
          ${extensions.map(
            ({ countries, closes, reason }) =>
              html`<li>
                ${
                  countries.length
                    ? t('programme.extendedFor', {
                        countries: list(countries.map(country)),
                        time: dateTime(closes, zone),
                        zone: zoneName(zone),
                      })
                    : t('programme.extended', { time: dateTime(closes, zone), zone: zoneName(zone) })
                }
                <span class="meta">${reason}</span>
              </li>`,
          )}
        </ul>`
      : nothing
  }`;
}

/** What is public changes in public. */
function renderAmendments({ amendments = [], zone = READER_ZONE }, of) {
  if (!amendments.length) return nothing;
  return html`<section aria-labelledby="amendments-${of}">
    <h2 id="amendments-${of}">${t('programme.amendments')}</h2>
    <ul class="amendments">
      ${amendments.map(({ at, reason }) => html`<li><time datetime=${at}>${dateTime(at, zone)}</time> ${reason}</li>`)}
    </ul>
  </section>`;
}

function renderPlaces(call, check) {
  return html`<section aria-labelledby="places">
    <h2 id="places">${t('programme.places')}</h2>
    <p>
      ${t('programme.placesIntro', { count: seatsOf(call) })}
      ${call.rankAtMost ? t('programme.rankAtMost', { count: call.rankAtMost }) : nothing}
    </p>
    <ul class="places">
      ${call.places?.map(
        (place) =>
          html`<li>
            <span>${placeName(place)}</span>
            <span class="seats"
              >${list([t('programme.placeSeats', { count: place.seats }), ...reservesOf(call, place)])}</span
            >
          </li>`,
      )}
    </ul>
    ${renderCaps(call)} ${renderCategories(call, check)}
  </section>`;
}

/** How many of each country, where the call says so. */
function nominationsAtMost({ nominationsAtMost = {} }) {
  const countries = Object.entries(nominationsAtMost).map(([code, most]) => `${country(code)} – ${most}`);
  return countries.length ? t('particulars.nominations', { countries: list(countries) }) : nothing;
}

function renderDocuments(call) {
  if (!call.documents?.length && !call.references) return nothing;
  return html`<section aria-labelledby="documents">
    <h2 id="documents">${t('programme.documents')}</h2>
    <p>${t('programme.documentsIntro')}</p>
    <ul class="ticks">
      ${call.documents?.map((kind) => html`<li>${named(call, 'document', kind)} ${documentNote(call, kind)}</li>`)}
      ${
        call.references
          ? html`<li>
              ${t('programme.references', { count: call.references })}
              ${
                call.referencesClose
                  ? html`<span class="meta"
                      >${t('particulars.referencesClose', { time: dateTime(call.referencesClose, call.zone), zone: zoneName(call.zone) })}</span
                    >`
                  : nothing
              }
            </li>`
          : nothing
      }
    </ul>
  </section>`;
}

customElements.define('yol-programme-page', ProgrammePage);
