import { html } from 'lit';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';

class NotFound extends Page {
  render() {
    return html`<h1>${t('notFound.title')}</h1>
      <p>${t('notFound.text')}</p>
      <p><a class="button" href="/">${t('notFound.home')}</a></p>`;
  }
}

customElements.define('yol-not-found', NotFound);
