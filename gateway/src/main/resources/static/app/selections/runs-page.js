import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { confirmed } from '../components/confirm.js';
import { columnHead } from '../components/column-head.js';
import { emptyState, loadMore, writtenText } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { now } from '../core/clock.js';
import { dateTime, number, relative, shortDateTime } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';
import { callDeadline, phaseBadge } from '../programmes/programme-card.js';
import './run-comparison.js';
import './run-obstacles.js';
import './run-publication.js';
import './run-steps.js';
import './run-trial.js';
import './seats-board.js';
import { recordAddress } from './selection-address.js';
import { seatsInAll } from './seats-of-call.js';
import { placesPicture, ranksPicture } from './selection-pictures.js';
import { capName, placeOf, seatName } from './selection-words.js';

/** How often a run is looked at while something is being done. */
const PAUSE = 1_000;
/** While it waits for an announced instant. */
const LONG_PAUSE = 10_000;

/** The selection of a call: run, tried with other terms, compared, published, and what becomes of the seats. */
class RunsPage extends Page {
  static properties = {
    callId: {},
    call: { state: true },
    programme: { state: true },
    runs: { state: true },
    next: { state: true },
    chosen: { state: true },
    other: { state: true },
    trialProblem: { state: true },
    withholdProblem: { state: true },
  };

  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    this.chosen = router.query.run ?? null;
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    if (!this.runs) return this.renderWaiting(t('selection.runs.title'), () => this.#read());
    const run = this.#run;
    return html`<p class="back"><a href=${session.is('coordinator') ? `/manage/calls/${this.callId}/applications` : '/applications'}>← ${t('selection.runs.back')}</a></p>
      <h1>${t('selection.runs.title')}</h1>
      <p class="provider">${writtenText(this.programme.title)}</p>
      <p>${phaseBadge(this.call.phase)} ${callDeadline(this.call)}</p>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${session.is('coordinator') && !this.#deciding ? this.#renderBegin() : nothing}
      ${this.#published ? html`<yol-seats-board .call=${this.call} .selectionId=${this.#published.id}></yol-seats-board>` : nothing}
      ${run ? this.#renderRun(run) : nothing} ${this.#renderRuns()}`;
  }

  #renderBegin() {
    return html`<section class="panel" aria-labelledby="begin-heading">
      <h2 id="begin-heading">${t('selection.runs.begin')}</h2>
      <p>${t('selection.runs.intro')}</p>
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      <p>
        <button type="button" id="run-selection" aria-busy=${this.saving === 'run'} ?disabled=${this.saving} @click=${() => this.#start(null)}>
          ${t('selection.runs.run')}
        </button>
      </p>
      <details id="trial">
        <summary>${t('selection.trial.title')}</summary>
        <yol-run-trial
          .call=${this.call}
          .sending=${this.saving === 'trial'}
          .refused=${this.trialProblem}
          @tried=${({ detail }) => this.#start(detail)}
        ></yol-run-trial>
      </details>
    </section>`;
  }

  #renderRun(run) {
    return html`<section class="panel" id="run" aria-labelledby="run-heading">
      <h2 id="run-heading">${t(`selection.runs.${run.isTrial ? 'trialOf' : 'runOf'}`, { time: dateTime(run.at) })}</h2>
      <p>${stateOf(run)}</p>
      <div role="status">${progressOf(run, this.call)}</div>
      ${
        run.problems.length
          ? html`<div class="notice notice-warning" id="obstacles">
              <p><strong>${t('selection.inTheWay')}</strong></p>
              ${repeat(
                run.problems,
                ({ kind }) => `${run.id} ${kind}`,
                (obstacle) => html`<yol-run-obstacle .call=${this.call} .obstacle=${obstacle}></yol-run-obstacle>`,
              )}
            </div>`
          : nothing
      }
      ${run.figures ? this.#renderFigures(run) : nothing}
      ${
        run.isPublishable && session.is('coordinator') && !this.#published
          ? html`<yol-run-publication .call=${this.call} .run=${run} @published=${({ detail }) => this.#take(detail)}></yol-run-publication>`
          : nothing
      }
      ${isAhead(run) && session.is('coordinator') ? this.#renderWithhold(run) : nothing}
      ${run.state === 'published' ? html`<p><a href=${recordAddress(this.callId)}>${t('selection.record')}</a></p>` : nothing}
    </section>`;
  }

  #renderWithhold(run) {
    return html`<yol-problem .problem=${this.withholdProblem}></yol-problem>
      <p>
        <button type="button" class="secondary" id="withhold-selection" aria-busy=${this.saving === 'withhold'} ?disabled=${this.saving} @click=${() => this.#withhold(run)}>
          ${t('selection.withhold.button')}
        </button>
      </p>`;
  }

  async #withhold({ id, version }) {
    const agreed = await confirmed({
      title: t('selection.withhold.confirm'),
      text: t('selection.withhold.text'),
      action: t('selection.withhold.button'),
    });
    if (!agreed) return;
    await this.save(async () => {
      const { body } = await api.delete(`/api/selections/${encodeURIComponent(id)}/publication`, { version });
      this.#take(body);
    }, 'withhold');
    [this.withholdProblem, this.saveProblem] = [this.saveProblem, null];
  }

  #seatsOf({ figures, trial }) {
    return seatsInAll(this.call, figures.places, trial?.caps);
  }

  #renderFigures(run) {
    const { figures } = run;
    const seats = number(this.#seatsOf(run));
    return html`<p id="run-total">
        ${t('selection.total', { held: number(figures.held), seats, applicants: number(figures.applicants) })}
      </p>
      <div class="figure-grid">
        <figure class="figure"><figcaption><h3>${t('selection.byRank')}</h3></figcaption>${ranksPicture(figures)}</figure>
        <figure class="figure"><figcaption><h3>${t('selection.byPlace')}</h3></figcaption>${placesPicture(this.call, figures)}</figure>
      </div>
      ${this.#renderComparison(run)}
      <yol-run-steps .call=${this.call} .selectionId=${run.id}></yol-run-steps>`;
  }

  #renderComparison(run) {
    const others = this.runs.filter(({ id, figures }) => id !== run.id && figures);
    if (!others.length) return nothing;
    const other = others.find(({ id }) => id === this.other);
    return html`<div class="field">
        <label for="compare-with">${t('selection.compare.with')}</label>
        <select id="compare-with" @change=${({ target }) => (this.other = target.value)}>
          <option value="" .selected=${!other}>${t('selection.compare.nothing')}</option>
          ${others.map((each) => html`<option value=${each.id} .selected=${each === other}>${nameOf(this.call, each)}</option>`)}
        </select>
      </div>
      ${other ? html`<yol-run-comparison .call=${this.call} .run=${run} .other=${other}></yol-run-comparison>` : nothing}`;
  }

  #renderRuns() {
    if (!this.runs.length) return emptyState(t('selection.runs.emptyTitle'), t('selection.runs.emptyText'));
    return html`<section class="panel" aria-labelledby="runs-heading">
      <h2 id="runs-heading">${t('selection.runs.all')}</h2>
      <div class="table-frame">
        <table class="stacking" id="runs">
          <thead>
            <tr>
              ${columnHead({ label: t('selection.runs.at') })} ${columnHead({ label: t('selection.runs.state') })}
              ${columnHead({ label: t('selection.seatsGiven'), isNumber: true })}
              ${columnHead({ label: t('selection.choice', { rank: 1 }), isNumber: true })}
            </tr>
          </thead>
          <tbody>
            ${this.runs.map(
              (run) =>
                html`<tr>
                  <th scope="row">
                    <button type="button" class="link-button" aria-pressed=${run.id === this.#run?.id} @click=${() => this.#choose(run.id)}>
                      ${nameOf(this.call, run)}
                    </button>
                  </th>
                  <td data-label=${t('selection.runs.state')}>${stateOf(run)}</td>
                  <td class="number" data-label=${t('selection.seatsGiven')}>
                    ${run.figures ? t('selection.of', { value: number(run.figures.held), of: number(this.#seatsOf(run)) }) : '–'}
                  </td>
                  <td class="number" data-label=${t('selection.choice', { rank: 1 })}>
                    ${run.figures ? number(run.figures.byRank[0] ?? 0) : '–'}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${loadMore(this.next, this.loading, () => this.#more())}
    </section>`;
  }

  /** The one that is looked at: what was chosen, else the one that decides, or is announced to, else the last one. */
  get #run() {
    return this.runs.find(({ id }) => id === this.chosen) ?? this.#deciding ?? this.runs[0];
  }

  get #deciding() {
    return this.runs.find(({ state }) => state === 'publishing') ?? this.#published;
  }

  /** The one that decides, once everybody can see it. */
  get #published() {
    return this.runs.find(({ state }) => state === 'published');
  }

  #choose(id) {
    this.chosen = id;
    this.other = null;
    router.replaceQuery(query({ run: id }));
  }

  async #start(trial) {
    this.trialProblem = null;
    const name = trial ? 'trial' : 'run';
    await this.save(async () => {
      // Each press is a run of its own: what was asked before may have another outcome now.
      const { body } = await api.post('/api/selections', trial ? { callId: this.callId, trial } : { callId: this.callId }, { key: crypto.randomUUID() });
      this.#choose(body.id);
      this.#take(body);
    }, name);
    if (trial && this.saveProblem) [this.trialProblem, this.saveProblem] = [this.saveProblem, null];
  }

