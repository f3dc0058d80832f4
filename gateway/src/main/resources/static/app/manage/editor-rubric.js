import { html } from 'lit';
import { CRITERIA } from '../core/domain.js';
import { t, word } from '../core/texts.js';
import { inputField, partField, removeButton, selectField } from './editor-fields.js';

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
    ${reviewing(form)}
  </section>`;
}

/** How many score each application, whether they see who applies, from when on their scores are far apart, and what students read. */
function reviewing(form) {
  return html`<h3>${t('editor.reviewing')}</h3>
    <p>${t('editor.reviewingIntro')}</p>
    <div class="form-grid">
      ${inputField(form, 'reviewing-reviews', { type: 'number', min: 1, max: 5, optional: true })}
      ${inputField(form, 'reviewing-spread', { type: 'number', min: 0.01, max: 100, step: 0.01, optional: true })}
      ${selectField(
        form,
        'reviewing-blind',
        [
          ['', t('form.choose')],
          ['false', t('editor.reviewing-blindNo')],
          ['true', t('editor.reviewing-blindYes')],
        ],
        { hint: t('editor.reviewing-blindHint') },
      )}
      ${selectField(
        form,
        'reviewing-feedback',
        ['none', 'scores', 'comments'].map((feedback) => [feedback, t(`editor.feedbackWords.${feedback}`)]),
        { hint: t('editor.reviewing-feedbackHint') },
      )}
    </div>`;
}

function rubricRow({ draft, errors, change }, line, index) {
  const id = `rubric-${index}`;
  const set = (part) =>
    change({ rubric: draft.rubric.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  return html`<div class="rubric-row">
    ${partField({
      id: `${id}-criterion`,
      label: t('editor.criterion'),
      list: 'criteria',
      value: line.criterion,
      change: (criterion) => set({ criterion }),
      error: errors[`${id}-criterion`],
    })}
    ${partField({
      id: `${id}-weight`,
      label: t('editor.weight'),
      type: 'number',
      min: 1,
      max: 100,
      value: line.weight,
      change: (weight) => set({ weight }),
      error: errors[`${id}-weight`],
    })}
    ${removeButton({
      id: `${id}-remove`,
      label: t('editor.removeCriterion', { number: index + 1 }),
      press: () => change({ rubric: draft.rubric.filter((_, at) => at !== index) }),
    })}
  </div>`;
}
