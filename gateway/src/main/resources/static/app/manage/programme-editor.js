import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { dateTime, zoneName } from '../core/format.js';
import { arrived } from '../core/keeper.js';
import { nameOf } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { archivedBadge } from './call-rows.js';
import { callFaults, inDraft } from './call-draft.js';
import { amendPanel, publishPanel, saveBar } from './editor-bars.js';
import { conflictNotice } from './editor-conflicts.js';
import { contents } from './editor-contents.js';
import { selectField } from './editor-fields.js';
import { EditorKeeper } from './editor-keeper.js';
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
    busy: { state: true },
    stops: { state: true },
    nags: { state: true },
  };

  #keeper = null;
  #checkedAt = null;

  connectedCallback() {
    super.connectedCallback();
    this.work = new EditorWork(this);
    this.stops = [];
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#keeper?.close();
  }

  /** Gone to once more: what is held may be another thing now, such as published. */
  queryChanged() {
    this.#read();
  }

  get draft() {
    return this.#keeper?.typed;
  }

  render() {
    const { work, draft } = this;
    const heading = t(this.#heading());
    if (work.isPublic && !work.amending) {
      return html`<yol-published-programme .programme=${work.programme} @stale=${() => this.#read()}></yol-published-programme>`;
    }
    if (!draft) return this.renderWaiting(heading, () => this.#read());
    if (work.providers?.length === 0) return this.#renderUnknownProvider(heading);
    const kind = draft.kind ?? work.programme.kind;
    const sections = sectionsOf(work, kind, draft);
    const faults = this.#faults();
    const form = { draft, errors: this.#errors(), change: (part) => this.#change(part) };
    return html`<p class="back"><a href="/manage">← ${t('editor.back')}</a></p>
      <h1>${heading} ${archivedBadge({ archived: work.isArchived && !work.amending })}</h1>
      ${work.programme ? html`<p class="provider">${writtenText(work.programme.title)}</p>` : nothing}
      ${this.#renderRestored()}
      ${conflictNotice({
        conflicts: this.#keeper.conflicts,
        names: draft.names,
        seen: () => this.#keeper.seen(),
        take: (conflict) => this.#keeper.takeTheirs(conflict),
        keep: (conflict) => this.#keeper.keepMine(conflict),
      })}
      <div class="editor-frame">
        ${contents(sections, faults)}
        <form
          id="programme-form"
          novalidate
          @submit=${(event) => event.preventDefault()}
          @focusout=${() => this.requestUpdate()}
        >
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
                  archive: work.isSaved && !work.isArchived && (() => this.#archive()),
                  takeBack: work.isArchived && (() => this.#takeBack()),
                })
          }
          ${saveBar({
            busy: this.busy,
            keeper: this.#keeper,
            words: this.#savingWords(),
            save: work.amending ? null : () => this.#press('save'),
            preview: () => this.#preview(),
            problem: this.nags ? this.saveProblem : null,
            fieldOf,
          })}
        </form>
      </div>`;
  }

  #renderRestored() {
    if (!this.#keeper.restored || this.#keeper.status !== 'kept') return nothing;
    return html`<div class="notice" role="status">
      <p>${t('editor.restored')}</p>
      <button type="button" class="secondary outline" @click=${() => this.#keeper.discard()}>${t('editor.discard')}</button>
    </div>`;
  }

  #savingWords() {
    return {
      kept: t(this.work.amending ? 'editor.unsaved' : 'editor.untitled'),
      conflict: t('editor.undecided'),
      ...(this.saveProblem?.errors.length && !this.nags ? { refused: t('editor.marked') } : {}),
      ...(this.#keeper.hasUnknownHosts ? { saved: t('editor.savedBut') } : {}),
    };
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

  /** What would stop publishing: what can be seen here, and what the service has said of what is saved. */
  #faults() {
    const seen = [
      ...(this.work.writesProgramme ? programmeFaults(this.draft) : []),
      ...(this.work.writesCall ? callFaults(this.draft) : []),
    ];
    const fields = new Set(seen.map(({ pointer }) => pointer.split('/')[1]));
    return [...seen, ...this.stops.filter(({ pointer }) => !fields.has(pointer.split('/')[1]))];
  }

  /** What is wrong where; of what was sent without a press nothing is said in the middle of a word. */
  #errors() {
    const typing = this.nags ? null : document.activeElement?.id;
    return Object.fromEntries(
      (this.saveProblem?.errors ?? [])
        .map(({ pointer, detail }) => [pointer === '/title' ? 'title' : fieldOf(pointer), detail])
        .filter(([field]) => field !== typing),
    );
  }

  #change(part) {
    this.#answered(Object.keys(part));
    this.#keeper.change(part);
  }

  /** What was wrong with a field is not said any longer once somebody has changed it. */
  #answered(fields) {
    const isLeft = ({ pointer }) => !fields.some((field) => isAbout(pointer, field));
    this.stops = this.stops.filter(isLeft);
    const { errors = [] } = this.saveProblem ?? {};
    const left = errors.filter(isLeft);
    if (left.length === errors.length) return;
    this.saveProblem = left.length ? new Problem({ ...this.saveProblem, title: this.saveProblem.title, errors: left }) : null;
  }

  #read() {
    this.#keeper?.close();
    return this.load(async () => {
      await arrived();
      await this.work.fetch();
      this.#open();
      this.#check();
    });
  }

  #open() {
    this.#keeper = null;
    if (this.work.isPublic && !this.work.amending) return this.requestUpdate();
    const keeper = new EditorKeeper(this.work, () => this.#created());
    this.#keeper = keeper;
    this.#checkedAt = keeper.savedAt;
    keeper.addEventListener('change', () => this.#kept());
    keeper.addEventListener('refused', ({ detail }) => this.#refused(detail));
    this.requestUpdate();
  }

  /** From here on this is the editor of what was created; a page that was left has no address any more. */
  #created() {
    const { work } = this;
    if (!this.isConnected) return;
    window.history.replaceState(null, '', work.writesProgramme ? `/manage/${work.programmeId}` : `/manage/calls/${work.callId}`);
  }

  #kept() {
    this.requestUpdate();
    const { savedAt } = this.#keeper;
    if (savedAt === this.#checkedAt) return;
    this.#checkedAt = savedAt;
    this.saveProblem = null;
    this.#check();
  }

  /** What nobody has pressed for is marked where it is wrong, and not called out. */
  #refused(problem) {
    const { work } = this;
    if (work.isPublic && !work.amending) {
      announce(t('editor.publishedMeanwhile'));
      return this.#read();
    }
    const pressed = Boolean(this.busy);
    if (problem.is('stale-version')) return this.#showConflicts();
    if (!pressed && (problem.passing || problem.status === 401)) return;
    this.nags = pressed || problem.errors.length === 0;
    const errors = problem.errors.map((error) => ({ ...error, pointer: inDraft(this.draft, error.pointer) }));
    this.saveProblem = new Problem({ ...problem, title: problem.title, errors });
  }

  async #showConflicts() {
    await this.updateComplete;
    this.querySelector('#merged')?.scrollIntoView({ block: 'center' });
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
    this.#keeper.discard();
  }

  #preview() {
    keepPreview(this.work, this.draft, window.location.pathname);
    this.#keeper.rest();
    router.go('/manage/preview');
  }

  /** Sends what is typed without waiting for a pause; resolves to whether all of it is saved as the reader wants it. */
  #press(name, faults = []) {
    return this.#attempt(name, faults, async () => {
      const isSaved = await this.#keeper.press();
      if (this.#keeper?.conflicts?.length) await this.#showConflicts();
      return isSaved;
    });
  }

  /** Publishes at once what is changed of what is public. */
  async #amend() {
    const { work } = this;
    if (!(await this.#press('save', work.writesCall ? callFaults(this.draft) : []))) return;
    announce(t('changes.amended'));
    router.go(work.isCallAlone ? `/manage/calls/${work.callId}/changes` : `/manage/${work.programmeId}`);
  }

  async #publish() {
    const { work } = this;
    const faults = [...(work.writesProgramme ? programmeFaults(this.draft) : []), ...callFaults(this.draft)];
    if (!(await this.#press('publish', faults))) return;
    const { closes, zone } = work.call;
    const agreed = await confirmed({
      title: t(work.isCallAlone ? 'editor.confirmCallTitle' : 'editor.confirmTitle'),
      action: t('editor.publish'),
      text: t('editor.confirmText', { closes: dateTime(closes, zone), zone: zoneName(zone) }),
    });
    if (!agreed) return;
    if (await this.#attempt('publish', [], () => this.#alone(() => work.publish()))) router.go(`/manage/${work.programmeId}`);
  }

  async #archive() {
    const agreed = await confirmed({
      title: t('editor.archiveDraft'),
      action: t('editor.archiveDraft'),
      text: t('editor.archiveDraftText'),
    });
    if (!agreed || !(await this.#attempt('archive', [], () => this.#alone(() => this.work.archive())))) return;
    this.#keeper.discard();
    announce(t('changes.archived'));
    router.go('/manage');
  }

  async #takeBack() {
    const { work } = this;
    if (!(await this.#attempt('return', [], () => this.#alone(() => work.takeBack())))) return;
    announce(t('changes.returned'));
    this.#read();
  }

  /** Done when nothing else of it is on its way; somebody else's change comes in, and is seen before it is tried again. */
  async #alone(work) {
    try {
      await this.#keeper.inTurn(work);
      return true;
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.#keeper.refresh();
      this.#keeper.conflicts ??= [];
      await this.#showConflicts();
      return false;
    }
  }

  async #attempt(name, faults, doIt) {
    this.nags = true;
    if (faults.length) {
      this.saveProblem = new Problem({ title: t('editor.faults'), errors: faults });
      return false;
    }
    this.busy = name;
    this.saveProblem = null;
    try {
      return await doIt();
    } catch (thrown) {
      this.saveProblem = Problem.from(thrown);
      return false;
    } finally {
      this.busy = null;
    }
  }
}

customElements.define('yol-programme-editor', ProgrammeEditor);
