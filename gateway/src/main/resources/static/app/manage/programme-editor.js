import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { DOCUMENTS } from '../core/domain.js';
import { dateTime, zoneName } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callSection } from './editor-call.js';
import { checkboxes } from './editor-fields.js';
import { placesSection } from './editor-places.js';
import { programmeSection } from './editor-programme.js';
import { rubricSection } from './editor-rubric.js';
import { textsSection } from './editor-texts.js';
import { blankDraft, draftOf, faultsOf, fieldOf, requestOf, unknownHosts } from './programme-draft.js';

/** Writes a programme with its one call: saved as a draft as often as wished, then published once. */
class ProgrammeEditor extends Page {
  static properties = {
    programmeId: {},
    programme: { state: true },
    draft: { state: true },
    version: { state: true },
    restored: { state: true },
    busy: { state: true },
    saveProblem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const heading = t(this.programmeId ? 'editor.title' : 'editor.newTitle');
    if (!this.draft) return this.renderWaiting(heading, () => this.#read());
    if (this.programme && this.programme.status !== 'draft') return this.#renderPublished();
    const form = { draft: this.draft, errors: this.#errors(), change: (part) => this.#change(part) };
    return html` <p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${heading}</h1>
      ${
        this.restored
          ? html`<div class="notice" role="status">
              <p>${t('editor.restored')}</p>
              <button type="button" class="secondary outline" @click=${this.#discard}>${t('editor.discard')}</button>
            </div>`
          : nothing
      }
      <form id="programme-form" novalidate @submit=${this.#save}>
        ${programmeSection(form)}${textsSection(form)}${callSection(form)}${placesSection(form)}
        <section class="panel" aria-labelledby="documents-heading">
          <h2 id="documents-heading">${t('editor.documentsHeading')}</h2>
          ${checkboxes(form, 'documents', this.#documentOptions())}
        </section>
        ${rubricSection(form)}
        <div class="save-bar">
          <yol-problem .problem=${this.saveProblem} .fieldOf=${fieldOf}></yol-problem>
          <div class="buttons">
            <button
              type="submit"
              class="secondary"
              id="save-draft"
              aria-busy=${this.busy === 'save'}
              ?disabled=${this.busy}
            >
              ${t('editor.save')}
            </button>
            <button
              type="button"
              id="publish"
              aria-busy=${this.busy === 'publish'}
              ?disabled=${this.busy}
              @click=${this.#publish}
            >
              ${t('editor.publish')}
            </button>
          </div>
        </div>
      </form>`;
  }

  #renderPublished() {
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${writtenText(this.programme.title)}</h1>
      <div class="notice notice-good" role="status" id="published-notice">
        <p><strong>${t('editor.publishedTitle')}</strong></p>
        <p>${t('editor.publishedText')}</p>
      </div>
      <div class="buttons">
        <a class="button" href="/manage/${this.programme.id}/applications">${t('editor.toApplications')}</a>
        <a class="button secondary outline" href="/programs/${this.programme.id}">${t('manage.view')}</a>
      </div>`;
  }

  #documentOptions() {
    return [...new Set([...DOCUMENTS, ...this.draft.documents])].map((kind) => [kind, word('document', kind)]);
  }

  #errors() {
    return Object.fromEntries(
      (this.saveProblem?.errors ?? []).map(({ pointer, detail }) => [
        pointer === '/title' ? 'title' : fieldOf(pointer),
        detail,
      ]),
    );
  }

  #change(part) {
    this.draft = { ...this.draft, ...part };
    keep(session.account, this.#thing, this.draft);
  }

  #read() {
    return this.load(async () => {
      if (this.programmeId) {
        const { body, version } = await api.get(`/api/programs/${encodeURIComponent(this.programmeId)}`);
        this.programme = body;
        this.version = version;
      }
      const typed = kept(session.account, this.#thing);
      this.restored = Boolean(typed);
      this.draft = typed ?? this.#saved();
    });
  }

  #saved() {
    return this.programme ? draftOf(this.programme) : blankDraft();
  }

  #discard() {
    forget(session.account, this.#thing);
    this.restored = false;
    this.draft = this.#saved();
  }

  async #save(event) {
    event.preventDefault();
    const isNew = !this.programmeId;
    const saved = await this.#attempt('save', unknownHosts(this.draft), () => this.#send());
    if (!saved) return;
    announce(t('editor.saved'));
    if (isNew) router.go(`/manage/${this.programmeId}`, { replace: true });
  }

  async #publish() {
    const faults = faultsOf(this.draft);
    const ready = await this.#attempt('publish', faults, () => this.#send());
    if (!ready) return;
    const call = this.programme.calls[0];
    const agreed = await confirmed({
      title: t('editor.confirmTitle'),
      action: t('editor.publish'),
      text: t('editor.confirmText', { closes: dateTime(call.closes, call.zone), zone: zoneName(call.zone) }),
    });
    if (agreed) {
      await this.#attempt('publish', [], async () => {
        await api.post(`/api/calls/${encodeURIComponent(call.id)}/publication`, {}, { version: this.version });
        this.programme = (await api.get(`/api/programs/${encodeURIComponent(this.programmeId)}`)).body;
      });
    }
    router.go(`/manage/${this.programme.id}`, { replace: true });
  }

  /** Sends the draft; the id the first save answers stays, so that a second press does not create a second programme. */
  async #send() {
    const body = requestOf(this.draft, this.programme);
    const answer = this.programmeId
      ? await api.put(`/api/programs/${encodeURIComponent(this.programmeId)}`, body, { version: this.version })
      : await api.post('/api/programs', body);
    forget(session.account, this.#thing);
    this.restored = false;
    this.programme = answer.body;
    this.programmeId = answer.body.id;
    this.version = answer.version;
    this.draft = draftOf(answer.body);
  }

  async #attempt(name, faults, work) {
    if (faults.length) {
      this.saveProblem = new Problem({ title: t('editor.faults'), errors: faults });
      return false;
    }
    this.busy = name;
    this.saveProblem = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.saveProblem = Problem.from(thrown);
      return false;
    } finally {
      this.busy = null;
    }
  }

  get #thing() {
    return `programme:${this.programmeId ?? 'new'}`;
  }
}

customElements.define('yol-programme-editor', ProgrammeEditor);
