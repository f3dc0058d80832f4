import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { field, placeName } from '../components/pieces.js';
import { savingState } from '../components/saving-state.js';
import { placeById } from '../applications/application-facts.js';
import { score } from '../core/format.js';
import { forget, keep, kept } from '../core/kept.js';
import { Problem } from '../core/problem.js';
import { session } from '../core/session.js';
import { named, t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { ReviewKeeper, counted } from './review-keeper.js';
import { keyAct } from './review-keys.js';
import { weightedScore } from './weighted-score.js';

/** What is said beside the scores. */
const WORDS = ['comment', 'forStudent'];
const NOT_FOR_KEYS = 'textarea, select, dialog, [contenteditable]';

/** Scores by the rubric with the weighted result as it will count; saved as they are given, they count once they are done. */
class ReviewForm extends Form {
  static properties = {
    application: { attribute: false },
    placeId: { attribute: false },
    /** Whether keys pressed anywhere on the page are for this one. */
    keyed: { type: Boolean },
    helping: { state: true },
    reason: { state: true },
  };

  #keeper = null;
  #current = null;
  #changed = () => this.requestUpdate();
  #pressed = (event) => this.#press(event);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.#pressed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#pressed);
    this.#keeper?.close();
    this.#keeper = null;
  }

  willUpdate() {
    if (this.#keeper) return;
    this.#keeper = new ReviewKeeper(this.application, this.placeId, this.application.rubric ?? []);
    this.#keeper.addEventListener('change', this.#changed);
    this.reason ??= kept(session.account, this.#reasonKept) ?? '';
  }

  /** Takes over what is there now, keeping what is typed. */
  refresh() {
    return this.#keeper?.refresh();
  }

  render() {
    const { rubric = [] } = this.application;
    const { typed, isDone } = this.#keeper;
    const result = weightedScore(rubric, typed.scores);
    return html`<section class="panel" aria-labelledby="review-${this.placeId}">
      <h2 id="review-${this.placeId}">${t('review.title')}</h2>
      <p>${placeName(placeById(this.application, this.placeId))}</p>
      <form data-testid="review-form" novalidate @submit=${this.#send}>
        ${savingState(this.#keeper, { id: `saving-${this.placeId}`, words: { typing: t('reviews.notSent') } })}
        <p class="meta">${t(isFedBack(this.application) ? 'review.introFeedback' : 'review.intro')}</p>
        <div class="scores">${rubric.map((line) => this.#renderCriterion(line))}</div>
        <p class="total" role="status">
          <span>${t('review.weighted')}</span>
          <output data-testid="weighted-score">${result === null ? '–' : score(result)}</output>
          <meter min="0" max="100" value=${result ?? 0} aria-hidden="true"></meter>
        </p>
        ${this.#renderWords('comment', 5_000)}
        ${this.application.feedback === 'comments' ? this.#renderWords('forStudent', 2_000) : nothing}
        ${this.#renderConflicts()}
        <p class="meta" data-testid="counts">${t(isDone ? 'reviews.counts' : 'reviews.draft')}</p>
        <yol-problem
          .problem=${this.saveProblem ?? (this.#keeper.status === 'refused' ? this.#keeper.problem : null)}
          .fieldOf=${(pointer) => this.#fieldOf(pointer)}
        ></yol-problem>
        <button type="submit" aria-busy=${this.saving === true} ?disabled=${this.saving || this.#keeper.conflicts.length > 0}>
          ${t('reviews.doneNext')}
        </button>
        <p class="buttons review-steps">
          <button type="button" class="secondary outline" data-testid="previous" @click=${() => this.#go(-1)}>← ${t('reviews.previous')}</button>
          <button type="button" class="secondary outline" data-testid="next" @click=${() => this.#go(1)}>${t('reviews.following')} →</button>
        </p>
      </form>
      ${this.#renderHelp()} ${this.#renderDeclaring()}
    </section>`;
  }

  /** For the coordinator, or for the student. */
  #renderWords(name, most) {
    const id = this.#fieldOf(`/${name}`);
    const text = this.#keeper.typed[name] ?? '';
    return field({
      id,
      label: t(`review.${name}`),
      hint: t(`review.${name}Hint`),
      error: this.#error(`/${name}`),
      text,
      most,
      control: ({ described, invalid }) =>
        html`<textarea
          id=${id}
          name=${name}
          rows="3"
          aria-describedby=${described}
          aria-invalid=${invalid}
          .value=${text}
          @input=${(event) => this.#keeper.change({ [name]: event.target.value })}
        ></textarea>`,
    });
  }

  #renderCriterion({ criterion, weight }) {
    const id = this.#fieldOf(`/scores/${criterion}`);
    return field({
      id,
      label: named(this.application, 'criteria', criterion),
      hint: t('review.weight', { weight }),
      error: this.#error(`/scores/${criterion}`),
      control: ({ described, invalid }) =>
        html`<input
          type="number"
          id=${id}
          name=${criterion}
          min="0"
          max="10"
          step="1"
          inputmode="numeric"
          aria-describedby=${described}
          aria-invalid=${invalid}
          .value=${String(this.#keeper.typed.scores[criterion] ?? '')}
          @focus=${() => (this.#current = criterion)}
          @input=${(event) => this.#score(criterion, event.target.value)}
        />`,
    });
  }

  /** Where the same was scored in another window meanwhile: both are shown, and one is taken. */
  #renderConflicts() {
    const { conflicts } = this.#keeper;
    if (!conflicts.length) return nothing;
    return html`<div class="notice notice-warning" role="status" data-testid="conflicts">
      <p>${t('dossier.conflicts')}</p>
      <ul>
        ${conflicts.map(
          (conflict) =>
            html`<li>
              ${WORDS.includes(conflict.field) ? t(`review.${conflict.field}`) : named(this.application, 'criteria', conflict.parts[0])}:
              <q>${conflict.theirs ?? '–'}</q>
              <button type="button" class="secondary outline take-theirs" @click=${() => this.#keeper.takeTheirs(conflict)}>
                ${t('editor.takeTheirs')}
              </button>
              <button type="button" class="secondary outline keep-mine" @click=${() => this.#keeper.keepMine(conflict)}>
                ${t('editor.keepMine')}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderHelp() {
    return html`<details class="review-help" ?open=${this.helping} @toggle=${(event) => (this.helping = event.target.open)}>
      <summary>${t('reviews.keys')} <kbd>?</kbd></summary>
      <p class="meta">${t('reviews.keysText')}</p>
    </details>`;
  }

  #renderDeclaring() {
    const id = `conflict-${this.placeId}`;
    return html`<details class="review-conflict">
      <summary>${t('reviews.conflict')}</summary>
      <p class="meta">${t('reviews.conflictText')}</p>
      <form novalidate @submit=${this.#declare}>
        ${field({
          id,
          label: t('reviews.conflictReason'),
          text: this.reason,
          most: 2_000,
          control: ({ described }) =>
            html`<textarea
              id=${id}
              rows="2"
              aria-describedby=${described}
              .value=${this.reason}
              @input=${(event) => this.#reasoned(event.target.value)}
            ></textarea>`,
        })}
        <button type="submit" class="secondary" ?disabled=${!this.reason.trim() || this.saving}>${t('reviews.conflictSend')}</button>
      </form>
    </details>`;
  }

  #fieldOf(pointer) {
    const [, part, criterion] = pointer.split('/');
    return part === 'scores' ? `score-${this.placeId}-${criterion}` : `${part}-${this.placeId}`;
  }

  #error(pointer) {
    const { typed } = this.#keeper;
    const criterion = pointer.split('/')[2];
    if (criterion && criterion in typed.scores && !(criterion in counted(typed.scores))) return t('review.between');
    return this.saveProblem?.errors?.find((error) => error.pointer === pointer)?.detail ?? null;
  }

  #score(criterion, text) {
    const { [criterion]: gone, ...rest } = this.#keeper.typed.scores;
    this.#keeper.change({ scores: text === '' ? rest : { ...rest, [criterion]: Number(text) } });
  }

  #reasoned(text) {
    this.reason = text;
    keep(session.account, this.#reasonKept, text);
  }

  #press(event) {
    if (!this.keyed || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target } = event;
    const isOther = target.matches?.('input') && !this.contains(target);
    if (document.querySelector('dialog[open]')) return;
    const act = keyAct(event.key, isOther || Boolean(target.closest?.(NOT_FOR_KEYS)));
    if (!act) return;
    event.preventDefault();
    if (act.help) this.helping = !this.helping;
    if (act.application) this.#go(act.application);
    if (act.criterion) this.#focus(act.criterion);
    if ('score' in act) this.#give(act.score);
  }

  /** To the criterion that is scored now; the first without a score, where none is. */
  get #criterion() {
    const { rubric = [] } = this.application;
    const { scores } = this.#keeper.typed;
    return this.#current ?? (rubric.find(({ criterion }) => !(criterion in scores)) ?? rubric[0])?.criterion;
  }

  #give(value) {
    const criterion = this.#criterion;
    if (!criterion) return;
    this.#score(criterion, String(value));
    this.#input(criterion)?.focus({ preventScroll: true });
  }

  #focus(step) {
    const names = (this.application.rubric ?? []).map(({ criterion }) => criterion);
    const at = names.indexOf(this.#current);
    const to = at < 0 ? (step > 0 ? 0 : names.length - 1) : Math.min(names.length - 1, Math.max(0, at + step));
    this.#input(names[to])?.focus({ preventScroll: true });
  }

  #input(criterion) {
    return this.querySelector(`#${CSS.escape(this.#fieldOf(`/scores/${criterion}`))}`);
  }

  #go(steps) {
    this.dispatchEvent(new CustomEvent('step', { bubbles: true, detail: { steps, placeId: this.placeId } }));
  }

  async #send(event) {
    event.preventDefault();
    const missing = (this.application.rubric ?? []).filter(({ criterion }) => !(criterion in counted(this.#keeper.typed.scores)));
    if (missing.length) {
      this.saveProblem = new Problem({
        title: t('review.incomplete'),
        errors: missing.map(({ criterion }) => ({ pointer: `/scores/${criterion}`, detail: t('review.between') })),
      });
      return;
    }
    if (await this.save(() => this.#keeper.finish())) this.#leave(t('review.saved'));
  }

  async #declare(event) {
    event.preventDefault();
    const isSure = await confirmed({
      title: t('reviews.conflict'),
      text: t('reviews.conflictAsk'),
      action: t('reviews.conflictSend'),
      danger: true,
    });
    if (!isSure || !(await this.save(() => this.#keeper.declare(this.reason.trim()), 'conflict'))) return;
    forget(session.account, this.#reasonKept);
    this.#leave(t('reviews.conflictDone'));
  }

  #leave(said) {
    const detail = { steps: 1, placeId: this.placeId, said, leaving: true };
    this.dispatchEvent(new CustomEvent('step', { bubbles: true, detail }));
  }

  get #reasonKept() {
    return `conflict:${this.application.id}:${this.placeId}`;
  }
}

/** Whether students read anything of it in the end. */
function isFedBack({ feedback }) {
  return feedback === 'scores' || feedback === 'comments';
}

customElements.define('yol-review-form', ReviewForm);
