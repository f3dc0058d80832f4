import { html, nothing } from 'lit';
import { writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { amendmentsMade } from './amendments.js';
import { addCall, archivedBadge, callRows } from './call-rows.js';
import './act-form.js';

/** A programme that is public as its coordinator works with it: its calls, and what can be done with all of it. */
class PublishedProgramme extends View {
  static properties = { programme: { attribute: false }, archiving: { state: true } };

  render() {
    const { programme } = this;
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
        ${
          programme.archived
            ? nothing
            : html`<button
                type="button"
                class="secondary outline"
                id="act-archive"
                aria-pressed=${Boolean(this.archiving)}
                @click=${() => (this.archiving = !this.archiving)}
              >
                ${t('changes.archiveProgramme')}
              </button>`
        }
      </div>
      ${
        this.archiving
          ? html`<yol-act
              .act=${this.#archive()}
              @done=${({ detail }) => this.#archived(detail)}
              @stale=${() => this.dispatchEvent(new CustomEvent('stale'))}
            ></yol-act>`
          : nothing
      }
      ${amendmentsMade(programme)}`;
  }

  #archive() {
    return {
      name: 'archive',
      title: t('changes.archiveProgramme'),
      meaning: [t('changes.archiveIntro')],
      button: t('changes.archiveProgramme'),
      blank: { reason: '' },
      send: async (typed) => {
        const { id, version } = this.programme;
        return (await api.post(`/api/programs/${encodeURIComponent(id)}/archive`, typed, { version })).body;
      },
    };
  }

  #archived(answer) {
    this.archiving = false;
    this.programme = { ...this.programme, ...answer };
    announce(t('changes.archived'));
  }
}

customElements.define('yol-published-programme', PublishedProgramme);
