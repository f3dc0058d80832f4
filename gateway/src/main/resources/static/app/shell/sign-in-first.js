import { html } from 'lit';
import { signInLink } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';

/** Stands in for a page that needs to know who is reading. */
class SignInFirst extends Page {
  render() {
    return html`<h1>${t('session.signInFirstTitle')}</h1>
      <p>${t('session.signInFirstText')}</p>
      <p><a class="button" href=${signInLink()}>${t('session.signIn')}</a></p>`;
  }
}

customElements.define('yol-sign-in-first', SignInFirst);
