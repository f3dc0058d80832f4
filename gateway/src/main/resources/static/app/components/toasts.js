import { html, nothing } from 'lit';
import { View } from '../core/view.js';
import { t } from '../core/texts.js';

const SHOWN_FOR = 9_000;

/** Short news in a live region: read out, shown for a while, never in the way. */
class Toasts extends View {
  static properties = { news: { state: true } };

  constructor() {
    super();
    this.news = [];
  }

  announce(item) {
    this.news = [...this.news, item].slice(-3);
    setTimeout(() => this.#drop(item), SHOWN_FOR);
  }

  render() {
    return html`<div class="toasts" role="status" aria-live="polite" id="toasts">
      ${this.news.map(
        (item) =>
          html`<div class=${item.silent ? 'visually-hidden' : 'toast'}>
            <p>
              ${item.title ? html`<strong>${item.title}</strong><br />` : nothing}${item.text}
              ${item.link ? html`<a href=${item.link} @click=${() => this.#drop(item)}>${t('action.open')}</a>` : nothing}
            </p>
            <button type="button" class="icon-button" aria-label=${t('action.close')} @click=${() => this.#drop(item)}>
              ×
            </button>
          </div>`,
      )}
    </div>`;
  }

  #drop(item) {
    this.news = this.news.filter((other) => other !== item);
  }
}

customElements.define('yol-toasts', Toasts);

/** `{title, text, link}`, or a text; what is `silent` is only read out. */
export function announce(item) {
  document.querySelector('yol-toasts')?.announce(typeof item === 'string' ? { text: item } : item);
}
