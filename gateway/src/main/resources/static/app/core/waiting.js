/**
 * What was refused for now, or not answered, is tried again by itself: at the earliest when the answer said, later each
 * time, and never at the same moment as everybody else. The reader sees how long, may try now, and may stop it.
 */
import { router } from './router.js';

const PATIENCE = 10 * 60_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** A shorter wait is over before it could be read. */
const WORTH_SHOWING = 1_000;

/** Milliseconds until the next try after so many: what was asked for in seconds, or more, and up to half as long again. */
export function pause(tries, retryAfter = 0, random = Math.random) {
  const grown = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);
  return Math.max(grown, (retryAfter ?? 0) * 1_000) * (1 + random() / 2);
}

class Wait {
  /** The problem of the last try; null while there is none to wait for. */
  problem = null;
  until = 0;
  trying = false;
  #since = Date.now();
  #path = window.location.pathname;
  #worthShowing = false;
  #stopped = false;
  #wake = () => {};

  constructor({ quiet = () => false, ofPage = false, signal } = {}) {
    Object.assign(this, { quiet, ofPage, signal });
  }

  get shown() {
    return this.#worthShowing && !this.quiet() && !this.#left;
  }

  /** Whoever asked is gone with the page that is no longer shown. */
  get #left() {
    return this.ofPage && this.#path !== window.location.pathname;
  }

  /** Waits for the next try; throws the problem when it is not worth waiting any longer. */
  async next(problem, tries) {
    const length = pause(tries, problem.retryAfter);
    if (Date.now() + length > this.#since + PATIENCE) throw problem;
    this.problem = problem;
    this.until = Date.now() + length;
    this.trying = false;
    this.#worthShowing ||= length >= WORTH_SHOWING;
    waits.changed();
    await this.#sleep(length);
    if (this.#stopped || this.#left || this.signal?.aborted) throw problem;
    this.trying = true;
    waits.changed();
  }

  now() {
    this.#wake();
  }

  stop() {
    this.#stopped = true;
    this.#wake();
  }

  wakeIfLeft() {
    if (this.#left) this.#wake();
  }

  async #sleep(length) {
    const wake = () => this.#wake();
    this.signal?.addEventListener('abort', wake);
    let timer;
    await new Promise((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, length);
    });
    clearTimeout(timer);
    this.signal?.removeEventListener('abort', wake);
  }
}

/** All that wait. Fires `change` when one begins, tries, or ends. */
class Waits extends EventTarget {
  #all = new Set();

  constructor() {
    super();
    // A whole campus may have got its network back in the same second.
    window.addEventListener('online', () => this.#unanswered.forEach((wait) => setTimeout(() => wait.now(), spread())));
    router.addEventListener('change', () => {
      this.#all.forEach((wait) => wait.wakeIfLeft());
      this.changed();
    });
  }

  get shown() {
    return [...this.#all].filter((wait) => wait.shown);
  }

  begin(options) {
    const wait = new Wait(options);
    this.#all.add(wait);
    return wait;
  }

  end(wait) {
    this.#all.delete(wait);
    this.changed();
  }

  tryNow() {
    this.shown.forEach((wait) => wait.now());
  }

  stop() {
    this.shown.forEach((wait) => wait.stop());
  }

  changed() {
    this.dispatchEvent(new Event('change'));
  }

  get #unanswered() {
    return [...this.#all].filter(({ problem }) => problem?.status === 0);
  }
}

function spread() {
  return Math.random() * 1_000;
}

export const waits = new Waits();

/**
 * Does something that may be done again until it is answered. Waits are not shown while `quiet()`; those `ofPage` end
 * when the reader goes to another page. `onWait(problem)` hears why it has to wait, and null when it is tried again.
 * A problem of a later try is `repeated`: what it complains about may be the work of the first.
 */
export async function patiently(work, { onWait = () => {}, ...options } = {}) {
  let wait = null;
  try {
    for (let tries = 0; ; tries++) {
      try {
        return await work();
      } catch (problem) {
        if (tries > 0) problem.repeated = true;
        if (!problem.passing || options.signal?.aborted) throw problem;
        wait ??= waits.begin(options);
        onWait(problem);
        await wait.next(problem, tries);
        onWait(null);
      }
    }
  } finally {
    if (wait) waits.end(wait);
  }
}
