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
import { same } from '../core/same.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callSection } from './editor-call.js';
import { checkboxes } from './editor-fields.js';
import { placesSection } from './editor-places.js';
import { programmeSection } from './editor-programme.js';
import { rubricSection } from './editor-rubric.js';
import { textsSection } from './editor-texts.js';
import { blankCall, callDraftOf, callFaults, callRequest, nextCallAfter, unknownHosts } from './call-draft.js';
import { addCall, callRows } from './call-rows.js';
import { fieldOf } from './editor-values.js';
import { blankProgramme, programmeDraftOf, programmeFaults, programmeRequest } from './programme-draft.js';

/**
 * Writes a programme with its first call, or one call alone: of a programme that is public, or one of several. Saved as
 * a draft as often as wished, then published once. The two are saved one after the other, each in its own version.
 */
class ProgrammeEditor extends Page {
  static properties = {
    programmeId: {},
    callId: {},
    adding: { type: Boolean },
    programme: { state: true },
    call: { state: true },
    draft: { state: true },
    restored: { state: true },
    busy: { state: true },
    saveProblem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const heading = t(this.#heading());
    if (!this.draft) return this.renderWaiting(heading, () => this.#read());
    if (this.#isPublic()) return this.#renderPublished();
    const form = { draft: this.draft, errors: this.#errors(), change: (part) => this.#change(part) };
    return html` <p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${heading}</h1>
      ${this.#aloneCall ? html`<p class="provider">${writtenText(this.programme.title)}</p>` : nothing}
      ${
        this.restored
          ? html`<div class="notice" role="status">
              <p>${t('editor.restored')}</p>
              <button type="button" class="secondary outline" @click=${this.#discard}>${t('editor.discard')}</button>
            </div>`
          : nothing
      }
      <form id="programme-form" novalidate @submit=${this.#save}>
        ${this.#aloneCall ? nothing : html`${programmeSection(form)}${textsSection(form)}`}
        ${callSection(form)}${placesSection(form)}
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
      <section class="panel" aria-labelledby="calls-heading">
        <h2 id="calls-heading">${t('manage.calls')}</h2>
        ${callRows(this.programme)} ${addCall(this.programme)}
      </section>
      <div class="buttons">
        <a class="button secondary outline" href="/programs/${this.programme.id}">${t('manage.view')}</a>
      </div>`;
  }

  #heading() {
    if (this.#aloneCall) return this.callId ? 'editor.callTitle' : 'editor.newCallTitle';
    return this.programmeId ? 'editor.title' : 'editor.newTitle';
  }

  /** Whether only a call is written here, and its programme is what it is. */
  get #aloneCall() {
    return this.adding || Boolean(this.callId);
  }

  #isPublic() {
    return this.#aloneCall ? this.call?.status === 'published' : this.programme?.status === 'published';
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
      if (this.callId) {
        this.call = (await api.get(callPath(this.callId))).body;
        this.programmeId = this.call.programmeId;
      }
      if (this.programmeId) {
        this.programme = (await api.get(programmePath(this.programmeId))).body;
        if (!this.#aloneCall) this.call = this.programme.calls.find(({ status }) => status === 'draft');
      }
      const typed = kept(session.account, this.#thing);
      this.restored = Boolean(typed);
      this.draft = typed ?? this.#saved();
    });
  }

  #saved() {
    const call = this.call ? callDraftOf(this.call) : this.adding ? nextCallAfter(this.programme.calls[0]) : blankCall();
    if (this.#aloneCall) return call;
    return { ...(this.programme ? programmeDraftOf(this.programme) : blankProgramme()), ...call };
  }

  #discard() {
    forget(session.account, this.#thing);
    this.restored = false;
    this.draft = this.#saved();
  }

  async #save(event) {
    event.preventDefault();
    const saved = await this.#attempt('save', unknownHosts(this.draft), () => this.#send());
    if (saved) announce(t('editor.saved'));
  }

  async #publish() {
    const faults = [...(this.#aloneCall ? [] : programmeFaults(this.draft)), ...callFaults(this.draft)];
    const ready = await this.#attempt('publish', faults, () => this.#send());
    if (!ready) return;
    const { id, version, closes, zone } = this.call;
    const agreed = await confirmed({
      title: t(this.#aloneCall ? 'editor.confirmCallTitle' : 'editor.confirmTitle'),
      action: t('editor.publish'),
      text: t('editor.confirmText', { closes: dateTime(closes, zone), zone: zoneName(zone) }),
    });
    if (!agreed) return;
    const published = await this.#attempt('publish', [], () =>
      api.post(`${callPath(id)}/publication`, {}, { version }),
    );
    if (published) router.go(`/manage/${this.programmeId}`);
  }

  /**
   * Sends the programme and then its call. What is typed stays kept on this device until both are saved; the ids the
   * first save answers stay, so that a second press does not create anything twice.
   */
  async #send() {
    const before = this.#thing;
    if (!this.#aloneCall) this.#hasProgramme(await this.#sendProgramme());
    this.call = await this.#sendCall();
    if (this.adding) this.callId = this.call.id;
    if (this.adding) window.history.replaceState(null, '', `/manage/calls/${this.callId}`);
    [before, this.#thing].forEach((thing) => forget(session.account, thing));
    this.restored = false;
    this.draft = this.#saved();
  }

  async #sendProgramme() {
    const body = programmeRequest(this.draft, this.programme);
    const answer = this.programmeId
      ? await api.put(programmePath(this.programmeId), body, {
          version: this.programme.version,
          heldNow: () => heldAt(programmePath(this.programmeId), body, programmeAsSent),
        })
      : await api.post('/api/programs', body);
    return answer.body;
  }

  async #sendCall() {
    const body = callRequest(this.draft, this.call);
    const answer = this.call
      ? await api.put(callPath(this.call.id), body, {
          version: this.call.version,
          heldNow: () => heldAt(callPath(this.call.id), body, callAsSent),
        })
      : await api.post(`${programmePath(this.programmeId)}/calls`, body);
    return answer.body;
  }

  /** From here on this is the editor of that programme, even if its call cannot be saved. */
  #hasProgramme(programme) {
    const before = this.#thing;
    this.programme = { ...programme, calls: this.programme?.calls ?? [] };
    if (this.programmeId) return;
    this.programmeId = programme.id;
    keep(session.account, this.#thing, this.draft);
    forget(session.account, before);
    window.history.replaceState(null, '', `/manage/${programme.id}`);
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
    if (this.callId) return `call:${this.callId}`;
    return this.adding ? `call-of:${this.programmeId}` : `programme:${this.programmeId ?? 'new'}`;
  }
}

function programmePath(id) {
  return `/api/programs/${encodeURIComponent(id)}`;
}

function callPath(id) {
  return `/api/calls/${encodeURIComponent(id)}`;
}

function programmeAsSent(programme) {
  return programmeRequest(programmeDraftOf(programme), programme);
}

function callAsSent(call) {
  return callRequest(callDraftOf(call), call);
}

/** What is at the path, if it is what was sent. */
async function heldAt(path, sent, asSent) {
  const answer = await api.get(path);
  return same(asSent(answer.body), sent) ? answer : null;
}

customElements.define('yol-programme-editor', ProgrammeEditor);
