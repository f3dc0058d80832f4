import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { now } from '../core/clock.js';
import { dateTime, zoneName } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { nameOf } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { same } from '../core/same.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callFaults, inDraft } from './call-draft.js';
import { amendPanel, publishPanel, saveBar } from './editor-bars.js';
import { conflictNotice } from './editor-conflicts.js';
import { contents } from './editor-contents.js';
import { selectField } from './editor-fields.js';
import { merged, withTheirs } from './editor-merge.js';
import { keepPreview } from './editor-preview.js';
import { sectionsOf } from './editor-sections.js';
import { fieldOf, isAbout } from './editor-values.js';
import { EditorWork } from './editor-work.js';
import { programmeFaults } from './programme-draft.js';
import './published-programme.js';

/** Writes a programme with its first call, one call alone, or an amendment of either: see `EditorWork`. */
class ProgrammeEditor extends Page {
  static properties = {
    programmeId: {},
    callId: {},
    copyOf: {},
    adding: { type: Boolean },
    amending: { type: Boolean },
    draft: { state: true },
    restored: { state: true },
    busy: { state: true },
    conflicts: { state: true },
    stops: { state: true },
    savedAt: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.work = new EditorWork(this);
    this.stops = [];
    this.#read();
  }

  /** Gone to once more: what is held may be another thing now, such as published. */
  queryChanged() {
    this.#read();
  }

  render() {
    const { work, draft } = this;
    const heading = t(this.#heading());
    if (!draft) return this.renderWaiting(heading, () => this.#read());
    if (work.isPublic && !work.amending) {
      return html`<yol-published-programme .programme=${work.programme} @stale=${() => this.#read()}></yol-published-programme>`;
    }
    if (work.providers?.length === 0) return this.#renderUnknownProvider(heading);
    const kind = draft.kind ?? work.programme.kind;
    const sections = sectionsOf(work, kind, draft);
    const faults = this.#faults();
    const form = { draft, errors: this.#errors(), change: (part) => this.#change(part) };
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${heading}</h1>
      ${work.programme ? html`<p class="provider">${writtenText(work.programme.title)}</p>` : nothing}
      ${this.#renderRestored()} ${conflictNotice(this.conflicts, (conflict) => this.#takeTheirs(conflict), draft)}
      <div class="editor-frame">
        ${contents(sections, faults)}
        <form id="programme-form" novalidate @submit=${(event) => event.preventDefault()}>
          ${this.#renderProviders(form)} ${this.#renderSource()} ${sections.map(({ render }) => render(form, kind))}
          ${
            work.amending
              ? amendPanel({
                  form,
                  busy: this.busy,
                  intro: t(work.isCallAlone ? 'changes.amendIntro' : 'changes.amendProgrammeIntro'),
                  amend: () => this.#amend(),
                })
              : publishPanel({
                  busy: this.busy,
                  faults,
                  call: work.call,
                  publish: () => this.#publish(),
                  archive: this.#isSaved && (() => this.#archive()),
                })
          }
          ${saveBar({
            busy: this.busy,
            unsaved: this.#isUnsaved,
            savedAt: this.savedAt,
            save: work.amending ? null : () => this.#save(),
            preview: () => this.#preview(),
            problem: this.saveProblem,
            fieldOf: this.#fieldOf,
          })}
        </form>
      </div>`;
  }

  #renderRestored() {
    if (!this.restored) return nothing;
    return html`<div class="notice" role="status">
      <p>${t('editor.restored')}</p>
      <button type="button" class="secondary outline" @click=${this.#discard}>${t('editor.discard')}</button>
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
    const { providers, programmeId } = this.work;
    if (!providers || providers.length < 2 || programmeId) return nothing;
    const options = providers.map((provider) => [provider.id, nameOf(provider)]);
    return html`<section class="panel" aria-label=${t('organisation.offeredBy')}>
      ${selectField(form, 'providerId', options, { label: t('organisation.offeredBy') })}
    </section>`;
  }

  /** Which call a new one begins with, as long as there is nothing of its own. */
  #renderSource() {
    const { adding, copyOf, call, sources, source } = this.work;
    if (!adding || copyOf || call || !sources.length) return nothing;
    const options = sources.map((each) => [each.id, dateTime(each.closes, each.zone)]);
    const form = {
      draft: { source: source?.id ?? '' },
      errors: {},
      change: ({ source: id }) => this.#beginWith(sources.find((each) => each.id === id) ?? null),
    };
    return html`<section class="panel" aria-label=${t('editor.source')}>
      ${selectField(form, 'source', [...options, ['', t('editor.sourceNone')]], { hint: t('editor.sourceHint') })}
    </section>`;
  }

  #heading() {
    const { work } = this;
    if (work.amending) return work.isCallAlone ? 'changes.amend' : 'changes.amendProgramme';
    if (work.isCallAlone) return work.callId ? 'editor.callTitle' : 'editor.newCallTitle';
    return work.programmeId ? 'editor.title' : 'editor.newTitle';
  }

  get #isSaved() {
    return Boolean(this.work.isCallAlone ? this.work.callId : this.work.programmeId);
  }

  get #isUnsaved() {
    const { textLanguages, ...typed } = this.draft;
    const { textLanguages: _, ...held } = this.base;
    return !same(typed, held);
  }

  /** What would stop publishing: what can be seen here, and what the service has said of what is saved. */
  #faults() {
    const seen = [
      ...(this.work.writesProgramme ? programmeFaults(this.draft) : []),
      ...(this.work.writesCall ? callFaults(this.draft) : []),
    ];
    const fields = new Set(seen.map(({ pointer }) => pointer.split('/')[1]));
    return [...seen, ...this.stops.filter(({ pointer }) => !fields.has(pointer.split('/')[1]))];
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
    const isLeft = ({ pointer }) => !fields.some((field) => isAbout(pointer, field));
    this.stops = this.stops.filter(isLeft);
    const { errors = [] } = this.saveProblem ?? {};
    const left = errors.filter(isLeft);
    if (left.length === errors.length) return;
    const { title, status } = this.saveProblem;
    this.saveProblem = left.length ? new Problem({ title, status, errors: left }) : null;
  }

  #keep() {
    keep(session.account, this.work.thing, { typed: this.draft, base: this.base });
  }

