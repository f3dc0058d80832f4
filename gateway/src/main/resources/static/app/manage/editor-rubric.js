import { html } from 'lit';
import { field } from '../components/pieces.js';
import { CRITERIA } from '../core/domain.js';
import { t, word } from '../core/texts.js';

/** What reviewers score, and how much each counts. */
export function rubricSection(form) {
  const { draft, change } = form;
  const sum = draft.rubric.reduce((total, { weight }) => total + (Number(weight) || 0), 0);
  return html`<section class="panel" aria-labelledby="rubric-heading">
    <h2 id="rubric-heading">${t('editor.rubric')}</h2>
    <p>${t('editor.rubricIntro')}</p>
    <datalist id="criteria">
      ${CRITERIA.map((criterion) => html`<option value=${word('criteria', criterion)}></option>`)}
    </datalist>
    ${draft.rubric.map((line, index) => rubricRow(form, line, index))}
    <p role="status" class="meta">${t('editor.weightSum', { sum })}</p>
    <button
      type="button"
      class="secondary outline"
      id="add-criterion"
      @click=${() => change({ rubric: [...draft.rubric, { criterion: '', weight: '' }] })}
    >
      ${t('editor.addCriterion')}
    </button>
  </section>`;
}

function rubricRow({ draft, errors, change }, line, index) {
  const id = `rubric-${index}`;
  const set = (part) =>
    change({ rubric: draft.rubric.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  return html`<div class="rubric-row">
    ${field({
      id: `${id}-criterion`,
      label: t('editor.criterion'),
      error: errors[`${id}-criterion`],
      control: ({ described, invalid }) =>
        html` <input
          id="${id}-criterion"
          list="criteria"
          .value=${line.criterion}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${(event) => set({ criterion: event.target.value })}
        />`,
    })}
    ${field({
      id: `${id}-weight`,
      label: t('editor.weight'),
      error: errors[`${id}-weight`],
      control: ({ described, invalid }) =>
        html` <input
          id="${id}-weight"
          type="number"
          min="1"
          max="100"
          inputmode="numeric"
          .value=${line.weight}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${(event) => set({ weight: event.target.value })}
        />`,
    })}
    <button
      type="button"
      class="icon-button"
      id="${id}-remove"
      aria-label=${t('editor.removeCriterion', { number: index + 1 })}
      @click=${() => change({ rubric: draft.rubric.filter((_, at) => at !== index) })}
    >
      ×
    </button>
  </div>`;
}
