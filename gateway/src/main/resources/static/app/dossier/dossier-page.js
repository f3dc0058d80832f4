import { html } from 'lit';
import { savingState } from '../components/saving-state.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { conflictsNotice } from './conflicts-notice.js';
import './dossier-fields.js';
import { openDossier } from './dossier-keeper.js';
import './own-data.js';

/** A student's dossier, by itself. */
class DossierPage extends Page {
  static properties = { keeper: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.keeper?.close();
    this.keeper = null;
  }

  render() {
    if (!this.keeper) return this.renderWaiting(t('dossier.title'), () => this.#read());
    return html`<h1>${t('dossier.title')}</h1>
      <p>${t('dossier.intro')}</p>
      ${savingState(this.keeper, { id: 'saving-state' })} ${conflictsNotice(this.keeper, 'dossier')}
      ${this.keeper.status === 'refused' || this.keeper.status === 'signed-out' ? html`<yol-problem .problem=${this.keeper.problem}></yol-problem>` : ''}
      <form id="dossier" class="panel" novalidate @submit=${(event) => event.preventDefault()}>
        <yol-dossier .keeper=${this.keeper}></yol-dossier>
      </form>
      <yol-own-data></yol-own-data>`;
  }

  #read() {
    return this.load(async () => {
      const keeper = await openDossier();
      if (!this.isConnected) {
        keeper.close();
        return;
      }
      keeper.addEventListener('change', () => this.requestUpdate());
      this.keeper = keeper;
    });
  }
}

customElements.define('yol-dossier-page', DossierPage);
