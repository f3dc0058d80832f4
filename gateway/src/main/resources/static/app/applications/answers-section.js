/** The questions of one call, each a function of the answers, the errors and what to do with a new value. */
import { html, nothing } from 'lit';
import { field, tooMany } from '../components/pieces.js';
import { nameOf } from '../core/organisations.js';
import { t } from '../core/texts.js';

const PARTNERS = 'partners';

export const QUESTIONS = ['motivation', 'studyPlan'];

export const ANSWER_FIELDS = QUESTIONS.map(text);

/** Of an exchange, the universities that have agreed on it: who comes from one names it as they are called. */
export function partners({ kind, places = [] }) {
  if (kind !== 'exchange') return nothing;
  const names = new Set(places.map(({ host }) => nameOf(host)));
  return html`<datalist id=${PARTNERS}>${[...names].map((name) => html`<option value=${name}></option>`)}</datalist>`;
}

function text(name) {
  return (answers, errors, limits, change) =>
    html`<div class="wide">
      ${field({
        id: name,
        label: t(`answers.${name}`),
        hint: html`${t(`answers.${name}Hint`)} ${count(answers[name], limits?.[`answers.${name}`])}`,
        error: errors[`/answers/${name}`],
        text: answers[name],
        most: limits?.[`answers.${name}`],
        control: ({ described, invalid }) =>
          html` <textarea
            id=${name}
            name=${name}
            rows="7"
            .value=${answers[name] ?? ''}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => change(name, event.target.value)}
          ></textarea>`,
      })}
    </div>`;
}

function count(answer = '', most) {
  if (most === undefined) return nothing;
  const over = tooMany(answer, most);
  return over
    ? html`<strong class="counter counter-over">${t('limits.tooMany', { count: over })}</strong>`
    : html`<span class="counter">${t('form.counter', { count: answer.length, most })}</span>`;
}
