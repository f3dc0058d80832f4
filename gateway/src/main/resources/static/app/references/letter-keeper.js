/** Brings what a referee types to the server, as drafts of students come there; there is no account, but a link. */
import { api } from '../core/api.js';
import { Keeper } from '../core/keeper.js';
import { same } from '../core/same.js';

const TYPING_PAUSE = 900;
const ADDRESS = '/api/references/link';
export const ANSWERS = ['since', 'capacity', 'rank', 'text'];

export class LetterKeeper extends Keeper {
  /** @param view what the link answered while it is open */
  constructor(token, { body, version }) {
    super(TYPING_PAUSE);
    this.token = token;
    this.view = body;
    this.version = version;
    this.base = answersOf(body);
    const { left } = this;
    this.typed = left ? merged(left.typed, left.base, this.base) : { ...this.base };
    this.begin();
  }

  /** Under the id of the reference: the secret stays out of what is kept. */
  get thing() {
    return `reference:${this.token.slice(0, this.token.lastIndexOf('.'))}`;
  }

  get dirty() {
    return !same(given(this.typed), given(this.base));
  }

  get unsent() {
    return this.dirty ? { typed: this.typed, base: this.base } : null;
  }

  change(part) {
    this.typed = { ...this.typed, ...part };
    this.typedOn();
  }

  async send(options) {
    const sent = { ...this.typed };
    const answer = await api.put(`${ADDRESS}/letter`, { answers: given(sent) }, this.#with(options));
    this.base = sent;
    this.#adopt(answer);
  }

  async reload(options) {
    const answer = await api.get(ADDRESS, { ofPage: false, link: this.token, ...options });
    const held = answersOf(answer.body);
    this.typed = answer.body.state === 'open' ? merged(this.typed, this.base, held) : held;
    this.base = held;
    this.#adopt(answer);
  }

  /** Does something else with the letter, after what was typed is there: `work(options)` answers like an api call. */
  async act(work) {
    if (!(await this.save())) throw this.problem;
    return this.openly(() => this.inTurn(async () => this.#adopt(await work(this.#with()))));
  }

  #with(options) {
    return { version: this.version, link: this.token, ...options };
  }

  #adopt({ body, version }) {
    this.view = body ?? this.view;
    this.version = version ?? this.version;
    this.remember();
    this.settle();
  }
}

function answersOf({ letter }) {
  return Object.fromEntries(ANSWERS.map((name) => [name, letter?.answers?.[name] ?? '']));
}

function given(answers) {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value));
}

/** What was changed here since base wins, field by field. */
export function merged(typed, base, held) {
  return Object.fromEntries(
    ANSWERS.map((name) => [name, (typed[name] ?? '') === (base[name] ?? '') ? held[name] : typed[name]]),
  );
}