  #read() {
    return this.load(async () => {
      await this.work.fetch();
      this.base = this.work.draft();
      const left = kept(session.account, this.work.thing);
      this.restored = Boolean(left?.typed);
      this.draft = this.base;
      if (this.restored) this.#merge(left.typed, left.base);
      this.#check();
    });
  }

  /** Asks the service what would stop publishing; without an answer the page says what it sees itself. */
  async #check() {
    try {
      this.stops = await this.work.faults();
    } catch {
      this.stops = [];
    }
  }

  #beginWith(source) {
    this.work.source = source;
    forget(session.account, this.work.thing);
    this.restored = false;
    this.base = this.work.draft();
    this.draft = this.base;
  }

  /** Brings what was typed since `base` together with what is held now. */
  #merge(typed, base) {
    this.base = this.work.draft();
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

  #discard() {
    forget(session.account, this.work.thing);
    this.restored = false;
    this.conflicts = null;
    this.draft = this.base;
  }

  #preview() {
    keepPreview(this.work, this.draft, window.location.pathname);
    router.go('/manage/preview');
  }

  async #save() {
    const unsent = this.draft.places.filter(({ host, hostText }) => !host && hostText);
    const saved = await this.#attempt('save', [], () => this.#send());
    if (!saved) return;
    if (unsent.length) announce(t('editor.savedBut'));
    // A draft may lack what is not known yet; what was typed of it stays here.
    if (unsent.length) this.#change({ places: [...this.draft.places.filter(({ host }) => host), ...unsent] });
    await this.#check();
  }

  /** Publishes at once what is changed of what is public. */
  async #amend() {
    const { work } = this;
    const amended = await this.#attempt('save', work.writesCall ? callFaults(this.draft) : [], () => this.#send());
    if (!amended) return;
    announce(t('changes.amended'));
    router.go(work.isCallAlone ? `/manage/calls/${work.callId}/changes` : `/manage/${work.programmeId}`);
  }

  async #publish() {
    const { work } = this;
    const faults = [...(work.writesProgramme ? programmeFaults(this.draft) : []), ...callFaults(this.draft)];
    const ready = await this.#attempt('publish', faults, () => this.#send());
    if (!ready) return;
    const { closes, zone } = work.call;
    const agreed = await confirmed({
      title: t(work.isCallAlone ? 'editor.confirmCallTitle' : 'editor.confirmTitle'),
      action: t('editor.publish'),
      text: t('editor.confirmText', { closes: dateTime(closes, zone), zone: zoneName(zone) }),
    });
    if (!agreed) return;
    if (await this.#attempt('publish', [], () => work.publish())) router.go(`/manage/${work.programmeId}`);
  }

  async #archive() {
    const agreed = await confirmed({
      title: t('editor.archiveDraft'),
      action: t('editor.archiveDraft'),
      text: t('editor.archiveDraftText'),
    });
    if (!agreed || !(await this.#attempt('archive', [], () => this.work.archive()))) return;
    forget(session.account, this.work.thing);
    announce(t('changes.archived'));
    router.go('/manage');
  }

  /** What is typed stays kept on this device until all of it is saved; a second press creates nothing twice. */
  async #send() {
    const { work } = this;
    const before = work.thing;
    await work.send(this.draft, () => {
      // From here on this is the editor of that programme, even if its call cannot be saved.
      this.#keep();
      forget(session.account, before);
      window.history.replaceState(null, '', `/manage/${work.programmeId}`);
    });
    if (work.adding) window.history.replaceState(null, '', `/manage/calls/${work.callId}`);
    [before, work.thing].forEach((thing) => forget(session.account, thing));
    this.restored = false;
    this.conflicts = null;
    this.savedAt = now();
    const { textLanguages } = this.draft;
    this.base = work.draft();
    // A language that is chosen stays, though nothing is written in it yet.
    this.draft = textLanguages ? { ...this.base, textLanguages } : this.base;
  }

  async #attempt(name, faults, doIt) {
    if (faults.length) {
      this.saveProblem = new Problem({ title: t('editor.faults'), errors: faults });
      return false;
    }
    this.busy = name;
    this.saveProblem = null;
    try {
      await doIt();
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
      await this.work.fetch();
    } catch {
      return;
    }
    this.#merge(this.draft, base);
    this.saveProblem = null;
    await this.updateComplete;
    this.querySelector('#merged')?.scrollIntoView({ block: 'center' });
  }
}

customElements.define('yol-programme-editor', ProgrammeEditor);
