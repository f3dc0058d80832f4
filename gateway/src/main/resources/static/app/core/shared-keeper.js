/**
 * Brings what is typed into a document to the server, where the same person may write it on another device too.
 *
 * `typed` is what the reader sees, `base` what the server holds of it, and `sent` what it was sent last: of a field that
 * was refused it holds something else, and why says `refused`, by pointer. What was written elsewhere is merged. Where
 * both have changed the same, that part is not sent before the reader has decided: these are `conflicts`.
 *
 * What is kept says the class of it: `thing`, `read(options)` and `write(content, options)`, which answer like `api`, and
 * `contentOf(body)`, which counts of an answer.
 */
import { hold } from './held.js';
import { Keeper } from './keeper.js';
import { merged, valueAt, withTheirs } from './merge.js';
import { same } from './same.js';

const TYPING_PAUSE = 900;

export class SharedKeeper extends Keeper {
  conflicts = [];
  refused = {};

  constructor(body, version) {
    super(TYPING_PAUSE);
    this.take({ body, version });
    this.base = this.contentOf(body);
    this.sent = this.base;
  }

  /** Goes on with what was left on this device. */
  begin() {
    const { left } = this;
    this.typed = structuredClone(this.base);
    if (left) {
      const held = this.base;
      this.typed = left.typed;
      this.base = left.base;
      this.conflicts = left.conflicts ?? [];
      this.#merge(held);
    }
    super.begin();
  }

  get dirty() {
    return !same(this.#agreed, this.sent);
  }

  get unsent() {
    const { typed, base, conflicts } = this;
    const isLeft = this.dirty || conflicts.length || Object.keys(this.refused).length;
    return isLeft ? { typed, base, conflicts } : null;
  }

  get resting() {
    if (this.dirty) return 'typing';
    if (this.conflicts.length) return 'conflict';
    return Object.keys(this.refused).length ? 'partly' : 'saved';
  }

  change(part) {
    this.typed = { ...this.typed, ...part };
    this.#settled((conflict) => !same(conflict.theirs ?? '', valueAt(this.typed, conflict) ?? ''));
    this.typedOn();
  }

  /** What is wrong at a pointer is being written anew. */
  forgive(pointer) {
    this.refused = Object.fromEntries(
      Object.entries(this.refused).filter(([wrong]) => wrong !== pointer && !wrong.startsWith(`${pointer}/`)),
    );
  }

  takeTheirs(conflict) {
    this.typed = withTheirs(this.typed, conflict);
    this.keepMine(conflict);
  }

  keepMine(conflict) {
    this.#settled((other) => other !== conflict);
    this.typedOn();
  }

  async send(options) {
    const sent = this.#agreed;
    this.take(await this.write(sent, { version: this.version, ...options }));
    this.sent = sent;
    this.base = this.contentOf(this.body);
    this.refused = Object.fromEntries((this.body.refused ?? []).map(({ pointer, detail }) => [pointer, detail]));
  }

  async reload(options) {
    const answer = await this.read({ ofPage: false, ...options });
    this.take(answer);
    this.#merge(this.contentOf(this.body));
    this.remember();
    this.settle();
  }

  /** Takes over what was answered. */
  take({ body, version }) {
    this.body = body ?? this.body;
    this.version = version ?? this.body.version;
    hold(this.thing, this);
  }

  #merge(held) {
    const { draft, conflicts } = merged(this.typed, this.base, held);
    const isNew = (one) => !conflicts.some((other) => pathOf(other) === pathOf(one));
    this.typed = draft;
    this.conflicts = [...this.conflicts.filter(isNew), ...conflicts];
    this.base = held;
    this.sent = held;
  }

  /** What may be sent: of what is not decided, the other's. */
  get #agreed() {
    return this.contentOf(this.conflicts.reduce(withTheirs, this.typed));
  }

  #settled(stays) {
    this.conflicts = this.conflicts.filter(stays);
  }
}

function pathOf({ field, parts }) {
  return [field, ...parts].join('/');
}
