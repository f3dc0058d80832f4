import { html, nothing } from 'lit';
import { fallbackHint, named, paragraphs, placeName, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { country, dateTime, languageName, list, money, number, READER_ZONE, zoneName } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { session, signInLink } from '../core/session.js';
import { LANGUAGES, localized, t, texts, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { renderParticulars, renderTraining, reservesOf } from './call-particulars.js';
import { ruleLine } from './eligibility-check.js';
import { renderBalance } from './exchange-balance.js';
import { listAddress } from './list-memory.js';
import { callDeadline, levels, phaseBadge, seatsOf } from './programme-card.js';

/** Everything about one programme and the way to apply. */
class ProgrammePage extends Page {
  static properties = {
    programmeId: {},
    preview: { attribute: false },
    programme: { state: true },
    readIn: { state: true },
    starting: { state: true },
    startProblem: { state: true },
    checks: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    // What is being written is shown as it will be, and asks nobody.
    if (this.preview) this.programme = this.preview;
    else this.#read();
  }

  render() {
    if (!this.programme) return this.renderWaiting(t('programme.heading'), () => this.#read());
    const { programme } = this;
    const { current, past } = callsOf(programme);
    const description = localized(programme.description, this.readIn);
    return html` <p class="back"><a href=${listAddress()}>← ${t('programme.back')}</a></p>
      <div class="title-block">
        <p class="kind">${word('kinds', programme.kind)} ${current.length ? phaseBadge(current[0].phase) : nothing}</p>
        <h1>${writtenText(programme.title, this.readIn)}</h1>
        <p class="provider">${t('programme.by', { provider: nameOf(programme.provider) })}</p>
        ${renderAddresses(programme.provider)}
        ${programme.archived ? html`<p class="notice" id="archived">${t('programme.archived', { time: dateTime(programme.archived) })}</p>` : nothing}
        ${fallbackHint(programme.title, this.readIn)} ${this.#renderOtherLanguages()}
      </div>
      <div class="with-aside">
        <div>
          <section aria-labelledby="about">
            <h2 id="about">${t('programme.about')}</h2>
            ${localized(programme.title, this.readIn).fallback ? nothing : fallbackHint(programme.description, this.readIn)}
            ${description.text ? paragraphs(description.text, description.lang) : html`<p>${t('programme.noDescription')}</p>`}
          </section>
          ${this.#renderFacts(programme)} ${renderTraining(programme)}
          ${current.map((call) => this.#renderEligibility(call))}
          ${current.map((call, index) => renderCall(call, index, current.length > 1))}
          ${renderAmendments(programme, 'programme')} ${past.length ? renderPast(past) : nothing}
        </div>
        ${current.length ? html`<aside class="apply">${current.map((call, index) => this.#renderApply(call, index))}</aside>` : nothing}
      </div>`;
  }

  #renderEligibility(call) {
    if (!call.eligibility?.length || !call.id) return nothing;
    return html`<yol-eligibility-check
      .call=${call}
      @checked=${({ detail }) => (this.checks = { ...this.checks, [call.id]: detail })}
    ></yol-eligibility-check>`;
  }

  /** What is known before the first line is written: it stands before the button. */
  #renderAnswer(call) {
    const check = this.checks?.[call.id];
    if (!call.eligibility?.some(({ citizenship }) => citizenship) && this.#notForReader()) {
      return html`<p class="notice notice-warning">
        ${t('programme.otherCountry', { countries: list(this.programme.origins.map(country)) })}
      </p>`;
    }
    if (!check || check.answer === 'unknown') return nothing;
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

  #renderApply(call, index) {
    return html`<section class="panel apply-panel" aria-labelledby="apply-heading-${index}">
      <h2 id="apply-heading-${index}">${call.phase === 'open' ? t('programme.apply') : word('phases', call.phase)}</h2>
      ${callDeadline(call)} ${renderExtensions(call)} ${renderCalendar(call)}
      ${call.counts ? html`<p class="meta">${applications(call, 'programme.submitted')}</p>` : nothing}
      ${this.#renderStart(call, index)}
    </section>`;
  }

  #renderFacts(programme) {
    const facts = [
      ['programme.for', programme.origins?.map(country)],
      ['programme.destination', programme.destination && [country(programme.destination)]],
      ['programme.levels', [levels(programme)]],
      ['programme.languages', programme.languages?.map(languageName)],
      ['programme.fields', programme.fields?.map((code) => `${word('fields', code.slice(0, 2))} (${code})`)],
      ['programme.sectors', programme.sectors?.map((sector) => word('sectors', sector))],
      ['programme.months', programme.months && [t('programme.monthsValue', { count: programme.months })]],
      ['programme.pays', programme.pays && payments(programme.pays)],
    ];
    return html`<section aria-labelledby="facts">
      <h2 id="facts">${t('programme.facts')}</h2>
      <dl class="fact-list">
        ${facts
          .filter(([, values]) => values?.some(Boolean))
          .map(
            ([key, values]) =>
              html` <div>
                <dt>${t(key)}</dt>
                <dd>${list(values.filter(Boolean))}</dd>
              </div>`,
          )}
      </dl>
    </section>`;
  }

  #renderStart(call, index) {
    if (call.phase === 'upcoming') return html`<p>${t('programme.notYet')}</p>`;
    if (call.phase === 'closed') return html`<p>${t('programme.closedNow')}</p>`;
    if (call.phase === 'draft') return html`<p>${t('programme.draft')}</p>`;
    const id = index ? `start-application-${index}` : 'start-application';
    if (!session.authenticated) {
      return html`${this.#renderAnswer(call)}
        <a class="button" id=${id} href=${signInLink()}> ${t('programme.start')}</a>
        <small>${t('programme.signInNeeded')}</small>`;
    }
    if (!session.is('student')) return html`<p>${t('programme.studentsOnly')}</p>`;
    return html`${this.#renderAnswer(call)}
      <button
        type="button"
        id=${id}
        aria-busy=${this.starting === call.id}
        ?disabled=${this.starting}
        @click=${() => this.#start(call)}
      >
        ${t('programme.start')}
      </button>
      ${call.intake === 'nominated' ? html`<small>${t('programme.nominated')}</small>` : nothing}
      ${this.startProblem?.callId === call.id ? html`<yol-problem .problem=${this.startProblem.problem}></yol-problem>` : nothing}`;
  }

  #notForReader() {
    return session.country && this.programme.origins?.length && !this.programme.origins.includes(session.country);
  }

  #read() {
    return this.load(async () => {
      this.programme = (await api.get(`/api/programs/${encodeURIComponent(this.programmeId)}`)).body;
    });
  }

  async #start(call) {
    this.starting = call.id;
    this.startProblem = null;
    try {
      const { body } = await api.post('/api/applications', { callId: call.id });
      router.go(`/applications/${body.id}`);
    } catch (thrown) {
      this.startProblem = { callId: call.id, problem: Problem.from(thrown) };
    } finally {
      this.starting = null;
    }
  }
}

/** Where to read more, and where to ask. */
function renderAddresses({ website, contact } = {}) {
  if (!website && !contact) return nothing;
  return html`<p class="meta" id="provider-addresses">
    ${website ? html`<a href=${website} rel="noopener noreferrer">${website.replace(/^https?:\/\/|\/$/g, '')}</a>` : nothing}
    ${contact ? html`<a href="mailto:${contact}">${contact}</a>` : nothing}
  </p>`;
}

/** Everybody but those who work with the applications reads multiples of five, of which 0 may be a few. */
function applications({ counts }, exactly) {
  const count = counts?.submitted ?? 0;
  if (count === 0) return t('figures.callFew');
  return t(count % 5 === 0 ? 'figures.callAbout' : exactly, { count });
}

/** What is over is folded away, unless there is nothing else. */
function callsOf({ calls = [] }) {
  const current = calls.filter(({ phase }) => phase !== 'closed');
  return current.length ? { current, past: calls.slice(current.length) } : { current: calls.slice(0, 1), past: calls.slice(1) };
}

function renderCall(call, index, several) {
  const parts = html`${renderPlaces(call, index)}${renderDocuments(call, index)}${renderParticulars(call, index)}${renderBalance(call)}${renderAmendments(call, index)}`;
  if (!several) return parts;
  return html`<div class="panel call-part">
    <p>${phaseBadge(call.phase)} ${callDeadline(call)}</p>
    ${parts}
  </div>`;
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
function renderAmendments({ amendments = [], zone = READER_ZONE }, index) {
  if (!amendments.length) return nothing;
  return html`<section aria-labelledby="amendments-${index}">
    <h2 id="amendments-${index}">${t('programme.amendments')}</h2>
    <ul class="amendments">
      ${amendments.map(({ at, reason }) => html`<li><time datetime=${at}>${dateTime(at, zone)}</time> ${reason}</li>`)}
    </ul>
  </section>`;
}

function renderPast(calls) {
  return html`<details id="past-calls">
    <summary>${t('programme.pastCalls', { count: calls.length })}</summary>
    <ul class="call-rows">
      ${calls.map(
        (call) =>
          html`<li>
            ${callDeadline(call)}
            <span class="meta">${applications(call, 'programme.pastCounts')}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

function renderPlaces(call, index) {
  return html`<section aria-labelledby="places-${index}">
    <h2 id="places-${index}">${t('programme.places')}</h2>
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
  </section>`;
}

function renderDocuments(call, index) {
  if (!call.documents?.length && !call.references) return nothing;
  return html`<section aria-labelledby="documents-${index}">
    <h2 id="documents-${index}">${t('programme.documents')}</h2>
    <p>${t('programme.documentsIntro')}</p>
    <ul class="ticks">
      ${call.documents?.map((kind) => html`<li>${named(call, 'document', kind)}</li>`)}
      ${call.references ? html`<li>${t('programme.references', { count: call.references })}</li>` : nothing}
    </ul>
  </section>`;
}

function payments({ stipendPerMonth, regional, currency, tuition, airfare }) {
  const range = (amounts = []) => {
    const said = [amounts].flat().map((amount) => (currency ? money(amount, currency) : number(amount)));
    return [...new Set([said[0], said.at(-1)])].join(' – ');
  };
  return [
    stipendPerMonth?.length && t('programme.stipend', { amount: range(stipendPerMonth) }),
    regional?.length && t('training.regional', { amount: range(regional) }),
    tuition && t('programme.tuition', { value: word('payment', tuition) }),
    airfare && t('programme.airfare', { value: word('payment', airfare) }),
  ];
}

customElements.define('yol-programme-page', ProgrammePage);
