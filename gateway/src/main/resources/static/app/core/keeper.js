/**
 * Brings what is typed to the server by itself, and never loses it on the way: a while after the last change, and when
 * whoever types leaves the page or hides it. Until the server has it, it is kept on this device. Writes go one after
 * another, each against the version the one before has answered.
 *
 * What is kept says the class of it: `dirty`, the `thing` it is kept under on this device and what of it is `unsent`,
 * `send(options)` and `reload(options)`; the options are those of `api`.
 */
import { forget, keep, kept } from './kept.js';
import { Problem } from './problem.js';
import { same } from './same.js';
import { session } from './session.js';

const RETRY_PAUSE = 5_000;
/** Nobody waits longer for a page because of what was typed on another one. */
const ARRIVES_WITHIN = 3_000;

const open = new Set();
const onTheWay = new Set();

/** Sends at once whatever is typed anywhere: signing out forgets what is only on this device. */
export function sendAll() {
  open.forEach((keeper) => keeper.leave());
  return arrived();
}

/** Resolves when what was sent on leaving other pages has arrived, or cannot be waited for any longer. */
export function arrived() {
  const timeUp = new Promise((resolve) => setTimeout(resolve, ARRIVES_WITHIN));
  return onTheWay.size ? Promise.race([Promise.allSettled([...onTheWay]), timeUp]) : Promise.resolve();
}

export class Keeper extends EventTarget {
  /** One of saved, typing, saving, offline, busy, signed-out, refused, and what `resting` says. */
  status = 'saved';
  savedAt = null;
  problem = null;
  #pause;
  #timer = null;
  /** How many presses wait for the writes before them: those are waited for in the open. */
  #pressed = 0;
  #writes = Promise.resolve();
  #closed = false;
  #rests = false;
  #keptAs = null;
  #online = () => this.#flush();
  #hidden = () => document.visibilityState === 'hidden' && this.leave();
  #gone = () => this.leave();

  /** @param pause milliseconds after the last change */
  constructor(pause) {
    super();
    this.#pause = pause;
    open.add(this);
    window.addEventListener('online', this.#online);
    document.addEventListener('visibilitychange', this.#hidden);
    window.addEventListener('pagehide', this.#gone);
  }

  /** Whether it is sent without a press. */
  get byItself() {
    return true;
  }

  /** Whether it may be sent on top of what somebody else has written, without having been seen beside it. */
  get goesOn() {
    return true;
  }

  /** The status while nothing is done. */
  get resting() {
    return this.dirty ? 'typing' : 'saved';
  }

  /** What was left on this device the last time, or null. */
  get left() {
    return kept(session.account, this.thing);
  }

  /** Sends what was left, if it is not known to the server. */
  begin() {
    this.remember();
    this.settle();
    if (this.dirty) this.#schedule(0);
  }

  /** Sends what is unsent and stops the timers; what does not arrive stays kept for the next visit. */
  close() {
    if (this.#closed) return;
    this.leave();
    this.#stop();
  }

  /** Stops the timers and leaves what is typed on this device, for whoever comes back in a moment. */
  rest() {
    this.remember();
    this.#rests = true;
    this.#stop();
  }

  #stop() {
    this.#closed = true;
    open.delete(this);
    clearTimeout(this.#timer);
    window.removeEventListener('online', this.#online);
    document.removeEventListener('visibilitychange', this.#hidden);
    window.removeEventListener('pagehide', this.#gone);
  }

  /** Something was typed. */
  typedOn() {
    this.remember();
    this.settle();
    this.#schedule(this.#pause);
  }

  /** Sends what is typed now; resolves to whether the server has everything. */
  async save() {
    clearTimeout(this.#timer);
    await this.openly(() => this.#flush());
    return !this.dirty;
  }

  /** Takes over what the server holds now, keeping what was typed since. */
  refresh() {
    return this.inTurn(() => this.reload(this.#waiting));
  }

  /** Runs what was pressed for. */
  async openly(work) {
    this.#pressed++;
    try {
      return await work();
    } finally {
      this.#pressed--;
    }
  }

  inTurn(work) {
    const turn = this.#writes.then(work);
    this.#writes = turn.catch(() => {});
    return turn;
  }

  /** What is not at the server is kept on this device. */
  remember() {
    if (this.#rests) return;
    const { thing, unsent } = this;
    // Somebody is back already, and has typed more.
    if (this.#closed && !same(kept(session.account, thing)?.typed, this.typed)) return;
    if (this.#keptAs && this.#keptAs !== thing) forget(session.account, this.#keptAs);
    this.#keptAs = thing;
    if (unsent) keep(session.account, thing, unsent);
    else forget(session.account, thing);
  }

  /** Something has come from the server. */
  settle() {
    this.#tell(this.resting);
    if (this.dirty) this.#schedule(this.#pause);
  }

  /** Sends what is unsent, because nobody may be here any more. */
  leave() {
    if (!this.byItself || !this.dirty || this.status === 'refused') return;
    clearTimeout(this.#timer);
    // Whatever is on its way would be lost with the page that sent it.
    const sent = this.#flush({ keepalive: true });
    onTheWay.add(sent);
    sent.finally(() => onTheWay.delete(sent));
  }

  #flush(options) {
    return this.inTurn(async () => {
      if (!this.dirty || (!this.byItself && this.#pressed === 0)) return;
      this.#tell('saving');
      try {
        await this.#send({ ...this.#waiting, ...options });
        this.savedAt = new Date();
        this.remember();
        this.settle();
      } catch (thrown) {
        this.#failed(Problem.from(thrown));
      }
    });
  }

  async #send(options) {
    try {
      await this.send(options);
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.reload(options);
      if (!this.dirty) return;
      if (!this.goesOn) throw thrown;
      await this.#send(options);
    }
  }

  #failed(problem) {
    if (!this.#closed) this.dispatchEvent(new CustomEvent('refused', { detail: problem }));
    if (problem.status === 401) this.#tell('signed-out', problem);
    else if (problem.passing) {
      this.#waits(problem);
      this.#schedule((problem.retryAfter ?? 0) * 1000 || RETRY_PAUSE);
    } else this.#tell('refused', problem);
  }

  /** What was typed is sent in the background; only what was pressed for is waited for in the open. */
  get #waiting() {
    return {
      quiet: () => this.#pressed === 0,
      onWait: (problem) => (problem ? this.#waits(problem) : this.#tell('saving')),
    };
  }

  #waits(problem) {
    this.#tell(problem.status === 0 ? 'offline' : 'busy', problem);
  }

  #schedule(pause) {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => this.#flush(), pause);
  }

  #tell(status, problem = null) {
    this.status = status;
    this.problem = problem;
    if (!this.#closed) this.dispatchEvent(new Event('change'));
  }
}
