/**
 * Brings what is typed into a draft application to the server, and never loses it on the way.
 *
 * `typed` is what the reader sees, `base` what the server is known to hold; the difference is kept on this device until
 * the server has it. Writes go one after another, each against the version the one before has answered. A version
 * changed elsewhere is merged: what was typed here since `base` stays, the rest is taken from the server.
 */
import { api } from '../core/api.js';
import { forget, keep, kept } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { same } from '../core/same.js';
import { session } from '../core/session.js';

const TYPING_PAUSE = 900;
const RETRY_PAUSE = 5_000;

export class DraftKeeper extends EventTarget {
  /** One of saved, typing, saving, offline, busy, signed-out, refused. */
  status = 'saved';
  savedAt = null;
  problem = null;
  #timer = null;
  /** How many of the student's own presses wait for the writes before them: those are waited for in the open. */
  #pressed = 0;
  #writes = Promise.resolve();
  #closed = false;
  #online = () => this.#flush();

  constructor(application, version) {
    super();
    this.application = application;
    this.version = version;
    this.base = contentOf(application);
    const left = kept(session.account, this.#thing);
    this.typed = left ? merge(left.typed, left.base, this.base) : structuredClone(this.base);
    if (left && this.dirty) this.#schedule(0);
    else forget(session.account, this.#thing);
    window.addEventListener('online', this.#online);
  }

  get dirty() {
    return !same(this.typed, this.base);
  }

  /** Stops the timers; what is unsent stays kept for the next visit. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#online);
  }

  change(part) {
    this.typed = { ...this.typed, ...part };
    this.#remember();
    this.#tell('typing');
    this.#schedule(TYPING_PAUSE);
  }

  /** Sends what is typed now; resolves to whether the server has everything. */
  async save() {
    clearTimeout(this.#timer);
    await this.#openly(() => this.#flush());
    return !this.dirty;
  }

  /**
   * Runs another change of the same application in its turn: `work(version)` answers like an api call. After a change
   * made elsewhere it is repeated, unless it is one for which the student has to have seen what it is about. A change
   * "elsewhere" may be its own first try, whose answer was lost: `done(now, before)` tells whether that got through.
   */
  write(work, { repeat = true, done = () => false } = {}) {
    return this.#openly(() => this.#inTurn(() => this.#write(work, repeat, done)));
  }

  async #write(work, repeat, done) {
    const before = this.application;
    try {
      this.#adopt(await work(this.version));
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.#reload();
      if (thrown.repeated && done(this.application, before)) return;
      if (!repeat) throw thrown;
      this.#adopt(await work(this.version));
    }
  }

  /** Takes over what the server holds now, keeping what was typed since. */
  refresh() {
    return this.#inTurn(() => this.#reload());
  }

  async #openly(work) {
    this.#pressed++;
    try {
      return await work();
    } finally {
      this.#pressed--;
    }
  }

  #flush() {
    return this.#inTurn(async () => {
      if (!this.dirty) return;
      this.#tell('saving');
      try {
        await this.#send();
      } catch (thrown) {
        this.#failed(Problem.from(thrown));
      }
    });
  }

  async #send() {
    const sent = contentOf(this.typed);
    try {
      const answer = await api.put(this.#path, sent, { version: this.version, ...this.#waiting });
      this.base = sent;
      this.#adopt(answer);
      this.savedAt = new Date();
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.#reload();
      if (this.dirty) return this.#send();
      this.savedAt = new Date();
      this.#tell('saved');
    }
  }

  async #reload() {
    const answer = await api.get(this.#path, { ofPage: false, ...this.#waiting });
    const held = contentOf(answer.body);
    this.typed = merge(this.typed, this.base, held);
    this.base = held;
    this.#adopt(answer);
  }

  #adopt({ body, version }) {
    this.application = body ?? this.application;
    this.version = version ?? this.application.version;
    this.#remember();
    this.#tell(this.dirty ? 'typing' : 'saved');
    if (this.dirty) this.#schedule(TYPING_PAUSE);
  }

  #failed(problem) {
    if (!this.#closed) this.dispatchEvent(new CustomEvent('refused', { detail: problem }));
    if (problem.status === 401) this.#tell('signed-out', problem);
    else if (problem.passing) {
      this.#waits(problem);
      this.#schedule((problem.retryAfter ?? 0) * 1000 || RETRY_PAUSE);
    } else this.#tell('refused', problem);
  }

  /** What was typed is sent in the background; only what the student has pressed for is waited for in the open. */
  get #waiting() {
    return {
      quiet: () => this.#pressed === 0,
      onWait: (problem) => (problem ? this.#waits(problem) : this.#tell('saving')),
    };
  }

  #waits(problem) {
    this.#tell(problem.status === 0 ? 'offline' : 'busy', problem);
  }

  #inTurn(work) {
    const turn = this.#writes.then(work);
    this.#writes = turn.catch(() => {});
    return turn;
  }

  #schedule(pause) {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.#flush(), pause);
  }

  #remember() {
    if (this.dirty) keep(session.account, this.#thing, { typed: this.typed, base: this.base });
    else forget(session.account, this.#thing);
  }

  #tell(status, problem = null) {
    this.status = status;
    this.problem = problem;
    if (!this.#closed) this.dispatchEvent(new Event('change'));
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}`;
  }

  get #thing() {
    return `application:${this.application.id}`;
  }
}

/** What counts of an application or of what is typed: an empty field says nothing. */
function contentOf({ answers, choices, team }) {
  const content = { answers: given(answers), choices: [...(choices ?? [])] };
  return team ? { ...content, team: team.map(given) } : content;
}

function given(fields) {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== ''));
}

/** Three-way: what was changed here since base wins, field by field; the ranking is one thing, and the team is. */
export function merge(typed, base, held) {
  const fields = new Set([...Object.keys(typed.answers), ...Object.keys(base.answers), ...Object.keys(held.answers)]);
  const answers = {};
  for (const field of fields) {
    const changedHere = (typed.answers[field] ?? '') !== (base.answers[field] ?? '');
    const value = changedHere ? typed.answers[field] : held.answers[field];
    if (value) answers[field] = value;
  }
  const choices = same(typed.choices, base.choices) ? held.choices : typed.choices;
  const team = same(typed.team ?? [], base.team ?? []) ? held.team : typed.team;
  return team ? { answers, choices: [...choices], team } : { answers, choices: [...choices] };
}