  /** Shows what is known of a run, and goes on looking while something is being done. */
  #take(run) {
    const isNew = !this.runs.some(({ id }) => id === run.id);
    this.runs = isNew ? [run, ...this.runs] : this.runs.map((each) => (each.id === run.id ? run : each));
    this.#follow();
  }

  #follow() {
    clearTimeout(this.#timer);
    const busy = this.runs.find(({ state }) => state === 'running' || state === 'publishing');
    if (!busy) return;
    const waits = busy.publication && new Date(busy.publication.at) > Date.now() + LONG_PAUSE;
    this.#timer = setTimeout(() => this.#look(busy.id), waits ? LONG_PAUSE : PAUSE);
  }

  async #look(id) {
    if (!this.isConnected) return;
    try {
      const { body } = await api.get(`/api/selections/${encodeURIComponent(id)}`, BACKGROUND);
      this.#take(body);
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  #read() {
    return this.load(async () => {
      this.call ??= (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body;
      this.programme ??= (await api.get(`/api/programs/${encodeURIComponent(this.call.programmeId)}`)).body;
      const { body } = await api.get(`/api/selections${query({ callId: this.callId })}`);
      this.next = body.next;
      this.runs = body.items;
      this.#follow();
    });
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(`/api/selections${query({ callId: this.callId, after: this.next })}`);
      this.runs = [...this.runs, ...body.items];
      this.next = body.next;
    });
  }
}

