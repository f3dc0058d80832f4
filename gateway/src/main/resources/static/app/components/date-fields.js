import { html, nothing } from 'lit';
import { monthNames } from '../core/format.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

/**
 * A day, or a month without `days`, in fields of its own each: what is known by heart is typed faster than it is found
 * in a calendar. `value` is as in 2001-05-17 or 2001-05; told as the event `picked`, empty until all of it is there.
 */
class DateFields extends View {
  static properties = {
    name: {},
    label: {},
    hint: {},
    error: {},
    value: {},
    days: { type: Boolean },
    parts: { state: true },
  };

  #told = null;

  willUpdate(changed) {
    if (!changed.has('value') || (this.value ?? '') === (this.#told ?? '')) return;
    this.#told = this.value ?? '';
    const [year = '', month = '', day = ''] = this.#told.split('-');
    this.parts = { year, month, day: day && String(Number(day)) };
  }

  render() {
    const { year = '', month = '', day = '' } = this.parts ?? {};
    const described = [this.hint && `${this.name}-hint`, this.error && `${this.name}-error`].filter(Boolean).join(' ');
    const invalid = this.error ? 'true' : nothing;
    return html`<fieldset class="field date" id="${this.name}-field" aria-describedby=${described || nothing}>
      <legend>${this.label}</legend>
      <div class="date-parts">
        ${
          this.days
            ? html`<label class="date-day"
                >${t('dossier.day')}
                <input
                  id=${this.name}
                  inputmode="numeric"
                  maxlength="2"
                  autocomplete="off"
                  aria-invalid=${invalid}
                  .value=${day}
                  @input=${(event) => this.#write({ day: event.target.value })}
              /></label>`
            : nothing
        }
        <label class="date-month"
          >${t('dossier.month')}
          <select
            id=${this.days ? `${this.name}-month` : this.name}
            aria-invalid=${invalid}
            @change=${(event) => this.#write({ month: event.target.value })}
          >
            <option value="" .selected=${!month}></option>
            ${monthNames().map((name, at) => {
              const number = String(at + 1).padStart(2, '0');
              return html`<option value=${number} .selected=${month === number}>${name}</option>`;
            })}
          </select></label
        >
        <label class="date-year"
          >${t('dossier.year')}
          <input
            id="${this.name}-year"
            inputmode="numeric"
            maxlength="4"
            autocomplete="off"
            aria-invalid=${invalid}
            .value=${year}
            @input=${(event) => this.#write({ year: event.target.value })}
        /></label>
      </div>
      ${this.hint ? html`<small id="${this.name}-hint">${this.hint}</small>` : nothing}
      ${this.error ? html`<small id="${this.name}-error" class="field-error">${this.error}</small>` : nothing}
    </fieldset>`;
  }

  #write(part) {
    this.parts = { year: '', month: '', day: '', ...this.parts, ...part };
    const { year, month, day } = this.parts;
    const whole = /^\d{4}$/.test(year) && month && (!this.days || /^\d{1,2}$/.test(day));
    const said = whole ? [year, month, ...(this.days ? [day.padStart(2, '0')] : [])].join('-') : '';
    if (said === (this.#told ?? '')) return;
    this.#told = said;
    this.dispatchEvent(new CustomEvent('picked', { detail: said }));
  }
}

customElements.define('yol-date', DateFields);
