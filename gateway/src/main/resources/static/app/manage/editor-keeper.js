import { Keeper } from '../core/keeper.js';
import { same } from '../core/same.js';
import { merged, seenFrom, valueAt, withTheirs } from '../core/merge.js';
import { filled } from './editor-values.js';

/** Longer than an application waits: a fault is not to be marked in the middle of a word. */
const TYPING_PAUSE = 2_000;

/**
 * Brings what a coordinator types to the server: a draft by itself, what is public only when it is pressed for.
 *
 * `typed` is what the reader sees, `base` the same as it was sent last, and `held` what the server made of that. What
 * somebody else writes meanwhile is merged. Where both have changed the same, nothing is sent of it before the reader
 * has decided; `conflicts` are those places, and null when nobody else has written.
 */
export class EditorKeeper extends Keeper {
  conflicts = null;
  /** The request that creates the document, until it is known to be answered: sent again, it creates nothing twice. */
  #creation = null;
  /** Something is to be created though nothing was typed of it. */
  #missing = false;
  #created;

  /** @param created called when the document has got an address */
  constructor(work, created = () => {}) {
    super(TYPING_PAUSE);
    this.work = work;
    this.#created = created;
    this.held = work.draft();
    const { left } = this;
    this.restored = Boolean(left?.typed);
    this.typed = left?.typed ?? this.held;
    this.base = left?.base ?? this.held;
    if (this.restored) {
      this.#creation = this.#isWhole ? null : (left.creation ?? null);
      this.conflicts = left.conflicts ?? null;
      this.#merge(left.held ?? this.base);
    }
    this.begin();
  }

  get thing() {
    return this.work.thing;
  }

  get dirty() {
    return this.#missing || Boolean(this.#creation) || !same(this.#asked(this.#agreed), this.#asked(this.base));
  }

  get unsent() {
    const { typed, base, held, conflicts } = this;
    const isKept = this.dirty || this.#isUndecided || this.hasUnknownHosts;
    return isKept ? { typed, base, held, conflicts, creation: this.#creation } : null;
  }

  /** Whether there are universities that the service does not know yet: the draft is saved without them. */
  get hasUnknownHosts() {
    return (this.typed.places ?? []).some(({ host, hostText }) => !host && hostText);
  }

  /** A draft that nobody could tell from others in a list waits for its title. */
  get byItself() {
    return this.goesOn && (this.work.isSaved || !this.work.writesProgramme || Object.keys(filled(this.typed.title)).length > 0);
  }

  get goesOn() {
    return !this.work.amending && !this.work.isPublic;
  }

  get resting() {
    if (this.dirty) return this.byItself ? 'typing' : 'kept';
    return this.#isUndecided ? 'conflict' : 'saved';
  }

  change(part) {
    this.typed = { ...this.typed, ...part };
    this.#settled((conflict) => !same(conflict.theirs ?? '', valueAt(this.typed, conflict) ?? ''));
    this.typedOn();
  }

  /** Sends what is typed, in the open; resolves to whether all of it is saved, and nothing is left to decide. */
  async press() {
    if (this.#isUndecided && !this.goesOn) return false;
    if (!this.#isUndecided) this.conflicts = null;
    this.#missing ||= !this.work.isSaved;
    return (await this.save()) && !this.#isUndecided;
  }

  takeTheirs(conflict) {
    this.typed = withTheirs(this.typed, conflict);
    this.keepMine(conflict);
  }

  keepMine(conflict) {
    this.#settled((other) => other !== conflict);
    this.typedOn();
  }

  /** The reader knows that somebody else has written. */
  seen() {
    this.conflicts = null;
    this.settle();
  }

  /** Begins again with what the server holds. */
  discard() {
    this.typed = this.base = this.held = this.work.draft();
    this.restored = false;
    this.conflicts = null;
    this.#creation = null;
    this.typedOn();
  }

  async send(options) {
    const sent = this.#agreed;
    const wasSaved = this.work.isSaved;
    const repeated = this.#creation;
    await this.work.send(sent, this.base, {
      ...options,
      repeated,
      creating: (creation) => {
        this.#creation = creation;
        this.remember();
      },
      landed: (part) => {
        // What was created by an earlier try may not be what is typed now.
        this.#landed(part, repeated ? this.work.draft() : sent);
        if (!wasSaved) this.#created();
      },
    });
    this.#missing = this.work.isHalf;
    this.restored = false;
  }

  #landed(part, sent) {
    const held = this.work.draft();
    this.base = { ...this.base, ...this.work.partOf(sent, part) };
    this.held = { ...this.held, ...this.work.partOf(held, part) };
    this.#missing = this.work.isHalf;
    this.remember();
  }

  async reload(options) {
    await this.work.fetch(options);
    if (this.#isWhole) this.#creation = null;
    const before = this.held;
    this.held = this.work.draft();
    this.#merge(before);
    // What is public is not sent on top of what its reader has not seen.
    if (!this.goesOn) this.conflicts ??= [];
    this.remember();
  }

  /** Brings what is typed together with what is held now, of which the server held `before` when it was sent last. */
  #merge(before) {
    const theirs = seenFrom(this.held, before, this.base);
    const { draft, conflicts } = merged(this.typed, this.base, theirs);
    const open = (this.conflicts ?? []).filter((old) => !conflicts.some((found) => isAbout(found, old)));
    const isChanged = !same(this.#asked(draft), this.#asked(this.typed));
    if (isChanged || conflicts.length) this.conflicts = [...open, ...conflicts];
    this.typed = draft;
    this.base = theirs;
  }

  get #isUndecided() {
    return Boolean(this.conflicts?.length);
  }

  #settled(isLeft) {
    if (!this.#isUndecided) return;
    const left = this.conflicts.filter(isLeft);
    this.conflicts = left.length ? left : null;
  }

  /** Whether there is nothing left to create. */
  get #isWhole() {
    return this.work.isSaved && !this.work.isHalf;
  }

  /** What is typed, but for what somebody else has written in the same places. */
  get #agreed() {
    return (this.conflicts ?? []).reduce(withTheirs, this.typed);
  }

  #asked(draft) {
    return this.work.requestsOf(draft);
  }
}

function isAbout(one, other) {
  return one.field === other.field && same(one.parts, other.parts);
}
