/** How far a draft has come: its steps, and how much of each is given. */
import { html, nothing } from 'lit';
import { t } from '../core/texts.js';
import { isGiven, SECTIONS } from '../dossier/dossier-sections.js';
import { QUESTIONS } from './answers-section.js';

/** `{id, key, given, of}` of each step, in their order; `referees` is how many are asked by now. */
export function stepsOf({ requiredDocuments = [], documents = [], teamAsked, referencesAsked }, typed, particulars, referees) {
  const asked = SECTIONS.filter(({ optional }) => !optional);
  const sent = documents.map(({ kind }) => kind);
  return [
    { id: 'dossier-heading', key: 'form.dossier', given: asked.filter((part) => isGiven(part, particulars)).length, of: asked.length },
    { id: 'answers-heading', key: 'form.answers', given: QUESTIONS.filter((name) => typed.answers[name]?.trim()).length, of: QUESTIONS.length },
    { id: 'choices-heading', key: 'form.choices', given: Math.min(typed.choices.length, 1), of: 1 },
    {
      id: 'documents-heading',
      key: 'form.documents',
      given: requiredDocuments.filter((kind) => sent.includes(kind)).length,
      of: requiredDocuments.length,
    },
    ...(teamAsked
      ? [{ id: 'team-heading', key: 'form.team', given: Math.min(typed.team?.length ?? 0, teamAsked.membersAtLeast), of: teamAsked.membersAtLeast }]
      : []),
    ...(referencesAsked
      ? [{ id: 'references-heading', key: 'form.references', given: Math.min(referees, referencesAsked), of: referencesAsked }]
      : []),
  ];
}

export function stepList(steps) {
  return html`<nav class="steps no-print" aria-label=${t('form.steps')}>
    <ol>
      ${steps.map(
        ({ id, key, given, of }) =>
          html`<li class=${given >= of ? 'done' : nothing}>
            <a href="#${id}" @click=${(event) => go(event, id)}
              >${given >= of ? html`<span class="tick" aria-hidden="true">✓</span> ` : nothing}${t(key)}
              <span class="meta">${t('form.progress', { given, of })}</span></a
            >
          </li>`,
      )}
    </ol>
  </nav>`;
}

/** The same counts of one in a list, as the server knows them: `{step, given, of}` of each step. */
export function progressRead(steps) {
  const sum = (name) => steps.reduce((all, step) => all + step[name], 0);
  return html`<progress class="row-progress" aria-hidden="true" value=${sum('given')} max=${sum('of')}></progress>
    <p class="meta">
      ${steps.map(
        ({ step, given, of }, index) =>
          html`${index ? ' · ' : nothing}<span data-testid="progress-${step}">${t(`form.${step}`)}: ${t('form.progress', { given, of })}</span>`,
      )}
    </p>`;
}

/** The address stays that of the page. */
function go(event, id) {
  event.preventDefault();
  const heading = document.getElementById(id);
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
