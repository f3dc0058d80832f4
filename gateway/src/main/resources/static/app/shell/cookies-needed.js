import { html } from 'lit';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';

/** Says what signing in needs, in a browser that keeps nothing for this site. */
class CookiesNeeded extends Page {
  render() {
    return html`<h1>${t('cookies.title')}</h1>
      <p>${t('cookies.text')}</p>
      <p><a class="button" href="/">${t('notFound.home')}</a></p>`;
  }
}

customElements.define('yol-cookies-needed', CookiesNeeded);
