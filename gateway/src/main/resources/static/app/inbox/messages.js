/** The reader's messages: how many are unread, and news of new ones as they are written. */
import { api, query } from '../core/api.js';

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** A connection that held so long was a good one: the next failure is the first again. */
const HELD = 30_000;
/** How a page reads again what its reader has not asked for. */
export const BACKGROUND = { quiet: true, ofPage: true };
/** News for thousands comes in the same second; what they read then is spread over so many milliseconds. */
const SPREAD = 4_000;

class Messages extends EventTarget {
  unread = 0;
  #stream = null;
  #timer = null;
  #wasLost = false;
  #failures = 0;
  #openedAt = 0;

  /** Listens while the page is seen; a hidden page does not hold a connection and catches up when seen again. */
  start() {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#close() : this.#open()));
    window.addEventListener('online', () => this.#openSoon());
    this.#recountQuietly();
    if (!document.hidden) this.#open();
  }

  async page(after, options) {
    const { body } = await api.get(`/api/notifications${query({ after, limit: 20 })}`, options);
    this.#count(body.unread);
    return body;
  }

  async markRead(message, options) {
    await api.put(`/api/notifications/${encodeURIComponent(message.id)}/read`, undefined, options);
    this.#count(Math.max(0, this.unread - 1));
  }

  /** Until the counter is known there is none: nobody has to be told why. */
  async #recountQuietly() {
    const counted = await api.get('/api/notifications?limit=1', { quiet: true }).catch(() => null);
    if (counted) this.#count(counted.body.unread);
  }

  #open() {
    clearTimeout(this.#timer);
    if (this.#stream) return;
    this.#stream = new EventSource('/api/notifications/stream');
    this.#stream.addEventListener('open', () => this.#opened());
    this.#stream.addEventListener('message', (event) => this.#arrived(JSON.parse(event.data)));
    this.#stream.addEventListener('error', () => this.#lost());
  }

  #close() {
    clearTimeout(this.#timer);
    this.#stream?.close();
    this.#stream = null;
    this.#openedAt = 0;
    this.#wasLost = true;
  }

  #opened() {
    this.#openedAt = Date.now();
    if (!this.#wasLost) return;
    this.#wasLost = false;
    this.#recountQuietly();
    this.dispatchEvent(new Event('reconnected'));
  }

  /** Left to itself, every browser would come back in the same second after a restart. */
  #lost() {
    if (this.#openedAt && Date.now() - this.#openedAt > HELD) this.#failures = 0;
    this.#close();
    this.#openSoon();
  }

  #openSoon() {
    clearTimeout(this.#timer);
    if (this.#stream || document.hidden) return;
    const longest = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.#open(), Math.random() * longest);
  }

  #arrived(message) {
    this.#count(this.unread + 1);
    this.dispatchEvent(new CustomEvent('arrived', { detail: message }));
  }

  #count(unread) {
    this.unread = unread ?? 0;
    this.dispatchEvent(new Event('change'));
  }
}

export const messages = new Messages();

/**
 * Has a page read again what messages are about, once for many of them: `concerns(message)` picks them. `start` and
 * `stop` belong to the page's own.
 */
export class News {
  #timer = null;
  #arrived = ({ detail }) => this.#concerns(detail) && this.#readSoon();
  #read;
  #concerns;

  constructor(read, concerns) {
    this.#read = read;
    this.#concerns = concerns;
  }

  start() {
    messages.addEventListener('arrived', this.#arrived);
    messages.addEventListener('reconnected', this.#read);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
    messages.removeEventListener('arrived', this.#arrived);
    messages.removeEventListener('reconnected', this.#read);
  }

  #readSoon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#read();
    }, Math.random() * SPREAD);
  }
}

