import { html, nothing } from 'lit';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { t } from '../core/texts.js';
import { checkboxes, inputField, selectField } from './editor-fields.js';

const NUMBERS = ['letters-universitiesAtMost', 'letters-lettersAtMost', 'letters-simultaneousContactsAtMost'];

/** What only some calls state: who applies together, how many go each way, letters of acceptance and papers. */
export function particularsSection(form, kind) {
  return html`<section class="panel" aria-labelledby="particulars-heading">
    <h2 id="particulars-heading">${t('particulars.title')}</h2>
    ${kind === 'joint-research' ? team(form) : nothing} ${kind === 'exchange' ? agreement(form) : nothing}
    <details ?open=${Object.keys(form.errors).some((name) => /^(letters|paperPack)-/.test(name))}>
      <summary>${t('editor.letters')}</summary>
      <div class="form-grid">
        ${NUMBERS.map((name) => inputField(form, name, { type: 'number', min: 1, max: 50, optional: true }))}
        ${inputField(form, 'letters-requestBy', { type: 'datetime-local', optional: true })}
        ${inputField(form, 'paperPack-originals', { type: 'number', min: 0, max: 20, optional: true })}
        ${inputField(form, 'paperPack-copies', { type: 'number', min: 0, max: 20, optional: true })}
      </div>
    </details>
  </section>`;
}

function team(form) {
  return html`<div class="form-grid">
      ${inputField(form, 'team-membersAtLeast', { type: 'number', min: 2, max: 50 })}
      ${inputField(form, 'team-countriesAtLeast', { type: 'number', min: 1, max: 20 })}
    </div>
    ${checkboxes(
      form,
      'team-mustInclude',
      COUNTRIES.map((code) => [code, country(code)]),
    )}`;
}

function agreement(form) {
  return html`<div class="form-grid">
    ${inputField(form, 'agreement-perDirection', { type: 'number', min: 1, max: 1000 })}
    ${selectField(form, 'agreement-balanced', [
      ['true', t('particulars.balanced')],
      ['false', t('editor.notBalanced')],
    ])}
  </div>`;
}
