/** A draft as its readers will see it, before it is sent: what is wrong comes first. */
import { html, nothing } from 'lit';
import { ruleLineTo } from '../components/rule-line.js';
import { named, t } from '../core/texts.js';
import { dossierRead } from '../dossier/dossier-read.js';
import { answersRead, choicesRead, documentsRead } from './application-facts.js';
import { fieldOf, fieldOfMissing } from './field-names.js';
import '../references/referee-states.js';
import { teamRead } from './team-section.js';

/**
 * @param check what the service has found
 * @param shown the application as it is typed
 * @param back takes a pointer to the field to go to, or nothing
 */
export function checkView({ check, shown, submitting, problem, back, send }) {
  const refused = check.answer === 'not-met';
  return html`<section class="panel" id="check" aria-labelledby="check-heading">
      <h2 id="check-heading" tabindex="-1">${t('check.title')}</h2>
      ${check.faults.length || refused ? html`<p>${t('check.faults')}</p>` : html`<p>${t('check.ready')}</p>`}
      <ul class="faults" id="check-faults">
        ${check.faults.map(
          ({ pointer, detail }) =>
            html`<li>
              <a href="#${fieldOf(pointer)}" @click=${(event) => leave(event, () => back(pointer))}>${nameOf(pointer, shown)}</a>:
              ${detail}
            </li>`,
        )}
      </ul>
      ${rulesRead(check, (id) => back(null, id))}
    </section>
    ${dossierRead(shown.dossier)}${answersRead(shown)}${choicesRead(shown)}${documentsRead(shown)}${teamRead(shown)}
    ${shown.referencesAsked ? html`<yol-referee-states .application=${shown}></yol-referee-states>` : nothing}
    <section class="panel submit-panel">
      <p>${t('form.submitIntro')} ${t('form.confirmText')}</p>
      <yol-problem id="submit-problem" .problem=${problem} .fieldOf=${fieldOf}></yol-problem>
      <div class="buttons">
        <button type="button" class="secondary" id="check-back" ?disabled=${submitting} @click=${() => back()}>
          ${t('check.back')}
        </button>
        ${
          check.faults.length || refused
            ? nothing
            : html`<button
                type="button"
                id="confirm-submit"
                aria-busy=${Boolean(submitting)}
                ?disabled=${submitting}
                @click=${send}
              >
                ${t(shown.correction ? 'correction.submit' : 'form.confirmSubmit')}
              </button>`
        }
      </div>
    </section>`;
}

/** The rules of the call one by one, by what is known of the student; `go` leads to a field by its id. */
export function rulesRead({ answer, rules }, go) {
  if (!rules.length) return nothing;
  return html`<h3>${t('check.rules')}</h3>
    <p>${t(`eligible.overall.${answer}`)}</p>
    <ul class="rules" id="check-rules">
      ${rules.map((rule) => ruleLineTo(rule, fieldOfMissing, go))}
    </ul>`;
}

function leave(event, go) {
  event.preventDefault();
  go();
}

/** The part a fault is in, as it is called on the page. */
function nameOf(pointer, shown) {
  const [, part, name] = pointer.split('/');
  if (part === 'documents' && name) return named(shown, 'document', name);
  if (part === 'answers') return t(`answers.${name}`);
  if (part !== 'dossier') return t(`form.${part}`);
  return t(`dossier.parts.${PARTS[name] ?? name}`);
}

const PARTS = { passportName: 'names', nativeName: 'names', katakanaName: 'names', birthDate: 'person', citizenships: 'person' };
