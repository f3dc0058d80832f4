import { html } from 'lit';
import { field } from '../components/pieces.js';
import { api } from '../core/api.js';
import { now } from '../core/clock.js';
import { clockName, localDateTime, withOffset } from '../core/format.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** A coordinator asks a student to correct something, with a reason and until when. */
class ReturnPanel extends Form {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
  };

  render() {
    const { zone } = this.application;
    const inAWeek = new Date(now() + WEEK);
    return html`<details class="panel quiet no-print" id="return">
      <summary>${t('returned.act')}</summary>
      <form id="return-form" novalidate @submit=${this.#send}>
        <p>${t('returned.intro')}</p>
        ${field({
          id: 'return-reason',
          label: t('returned.reason'),
          hint: t('returned.reasonHint'),
          error: this.#error('/reason'),
          control: ({ described, invalid }) =>
            html`<textarea
              id="return-reason"
              name="reason"
              rows="3"
              maxlength="2000"
              aria-describedby=${described}
              aria-invalid=${invalid}
            ></textarea>`,
        })}
        ${field({
          id: 'return-until',
          label: t('returned.untilField', { zone: clockName(inAWeek, zone) }),
          error: this.#error('/until'),
          control: ({ described, invalid }) =>
            html`<input
              type="datetime-local"
              id="return-until"
              name="until"
              value=${`${localDateTime(inAWeek, zone).split('T')[0]}T23:59`}
              aria-describedby=${described}
              aria-invalid=${invalid}
            />`,
        })}
        <yol-problem .problem=${this.saveProblem} .fieldOf=${fieldOf}></yol-problem>
        <button type="submit" id="return-button" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving}>
          ${t('returned.button')}
        </button>
      </form>
    </details>`;
  }

  #error(pointer) {
    return this.saveProblem?.errors?.find((error) => error.pointer === pointer)?.detail;
  }

  #send(event) {
    event.preventDefault();
    const typed = new FormData(event.target);
    const until = typed.get('until');
    const request = { reason: typed.get('reason').trim() };
    if (until) request.until = withOffset(until, this.application.zone);
    return this.save(async () => {
      const path = `/api/applications/${encodeURIComponent(this.application.id)}/return`;
      await api.post(path, request, { version: this.version });
      this.dispatchEvent(new CustomEvent('changed', { detail: { said: t('returned.done') } }));
    });
  }
}

function fieldOf(pointer) {
  return `return-${pointer.slice(1)}`;
}

customElements.define('yol-return', ReturnPanel);
