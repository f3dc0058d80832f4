import { LitElement, html, nothing } from 'lit';
import { clock } from './clock.js';
import { Problem } from './problem.js';
import { session } from './session.js';
import { t, texts } from './texts.js';
import '../components/problem-notice.js';

/** A component in the light DOM that draws itself again when the language, the session or what time it is changes. */
export class View extends LitElement {
  #redraw = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    clock.addEventListener('change', this.#redraw);
    texts.addEventListener('change', this.#redraw);
    session.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clock.removeEventListener('change', this.#redraw);
    texts.removeEventListener('change', this.#redraw);
    session.removeEventListener('change', this.#redraw);
  }
}

/** A part of a page that sends something, and says what became of it beside what was typed. */
export class Form extends View {
  static properties = {
    saving: { state: true },
    saveProblem: { state: true },
  };

  constructor() {
    super();
    this.saving = false;
    this.saveProblem = null;
  }

  /**
   * Runs what is sent; resolves to whether it was done. What it throws is `saveProblem`. `name` says which of several
   * things is being sent.
   */
  async save(work, name = true) {
    this.saving = name;
    this.saveProblem = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.saveProblem = Problem.from(thrown);
      return false;
    } finally {
      this.saving = false;
    }
  }
}

/** A whole page: has a title, moves the focus to its heading on navigation, loads, and tells what went wrong. */
export class Page extends Form {
  static properties = {
    arriving: { type: Boolean },
    loading: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.arriving = false;
    this.loading = false;
    this.problem = null;
  }

  /** Runs the loading work of the page; what it throws is shown instead of the content. */
  async load(work) {
    this.loading = true;
    this.problem = null;
    try {
      await work();
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    } finally {
      this.loading = false;
    }
  }

  updated() {
    const heading = this.querySelector('h1');
    if (!heading) return;
    document.title = `${heading.textContent.trim()} · Yol`;
    if (!this.arriving || heading.classList.contains('placeholder')) return;
    this.arriving = false;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  /** What to show while there is no content: the waiting, or the problem with a way to try again. */
  renderWaiting(heading, tryAgain) {
    if (this.problem?.status === 404) {
      return html`<h1>${t('notFound.title')}</h1>
        <p>${t('notFound.text')}</p>
        <p><a class="button" href="/">${t('notFound.home')}</a></p>`;
    }
    if (this.problem) {
      return html`<h1>${heading}</h1>
        <yol-problem .problem=${this.problem}></yol-problem>
        ${
          this.problem.status === 401
            ? nothing
            : html`<button type="button" class="secondary" @click=${tryAgain}>${t('action.tryAgain')}</button>`
        }`;
    }
    return html`<h1 class="placeholder">${heading}</h1>
      <p aria-busy="true">${t('status.loading')}</p>`;
  }
}
