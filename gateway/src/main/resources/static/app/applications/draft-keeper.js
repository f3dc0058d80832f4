/**
 * Brings what is typed into a draft application to the server.
 *
 * `typed` is what the reader sees, `base` what the server is known to hold. A version changed elsewhere is merged: what
 * was typed here since `base` stays, the rest is taken from the server.
 */
import { api } from '../core/api.js';
import { Keeper } from '../core/keeper.js';
import { same } from '../core/same.js';

const TYPING_PAUSE = 900;

export class DraftKeeper extends Keeper {
  constructor(application, version) {
    super(TYPING_PAUSE);
    this.application = application;
    this.version = version;
    this.base = contentOf(application);
    const { left } = this;
    this.typed = left ? merge(left.typed, left.base, this.base) : structuredClone(this.base);
    this.begin();
  }

  get thing() {
    return `application:${this.application.id}`;
  }

  get dirty() {
    return !same(this.typed, this.base);
  }

  get unsent() {
    return this.dirty ? { typed: this.typed, base: this.base } : null;
  }

  change(part) {
    this.typed = { ...this.typed, ...part };
    this.typedOn();
  }

  /**
   * Runs another change of the same application in its turn: `work(version)` answers like an api call. After a change
   * made elsewhere it is repeated, unless it is one for which the student has to have seen what it is about. A change
   * "elsewhere" may be its own first try, whose answer was lost: `done(now, before)` tells whether that got through.
   */
  write(work, { repeat = true, done = () => false } = {}) {
    return this.openly(() => this.inTurn(() => this.#write(work, repeat, done)));
  }

  async #write(work, repeat, done) {
    const before = this.application;
    try {
      this.#adopt(await work(this.version));
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.reload();
      if (thrown.repeated && done(this.application, before)) return;
      if (!repeat) throw thrown;
      this.#adopt(await work(this.version));
    }
  }

  async send(options) {
    const sent = contentOf(this.typed);
    const answer = await api.put(this.#path, sent, { version: this.version, ...options });
    this.base = sent;
    this.#adopt(answer);
  }

  async reload(options) {
    const answer = await api.get(this.#path, { ofPage: false, ...options });
    const held = contentOf(answer.body);
    this.typed = merge(this.typed, this.base, held);
    this.base = held;
    this.#adopt(answer);
  }

  #adopt({ body, version }) {
    this.application = body ?? this.application;
    this.version = version ?? this.application.version;
    this.remember();
    this.settle();
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}`;
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
