import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { DOCUMENTS } from '../core/domain.js';
import { dateTime, languageName, zoneName } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { nameOf, writtenFor } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { same } from '../core/same.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callSection } from './editor-call.js';
import { checkboxes, selectField } from './editor-fields.js';
import { placesSection } from './editor-places.js';
import { programmeSection } from './editor-programme.js';
import { rubricSection } from './editor-rubric.js';
import { rulesSection } from './editor-rules.js';
import { textsSection } from './editor-texts.js';
import { reasonField } from './call-changes.js';
import { blankCall, callDraftOf, callFaults, callRequest, inDraft, nextCallAfter } from './call-draft.js';
import { addCall, callRows } from './call-rows.js';
import { merged, withTheirs } from './editor-merge.js';
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
    amending: { type: Boolean },
    programme: { state: true },
    call: { state: true },
    draft: { state: true },
    providers: { state: true },
    restored: { state: true },
    busy: { state: true },
    saveProblem: { state: true },
    conflicts: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const heading = t(this.#heading());
    if (!this.draft) return this.renderWaiting(heading, () => this.#read());
    if (this.#isPublic() && !this.amending) return this.#renderPublished();
    if (this.providers?.length === 0) return this.#renderUnknownProvider(heading);
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
      ${this.#renderConflicts()}
      <form id="programme-form" novalidate @submit=${(event) => event.preventDefault()}>
        ${this.#renderProviders(form)} ${this.#aloneCall ? nothing : html`${programmeSection(form)}${textsSection(form)}`}
        ${callSection(form)}${placesSection(form)}
        <section class="panel" aria-labelledby="documents-heading">
          <h2 id="documents-heading">${t('editor.documentsHeading')}</h2>
          ${checkboxes(form, 'documents', this.#documentOptions())}
        </section>
        ${rubricSection(form)}${rulesSection(form)}
        ${this.amending ? html`<section class="panel">${reasonField(form)}</section>` : nothing}
        <div class="save-bar">
          <yol-problem .problem=${this.saveProblem} .fieldOf=${this.#fieldOf}></yol-problem>
          ${this.amending ? this.#renderAmend() : this.#renderSave()}
        </div>
      </form>`;
  }

  /** What somebody else has written meanwhile into the same fields. */
  #renderConflicts() {
    if (!this.conflicts) return nothing;
    return html`<div class="notice notice-warning" role="status" id="merged">
      <p><strong>${t('editor.merged')}</strong></p>
      ${this.conflicts.length ? html`<p>${t('editor.conflicts')}</p>` : nothing}
      <ul>
        ${this.conflicts.map(
          (conflict) =>
            html`<li>
              ${t(conflict.language ? `editor.text.${conflict.field}` : `editor.${conflict.field}`)}${conflict.language ? ` (${languageName(conflict.language)})` : nothing}:
              <q lang=${conflict.language ?? nothing}>${readable(conflict.theirs)}</q>
              <button type="button" class="secondary outline" @click=${() => this.#takeTheirs(conflict)}>
                ${t('editor.takeTheirs')}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderSave() {
    return html`<div class="buttons">
      <button
        type="button"
        class="secondary"
        id="save-draft"
        aria-busy=${this.busy === 'save'}
        ?disabled=${this.busy}
        @click=${this.#save}
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
    </div>`;
  }

  #renderAmend() {
    return html`<div class="buttons">
      <button type="button" id="publish-amendment" aria-busy=${this.busy === 'save'} ?disabled=${this.busy} @click=${this.#amend}>
        ${t('changes.publishAmendment')}
      </button>
    </div>`;
  }

  /** A programme is published in somebody's name: who that is has to be known first. */
  #renderUnknownProvider(heading) {
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${heading}</h1>
      <div class="notice notice-warning" role="status" id="provider-unknown">
        <p><strong>${t('organisation.first')}</strong></p>
        <p>${t('organisation.firstText')}</p>
        <a class="button" href="/manage/organisation?to=/manage/new">${t('organisation.firstLink')}</a>
      </div>`;
  }

  /** Asked only of those who write for several. */
  #renderProviders(form) {
    if (!this.providers || this.providers.length < 2 || this.programmeId) return nothing;
    return html`<section class="panel" aria-label=${t('organisation.offeredBy')}>
      ${selectField(
        form,
        'providerId',
        this.providers.map((provider) => [provider.id, nameOf(provider)]),
        { label: t('organisation.offeredBy') },
      )}
    </section>`;
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
    if (this.amending) return 'changes.amend';
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
        pointer === '/title' ? 'title' : this.#fieldOf(pointer),
        detail,
      ]),
    );
  }

  /** Faults of what was sent by their pointer into the request, those found here by one into the draft. */
  #fieldOf = (pointer) => fieldOf(this.saveProblem?.status ? inDraft(this.draft, pointer) : pointer);

  #change(part) {
    this.draft = { ...this.draft, ...part };
    this.#answered(Object.keys(part));
    this.#keep();
  }

  /** What was wrong with a field is not said any longer once somebody has changed it. */
  #answered(fields) {
    const { errors = [] } = this.saveProblem ?? {};
    const left = errors.filter(({ pointer }) => !fields.includes(pointer.split('/')[1]));
    if (left.length === errors.length) return;
    this.saveProblem = left.length ? new Problem({ title: this.saveProblem.title, errors: left }) : null;
  }

  #keep() {
    keep(session.account, this.#thing, { typed: this.draft, base: this.base });
  }

  #read() {
    return this.load(async () => {
      await this.#fetch();
      if (!this.programmeId) this.providers = await writtenFor();
      this.base = this.#saved();
      const left = kept(session.account, this.#thing);
      this.restored = Boolean(left?.typed);
      this.draft = this.base;
      if (this.restored) this.#merge(left.typed, left.base);
    });
  }

  async #fetch() {
    if (this.callId) {
      this.call = (await api.get(callPath(this.callId))).body;
      this.programmeId = this.call.programmeId;
    }
    if (this.programmeId) {
      this.programme = (await api.get(programmePath(this.programmeId))).body;
      const { id } = this.call ?? {};
      if (!this.#aloneCall) {
        this.call = this.programme.calls.find((call) => (id ? call.id === id : call.status === 'draft'));
      }
    }
  }

  /** Brings what was typed since `base` together with what is held now. */
  #merge(typed, base) {
    this.base = this.#saved();
    const { draft, conflicts } = merged(typed, base ?? this.base, this.base);
    if (!same(base, this.base)) this.conflicts = conflicts;
    this.draft = draft;
    this.#keep();
  }

  #takeTheirs(conflict) {
    this.conflicts = this.conflicts.filter((other) => other !== conflict);
    this.draft = withTheirs(this.draft, conflict);
    this.#keep();
  }

  #saved() {
    const call = this.call ? callDraftOf(this.call) : this.adding ? nextCallAfter(this.programme.calls[0]) : blankCall();
    if (this.#aloneCall) return call;
    if (this.programme) return { ...programmeDraftOf(this.programme), ...call };
    return { ...blankProgramme(), ...call, providerId: this.providers[0]?.id };
  }

  #discard() {
    forget(session.account, this.#thing);
    this.restored = false;
    this.conflicts = null;
    this.draft = this.base;
  }

  async #save() {
    const unsent = this.draft.places.filter(({ host, hostText }) => !host && hostText);
    const saved = await this.#attempt('save', [], () => this.#send());
    if (!saved) return;
    announce(t(unsent.length ? 'editor.savedBut' : 'editor.saved'));
    // A draft may lack what is not known yet; what was typed of it stays here.
    if (unsent.length) this.#change({ places: [...this.draft.places, ...unsent] });
  }

  /** Publishes at once what is changed of a published call. */
  async #amend() {
    const amended = await this.#attempt('save', callFaults(this.draft), () => this.#send());
    if (!amended) return;
    announce(t('changes.amended'));
    router.go(`/manage/calls/${this.callId}/changes`);
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
    this.conflicts = null;
    const { textLanguages } = this.draft;
    this.base = this.#saved();
    // A language that is chosen stays, though nothing is written in it yet.
    this.draft = textLanguages ? { ...this.base, textLanguages } : this.base;
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
    this.#keep();
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
      if (this.saveProblem.is('stale-version')) await this.#takeOver();
      return false;
    } finally {
      this.busy = null;
    }
  }

  /** Somebody else was faster: what is typed stays, what they have changed comes in, and it is said. */
  async #takeOver() {
    const base = this.base;
    try {
      await this.#fetch();
    } catch {
      return;
    }
    this.#merge(this.draft, base);
    this.saveProblem = null;
    await this.updateComplete;
    this.querySelector('#merged')?.scrollIntoView({ block: 'center' });
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

function readable(value) {
  if (!Array.isArray(value)) return value || '–';
  return value.map((item) => item.host?.name ?? item.criterion ?? ruleName(item) ?? item).join(', ') || '–';
}

function ruleName({ kind }) {
  return kind && t(kind === 'other' ? 'rules.other' : `rules.kind.${kind}`);
}

/** What is at the path, if it is what was sent. */
async function heldAt(path, sent, asSent) {
  const answer = await api.get(path);
  return same(asSent(answer.body), sent) ? answer : null;
}

customElements.define('yol-programme-editor', ProgrammeEditor);
