import { html, nothing } from 'lit';
import { WORDS } from '../core/domain.js';
import { t } from '../core/texts.js';
import { addLine, inputField, isWrongIn, optionalPart, removeButton, selectField } from './editor-fields.js';
import { shown } from './own-words.js';
import { withCourse } from './particulars-draft.js';
import './programme-choice.js';
import './word-list.js';

/** How it is decided who goes: the stages in their order, and written examinations. */
export function selectionSection(form) {
  const { draft, errors, change } = form;
  return html`<section class="panel" aria-labelledby="selection-heading">
    <h2 id="selection-heading">${t('editor.selection')}</h2>
    <yol-words
      .fieldId=${'stages'}
      .group=${'stage'}
      .label=${t('editor.stages')}
      .hint=${t('editor.stagesHint')}
      .error=${errors.stages}
      .keywords=${draft.stages}
      .names=${draft.names}
      @changed=${({ detail }) => change({ stages: detail.keywords, names: detail.names })}
    ></yol-words>
    ${excluded(form)} ${exams(form)}
  </section>`;
}

/** What nobody may hold beside a place of the call. */
function excluded(form) {
  const { draft, change } = form;
  const scopes = ['none', 'all', 'some'].map((scope) => [scope, t(`editor.excludesWords.${scope}`)]);
  return html`<h3>${t('editor.excludes')}</h3>
    ${selectField(form, 'excludes-scope', scopes, { hint: t('editor.excludesHint') })}
    ${
      draft['excludes-scope'] === 'some'
        ? html`<yol-programme-choice
            .fieldId=${'excludes-programmes'}
            .label=${t('editor.excludes-programmes')}
            .chosen=${draft['excludes-programmes'] ?? []}
            @changed=${({ detail }) => change({ 'excludes-programmes': detail.chosen })}
          ></yol-programme-choice>`
        : nothing
    }`;
}

function exams(form) {
  const { draft, errors, change } = form;
  const courses = draft['exams-courses'];
  const free = WORDS.course.filter((keyword) => !courses.some(({ course }) => course === keyword));
  return optionalPart({
    id: 'exams',
    summary: t('editor.exams'),
    isThere: draft['exams-date'] || courses.length,
    isWrong: isWrongIn(errors, 'exams'),
    content: html`<div class="form-grid">${inputField(form, 'exams-date', { type: 'date', optional: true })}</div>
    <div id="exams-courses">${courses.map((course, index) => courseRow(form, course, index))}</div>
    ${addLine({
      id: 'add-course',
      label: t('editor.addCourse'),
      button: t('choices.addButton'),
      words: free.map((keyword) => shown(draft.names, 'course', keyword)),
      add: (words) => change(withCourse(draft, words)),
    })}`,
  });
}

/** What is examined of one course of study. */
function courseRow({ draft, errors, change }, { course, subjects }, index) {
  const id = `exams-courses-${index}`;
  const courses = draft['exams-courses'];
  const name = shown(draft.names, 'course', course);
  const take = ({ keywords, names }) =>
    change({
      names,
      'exams-courses': courses.map((other, at) => (at === index ? { ...other, subjects: keywords } : other)),
    });
  return html`<div class="rule-row course-row">
    <yol-words
      .fieldId=${`${id}-subjects`}
      .group=${'subject'}
      .label=${t('editor.subjectsOf', { course: name })}
      .error=${errors[`${id}-subjects`]}
      .keywords=${subjects}
      .names=${draft.names}
      @changed=${({ detail }) => take(detail)}
    ></yol-words>
    ${removeButton({
      id: `${id}-remove`,
      label: t('choices.remove', { place: name }),
      press: () => change({ 'exams-courses': courses.filter((_, at) => at !== index) }),
    })}
  </div>`;
}
