import { html } from 'lit';
import { list } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';

/** In the place of a page that is for others: says for whom it is, and how to go on. */
class OtherRole extends Page {
  static properties = { roles: { attribute: false } };

  render() {
    return html`<h1>${t('otherRole.title')}</h1>
      <p id="other-role">${t('otherRole.text', { roles: list(this.roles.map((role) => word('otherRole.roles', role))) })}</p>
      <p><a class="button" href="/">${t('notFound.home')}</a></p>`;
  }
}

customElements.define('yol-other-role', OtherRole);
