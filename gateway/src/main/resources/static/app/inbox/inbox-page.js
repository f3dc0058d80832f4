import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, loadMore } from '../components/pieces.js';
import { dateTime, relative } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { BACKGROUND, messages } from './messages.js';

class InboxPage extends Page {
  static properties = { items: { state: true }, next: { state: true }, readProblem: { state: true } };

  #marking = new Set();
  #arrived = (event) => this.#add(event.detail);
  #refetch = () => this.#read(BACKGROUND);

  connectedCallback() {
    super.connectedCallback();
    messages.addEventListener('arrived', this.#arrived);
    messages.addEventListener('reconnected', this.#refetch);
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    messages.removeEventListener('arrived', this.#arrived);
    messages.removeEventListener('reconnected', this.#refetch);
  }

  render() {
    if (!this.items) return this.renderWaiting(t('inbox.title'), () => this.#read());
    return html`<h1>${t('inbox.title')}</h1>
      <p role="status">${t('inbox.unread', { count: messages.unread })}</p>
      <yol-problem .problem=${this.readProblem ?? this.problem}></yol-problem>
      ${this.items.length === 0 ? emptyState(t('inbox.emptyTitle'), t('inbox.emptyText')) : nothing}
      <ul class="messages" id="messages">
        ${repeat(
          this.items,
          (message) => message.id,
          (message) => this.#row(message),
        )}
      </ul>
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #row(message) {
    return html`<li class="message ${message.read ? '' : 'message-unread'}">
      <div>
        <h2>
          ${message.read ? nothing : html`<span class="badge badge-new">${t('inbox.new')}</span> `}${message.title}
        </h2>
        <p>${message.text}</p>
        <p class="meta"><time datetime=${message.at}>${dateTime(message.at)}</time> · ${relative(message.at)}</p>
        ${message.mailFailed ? html`<p class="meta">${t('inbox.mailFailed')}</p>` : nothing}
      </div>
      <div class="buttons">
        ${
          message.link
            ? html`<a
                class="button outline"
                href=${inside(message.link)}
                aria-label=${t('inbox.openMessage', { title: message.title })}
                @click=${() => this.#markRead(message, { quiet: true })}
                >${t('action.open')}</a
              >`
            : nothing
        }
        ${
          message.read
            ? nothing
            : html`<button
                type="button"
                class="secondary outline"
                aria-label=${t('inbox.markReadMessage', { title: message.title })}
                @click=${() => this.#markRead(message)}
              >
                ${t('inbox.markRead')}
              </button>`
        }
      </div>
    </li>`;
  }

  #read(options) {
    return this.load(async () => {
      const page = await messages.page(undefined, options);
      this.items = page.items;
      this.next = page.next;
    });
  }

  #more() {
    return this.load(async () => {
      const page = await messages.page(this.next);
      this.items = [...this.items, ...page.items];
      this.next = page.next;
    });
  }

  #add(message) {
    if (!this.items || this.items.some(({ id }) => id === message.id)) return;
    this.items = [{ ...message, read: false }, ...this.items];
  }

  /** Who opens a message goes on; who only marks it sees what becomes of that. */
  async #markRead(message, options) {
    if (message.read || this.#marking.has(message.id)) return;
    this.#marking.add(message.id);
    this.readProblem = null;
    try {
      await messages.markRead(message, options);
      this.items = this.items.map((other) => (other.id === message.id ? { ...other, read: true } : other));
    } catch (thrown) {
      this.readProblem = Problem.from(thrown);
    } finally {
      this.#marking.delete(message.id);
    }
  }
}

/** A link of a mail carries the public address; here only its path counts. */
export function inside(link) {
  const url = new URL(link, window.location.origin);
  return url.pathname + url.search;
}

customElements.define('yol-inbox-page', InboxPage);
