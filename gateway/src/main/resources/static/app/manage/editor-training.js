import { html } from 'lit';
import { TEXT_LANGUAGES } from '../core/domain.js';
import { t, texts } from '../core/texts.js';
import { inputField, languageFields, partField, removeButton } from './editor-fields.js';

const STANDARDS = ['Open Badges 3.0'];

/** The parts of a training, and what it ends with. */
export function trainingSection(form) {
  const { draft, change } = form;
  const sessions = draft.sessions ?? [];
  return html`<section class="panel" aria-labelledby="training-heading">
    <h2 id="training-heading">${t('editor.training')}</h2>
    ${sessions.map((session, index) => sessionRow(form, session, index))}
    <button
      type="button"
      class="secondary outline"
      id="add-session"
      @click=${() => change({ sessions: [...sessions, { starts: '', ends: '', name: '', names: {} }] })}
    >
      ${t('editor.addSession')}
    </button>
    <datalist id="standards">${STANDARDS.map((standard) => html`<option value=${standard}></option>`)}</datalist>
    <datalist id="expiries"><option value="never"></option></datalist>
    <div class="form-grid">
      ${inputField(form, 'certificate-standard', { list: 'standards', optional: true })}
      ${inputField(form, 'certificate-expires', { optional: true, list: 'expiries', hint: t('editor.expiresHint') })}
    </div>
  </section>`;
}

function sessionRow({ draft, errors, change }, session, index) {
  const set = (part) =>
    change({ sessions: draft.sessions.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  const line = (name, type) =>
    partField({
      id: `sessions-${index}-${name}`,
      label: t(`editor.session.${name}`),
      type,
      max: 200,
      value: session[name],
      change: (value) => set({ [name]: value }),
      error: errors[`sessions-${index}-${name}`],
    });
  return html`<fieldset class="session-row">
    <legend>${t('editor.sessionNumber', { number: index + 1 })}</legend>
    ${line('name', 'text')} ${line('starts', 'date')} ${line('ends', 'date')}
    <details class="wide">
      <summary>${t('editor.otherLanguages')}</summary>
      ${languageFields({
        id: `sessions-${index}-names`,
        languages: TEXT_LANGUAGES.filter((language) => language !== texts.language),
        text: session.names,
        errors,
        max: 200,
        change: (names) => set({ names }),
      })}
    </details>
    ${removeButton({
      id: `sessions-${index}-remove`,
      label: t('editor.removeSession', { number: index + 1 }),
      press: () => change({ sessions: draft.sessions.filter((_, at) => at !== index) }),
    })}
  </fieldset>`;
}
