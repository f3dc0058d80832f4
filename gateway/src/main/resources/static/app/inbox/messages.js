/** The reader's messages: how many are unread, and news of new ones as they are written. */
import { api, query } from '../core/api.js';

const PAUSE = 5_000;

class Messages extends EventTarget {
  unread = 0;
  #stream = null;
  #timer = null;
  #wasLost = false;

  /** Listens while the page is seen; a hidden page does not hold a connection and catches up when seen again. */
  start() {
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#close() : this.#open()));
    window.addEventListener('online', () => this.#open());
    this.recount().catch(() => this.#lost());
    if (!document.hidden) this.#open();
  }

  async page(after) {
    const { body } = await api.get(`/api/notifications${query({ after, limit: 20 })}`);
    this.#count(body.unread);
    return body;
  }

  async markRead(message) {
    await api.put(`/api/notifications/${encodeURIComponent(message.id)}/read`);
    this.#count(Math.max(0, this.unread - 1));
  }

  async recount() {
    const { body } = await api.get('/api/notifications?limit=1');
    this.#count(body.unread);
  }

  #open() {
    clearTimeout(this.#timer);
    if (this.#stream && this.#stream.readyState !== EventSource.CLOSED) return;
    this.#stream = new EventSource('/api/notifications/stream');
    this.#stream.addEventListener('open', () => this.#opened());
    this.#stream.addEventListener('message', (event) => this.#arrived(JSON.parse(event.data)));
    this.#stream.addEventListener('error', () => this.#lost());
  }

  #close() {
    clearTimeout(this.#timer);
    this.#stream?.close();
    this.#stream = null;
    this.#wasLost = true;
  }

  #opened() {
    if (!this.#wasLost) return;
    this.#wasLost = false;
    this.recount().catch(() => this.#lost());
    this.dispatchEvent(new Event('reconnected'));
  }

  /** The browser reconnects by itself unless the answer was an error: then it gives up and we try again. */
  #lost() {
    this.#wasLost = true;
    clearTimeout(this.#timer);
    if (!document.hidden) this.#timer = setTimeout(() => this.#open(), PAUSE);
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
