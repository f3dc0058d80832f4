import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { fieldOf } from './editor-values.js';

/**
 * One thing that is done to what is public, with its reason. `act` is `{name, title, meaning, button, danger, blank,
 * fields(form), send(typed)}`; fires `done` with what `send` answers, and `stale` when somebody else was faster: what is
 * typed stays.
 */
class ActForm extends Form {
  static properties = {
    act: { attribute: false },
    typed: { state: true },
  };

  willUpdate(changed) {
    if (!changed.has('act') || changed.get('act')?.name === this.act.name) return;
    this.typed = this.act.blank;
    this.saveProblem = null;
  }

  render() {
    const { name, title, meaning, button, danger, fields } = this.act;
    const form = { draft: this.typed, errors: this.#errors(), change: (part) => (this.typed = { ...this.typed, ...part }) };
    return html`<section class="panel" aria-labelledby="act-heading">
      <h2 id="act-heading">${title}</h2>
      ${meaning.map((line) => html`<p>${line}</p>`)}
      <form id="${name}-form" novalidate @submit=${this.#send}>
        ${fields?.(form) ?? nothing} ${reasonField(form)}
        <yol-problem .problem=${this.saveProblem} .fieldOf=${fieldOf}></yol-problem>
        <button type="submit" id=${name} class=${danger ? 'danger' : ''} aria-busy=${this.saving} ?disabled=${this.saving}>
          ${button}
        </button>
      </form>
    </section>`;
  }

  #errors() {
    return Object.fromEntries(
      (this.saveProblem?.errors ?? []).map(({ pointer, detail }) => [
        pointer.startsWith('/countries') ? 'countries' : fieldOf(pointer),
        detail,
      ]),
    );
  }

  async #send(event) {
    event.preventDefault();
    const isDone = await this.save(async () => {
      const answer = await this.act.send(this.typed);
      this.typed = this.act.blank;
      this.dispatchEvent(new CustomEvent('done', { detail: answer }));
    });
    if (!isDone && this.saveProblem.is('stale-version')) this.dispatchEvent(new CustomEvent('stale'));
  }
}

/** Why something that is public changes: everybody reads it. */
export function reasonField({ draft, errors, change }) {
  return field({
    id: 'reason',
    label: t('changes.reason'),
    hint: t('changes.reasonHint'),
    error: errors.reason,
    control: ({ described, invalid }) =>
      html`<textarea
        id="reason"
        rows="2"
        maxlength="1000"
        .value=${draft.reason ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${(event) => change({ reason: event.target.value })}
      ></textarea>`,
  });
}

customElements.define('yol-act', ActForm);
