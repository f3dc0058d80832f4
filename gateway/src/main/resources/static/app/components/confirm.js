import { LitElement, html, nothing } from 'lit';
import { t } from '../core/texts.js';

/** Asks before something that cannot be taken back. One dialog for the whole site. */
class ConfirmDialog extends LitElement {
  static properties = { question: { state: true } };

  createRenderRoot() {
    return this;
  }

  ask(question) {
    return new Promise((resolve) => {
      this.question = { ...question, resolve };
    });
  }

  render() {
    if (!this.question) return nothing;
    const { title, text, action, danger } = this.question;
    return html`<dialog id="confirm" aria-labelledby="confirm-title" @close=${this.#closed}>
      <article>
        <h2 id="confirm-title">${title}</h2>
        <p>${text}</p>
        <footer class="buttons">
          <button type="button" class="secondary outline" id="confirm-no" @click=${() => this.#answer(false)}>
            ${t('action.cancel')}
          </button>
          <button type="button" class=${danger ? 'danger' : ''} id="confirm-yes" @click=${() => this.#answer(true)}>
            ${action}
          </button>
        </footer>
      </article>
    </dialog>`;
  }

  updated() {
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #answer(yes) {
    this.question.resolve(yes);
    this.querySelector('dialog').close();
  }

  #closed() {
    this.question?.resolve(false);
    this.question = null;
  }
}

customElements.define('yol-confirm', ConfirmDialog);

/** Resolves to whether the reader agreed: `{title, text, action, danger}`. */
export function confirmed(question) {
  return document.querySelector('yol-confirm').ask(question);
}
