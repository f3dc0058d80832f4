import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { partField } from '../manage/editor-fields.js';
import { api } from '../core/api.js';
import { clockName, dateTime, localDateTime, number } from '../core/format.js';
import { now } from '../core/clock.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { publicationOf } from './run-facts.js';

const RESERVE_AT_MOST = 50;

/** The whole call at once, now or at an announced instant by the clock of the call. Fires `published` with the run. */
class RunPublication extends Form {
  static properties = {
    call: { attribute: false },
    run: { attribute: false },
    typed: { state: true },
  };

  willUpdate() {
    this.typed ??= {
      when: 'now',
      at: '',
      answerBy: this.call.answerBy ? localDateTime(this.call.answerBy, this.call.zone) : '',
      reserveAtMost: String(RESERVE_AT_MOST),
    };
  }

  render() {
    const { when, at, answerBy, reserveAtMost } = this.typed;
    const zone = clockName(now(), this.call.zone);
    return html`<form id="publication-form" novalidate @submit=${this.#publish}>
      <h3>${t('selection.publish.title')}</h3>
      <p>${t('selection.publish.intro')}</p>
      <fieldset>
        <legend>${t('selection.publish.when')}</legend>
        ${['now', 'then'].map(
          (each) =>
            html`<label class="radio"
              ><input type="radio" name="when" id="publish-${each}" value=${each} .checked=${when === each} @change=${() => this.#type({ when: each })} />
              ${t(`selection.publish.${each}`)}</label
            >`,
        )}
      </fieldset>
      ${
        when === 'then'
          ? partField({
              id: 'publish-at',
              label: t('selection.publish.at'),
              hint: t('selection.publish.zone', { zone }),
              type: 'datetime-local',
              value: at,
              change: (value) => this.#type({ at: value }),
              error: this.#error('/at'),
            })
          : nothing
      }
      ${partField({
        id: 'publish-answer-by',
        label: t('selection.publish.answerBy'),
        hint: t('selection.publish.answerByHint', { zone }),
        optional: true,
        type: 'datetime-local',
        value: answerBy,
        change: (value) => this.#type({ answerBy: value }),
        error: this.#error('/answerBy'),
      })}
      ${partField({
        id: 'publish-reserve',
        label: t('selection.publish.reserve'),
        hint: t('selection.publish.reserveHint'),
        type: 'number',
        min: 0,
        max: 10_000,
        value: reserveAtMost,
        change: (value) => this.#type({ reserveAtMost: value }),
        error: this.#error('/reserveAtMost'),
      })}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      <button type="submit" id="publish-selection" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving || (when === 'then' && !at)}>
        ${t('selection.publish.button')}
      </button>
    </form>`;
  }

  #type(change) {
    this.typed = { ...this.typed, ...change };
  }

  #error(pointer) {
    return this.saveProblem?.errors?.find((error) => error.pointer === pointer)?.detail ?? null;
  }

  async #publish(event) {
    event.preventDefault();
    const { run, call, typed } = this;
    const wanted = publicationOf(typed, call.zone);
    const figures = { applicants: number(run.figures.applicants), held: number(run.figures.held) };
    const agreed = await confirmed({
      title: t('selection.publish.confirm'),
      text: wanted.at
        ? t('selection.publish.confirmThen', { ...figures, time: dateTime(wanted.at, call.zone), zone: clockName(wanted.at, call.zone) })
        : t('selection.publish.confirmNow', figures),
      action: t('selection.publish.button'),
    });
    if (!agreed) return;
    await this.save(async () => {
      const { body } = await api.post(`/api/selections/${encodeURIComponent(run.id)}/publication`, wanted, { version: run.version });
      this.dispatchEvent(new CustomEvent('published', { detail: body }));
    });
  }
}

customElements.define('yol-run-publication', RunPublication);
