import { LitElement, html, nothing } from 'lit';
import { signInLink } from '../core/session.js';
import { t } from '../core/texts.js';

/** A problem in words, announced at once; a field error links to the field whose id `fieldOf(pointer)` answers. */
class ProblemNotice extends LitElement {
  static properties = { problem: { attribute: false }, fieldOf: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    if (!this.problem) return nothing;
    const { title, detail, errors, status, retryAfter } = this.problem;
    return html`<div class="notice notice-problem" role="alert">
      <p><strong>${title}</strong></p>
      ${detail ? html`<p>${detail}</p>` : nothing}
      ${retryAfter ? html`<p>${t('problem.retryAfter', { count: retryAfter })}</p>` : nothing}
      ${
        errors?.length
          ? html`<ul>
              ${errors.map((error) => html`<li>${this.#errorLine(error)}</li>`)}
            </ul>`
          : nothing
      }
      ${status === 401 ? html`<p><a class="button" href=${signInLink()}>${t('session.signInAndReturn')}</a></p>` : nothing}
    </div>`;
  }

  #errorLine({ pointer, detail }) {
    const field = document.getElementById(this.fieldOf?.(pointer) ?? '');
    if (!field) return detail;
    return html`<a href="#${field.id}" @click=${(event) => focusField(event, field)}>${labelOf(field)}</a>: ${detail}`;
  }
}

function labelOf(field) {
  const label = document.querySelector(`label[for="${field.id}"]`) ?? field.querySelector('legend');
  return (field.dataset.label ?? label?.textContent ?? field.id).trim();
}

function focusField(event, field) {
  event.preventDefault();
  field.closest('details')?.setAttribute('open', '');
  field.scrollIntoView({ block: 'center' });
  field.focus();
}

customElements.define('yol-problem', ProblemNotice);
