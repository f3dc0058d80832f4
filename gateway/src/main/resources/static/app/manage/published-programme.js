import { html, nothing } from 'lit';
import { writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { amendmentsMade } from './amendments.js';
import { archiveAct } from './archive-act.js';
import { addCall, archivedBadge, callRows } from './call-rows.js';
import './act-form.js';

/** A programme that is public as its coordinator works with it: its calls, and what can be done with all of it. */
class PublishedProgramme extends View {
  static properties = { programme: { attribute: false }, acting: { state: true } };

  render() {
    const { programme } = this;
    const act = archiveAct({
      archived: programme.archived,
      title: t('changes.archiveProgramme'),
      send: (...sent) => this.#send(...sent),
    });
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${writtenText(programme.title)}</h1>
      <div class="notice notice-good" role="status" id="published-notice">
        <p><strong>${t('editor.publishedTitle')}</strong> ${archivedBadge(programme)}</p>
        <p>${t('editor.publishedText')}</p>
      </div>
      <section class="panel" aria-labelledby="calls-heading">
        <h2 id="calls-heading">${t('manage.calls')}</h2>
        ${callRows(programme)} ${addCall(programme)}
      </section>
      <div class="buttons">
        <a class="button secondary outline" href="/programs/${programme.id}">${t('manage.view')}</a>
        <a class="button secondary outline" id="amend-programme" href="/manage/${programme.id}/amendment"
          >${t('changes.amendProgramme')}</a
        >
        <button
          type="button"
          class="secondary outline"
          id="act-${act.name}"
          aria-pressed=${Boolean(this.acting)}
          @click=${() => (this.acting = !this.acting)}
        >
          ${act.title}
        </button>
      </div>
      ${this.acting ? html`<yol-act .act=${act} @done=${this.#done} @stale=${this.#stale}></yol-act>` : nothing}
      ${amendmentsMade(programme)}`;
  }

  async #send(act, typed, done) {
    const { id, version } = this.programme;
    await api.post(`/api/programs/${encodeURIComponent(id)}/${act}`, typed, { version });
    announce(t(done));
  }

  /** Whether it is in the archive now is a matter of its calls too. */
  #done = () => {
    this.acting = false;
    this.#stale();
  };

  #stale = () => this.dispatchEvent(new CustomEvent('stale'));
}

customElements.define('yol-published-programme', PublishedProgramme);
