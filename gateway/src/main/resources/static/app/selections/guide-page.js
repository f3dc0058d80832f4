import { html } from 'lit';
import { api } from '../core/api.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { GUIDES, guideAddress } from './selection-address.js';

/** What is to be read about how selections are decided: the same text as in the sources, which is in English. */
class GuidePage extends Page {
  static properties = {
    name: { attribute: false },
    shown: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('name')) this.#read();
  }

  render() {
    if (!this.shown) return this.renderWaiting(t('guide.title'), () => this.#read());
    return html`<nav class="meta" aria-label=${t('guide.title')}>
        <ul>
          ${GUIDES.filter((name) => name !== this.name).map(
            (name) => html`<li><a href=${guideAddress(name)}>${t(`guide.${name}`)}</a></li>`,
          )}
        </ul>
      </nav>
      <p class="notice" id="guide-language">${t('guide.english')}</p>
      <div class="guide" lang="en" dir="ltr">${this.shown}</div>`;
  }

  #read() {
    return this.load(async () => {
      const address = `/docs/guides/${encodeURIComponent(this.name)}.html`;
      const { body } = await api.download(address, 'text/html', async (answer) => answer.text());
      const page = new DOMParser().parseFromString(body, 'text/html');
      for (const table of page.querySelectorAll('table')) {
        const frame = page.createElement('div');
        frame.className = 'table-frame';
        table.replaceWith(frame);
        frame.append(table);
      }
      this.shown = [...page.body.childNodes];
    });
  }
}

customElements.define('yol-guide-page', GuidePage);