function nameOf(call, run) {
  const name = t(`selection.runs.${run.isTrial ? 'trialOf' : 'runOf'}`, { time: shortDateTime(run.at) });
  return [name, ...changesOf(call, run.trial ?? {})].join(' · ');
}

/** What a trial changed, by which it is told from others of the same hour. */
function changesOf(call, { seats = {}, reserves = {}, caps = {} }) {
  const kept = Object.entries(reserves).flatMap(([place, those]) =>
    Object.entries(those).map(([seat, count]) => [`${placeOf(call, place)}, ${seatName(call, seat)}`, count]),
  );
  return [
    ...Object.entries(seats).map(([place, count]) => [placeOf(call, place), count]),
    ...kept,
    ...Object.entries(caps).map(([cap, count]) => [capName(call, cap), count]),
  ].map(([what, count]) => `${what}: ${number(count)}`);
}

const BADGES = { obstructed: 'badge-bad', failed: 'badge-bad', checked: 'badge-good', published: 'badge-accepted' };

function stateOf(run) {
  const { state, isTrial } = run;
  const said = isTrial && state === 'checked' ? 'tried' : isAhead(run) ? 'announced' : state;
  return html`<span class="badge ${BADGES[state] ?? ''}">${word('selection.states', said)}</span>`;
}

/** Whether its instant is announced and not there yet. */
function isAhead({ state, publication }) {
  return state === 'publishing' && !publication.announcedAt && publication.told === 0 && new Date(publication.at) > now();
}

/** What is being done now, and how far it is. */
function progressOf(run, { zone }) {
  const { progress, publication } = run;
  if (isAhead(run)) {
    return html`<p class="notice" id="announced">
      ${t('selection.announced', { time: dateTime(publication.at, zone) })} <span class="meta">${relative(publication.at)}</span>
    </p>`;
  }
  if (!progress) return nothing;
  const { step, done, of } = progress;
  return html`<p id="run-progress">
    <progress max=${of || 1} value=${of ? done : nothing} aria-label=${word('selection.doing', step)}></progress>
    ${word('selection.doing', step)}
    ${of ? t('selection.of', { value: number(done), of: number(of) }) : done ? number(done) : nothing}
  </p>`;
}

customElements.define('yol-runs-page', RunsPage);
