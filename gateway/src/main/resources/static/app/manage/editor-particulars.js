import { html, nothing } from 'lit';
import { labelledSelect } from '../components/labelled-select.js';
import { field } from '../components/pieces.js';
import { WORDS } from '../core/domain.js';
import { nameOf } from '../core/organisations.js';
import { t } from '../core/texts.js';
import { countryField } from './editor-countries.js';
import { inputField, isWrongIn, optionalPart, partField, removeButton, selectField } from './editor-fields.js';
import { shown, spoken } from './own-words.js';

const NUMBERS = ['letters-universitiesAtMost', 'letters-lettersAtMost', 'letters-simultaneousContactsAtMost'];

/** What only some calls state: who applies together, how many go each way, letters of acceptance and papers. */
export function particularsSection(form, kind) {
  return html`<section class="panel" aria-labelledby="particulars-heading">
    <h2 id="particulars-heading">${t('particulars.title')}</h2>
    ${kind === 'joint-research' ? team(form) : nothing} ${kind === 'exchange' ? agreement(form) : nothing}
    ${optionalPart({
      id: 'letters',
      summary: t('editor.letters'),
      isThere: Object.keys(form.draft).some((name) => /^(letters|paperPack)-/.test(name) && form.draft[name]),
      isWrong: isWrongIn(form.errors, 'letters', 'paperPack'),
      content: html`<div class="form-grid">
        ${NUMBERS.map((name) => inputField(form, name, { type: 'number', min: 1, max: 50, optional: true }))}
        ${inputField(form, 'letters-requestBy', { type: 'datetime-local', optional: true })}
        ${inputField(form, 'paperPack-originals', { type: 'number', min: 0, max: 20, optional: true })}
        ${inputField(form, 'paperPack-copies', { type: 'number', min: 0, max: 20, optional: true })}
        ${numbered(form)}
      </div>`,
    })}
  </section>`;
}

/** Where each sheet bears its number: typed in words, told by its keyword once they are typed. */
function numbered({ draft, errors, change }) {
  const id = 'paperPack-numbered';
  const settle = (words) => {
    const { keyword, names } = words.trim() ? spoken(words, 'corner', draft.names) : { keyword: '', names: draft.names };
    change({ [id]: keyword, names });
  };
  return field({
    id,
    label: t(`editor.${id}`),
    optional: true,
    error: errors[id],
    control: ({ described, invalid }) =>
      html`<input
          id=${id}
          list="corners"
          maxlength="200"
          .value=${draft[id] ? shown(draft.names, 'corner', draft[id]) : ''}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @change=${(event) => settle(event.target.value)}
        />
        <datalist id="corners">
          ${WORDS.corner.map((corner) => html`<option value=${shown(draft.names, 'corner', corner)}></option>`)}
        </datalist>`,
  });
}

function team(form) {
  return html`<div class="form-grid">
      ${inputField(form, 'team-membersAtLeast', { type: 'number', min: 2, max: 50 })}
      ${inputField(form, 'team-countriesAtLeast', { type: 'number', min: 1, max: 20 })}
    </div>
    ${countryField(form, 'team-mustInclude')}`;
}

function agreement(form) {
  return html`<div class="form-grid">
      ${inputField(form, 'agreement-perDirection', { type: 'number', min: 1, max: 1000 })}
      ${selectField(form, 'agreement-balanced', [
        ['true', t('particulars.balanced')],
        ['false', t('editor.notBalanced')],
      ])}
    </div>
    ${agreedNumbers(form)}`;
}

/** Where two universities have agreed otherwise. */
function agreedNumbers({ draft, errors, change }) {
  const numbers = draft['agreement-numbers'];
  const hosts = hostsOf(draft);
  const put = (changed) => change({ 'agreement-numbers': changed });
  return html`<fieldset id="agreement-numbers" tabindex="-1">
    <legend>${t('editor.agreement-numbers')}</legend>
    <small>${t('editor.agreedHint')}</small>
    ${numbers.map((agreed, index) => {
      const id = `agreement-numbers-${index}`;
      const set = (part) => put(numbers.map((other, at) => (at === index ? { ...other, ...part } : other)));
      const hostField = (name) =>
        labelledSelect({
          id: `${id}-${name}`,
          label: t(`editor.agreed.${name}`),
          options: [...new Map([[agreed[name], agreed[name]], ...hosts])].filter(([host]) => host),
          value: agreed[name],
          blank: t('form.choose'),
          hint: errors[`${id}-${name}`] ? html`<span class="field-error">${errors[`${id}-${name}`]}</span>` : undefined,
          change: (host) => set({ [name]: host }),
        });
      return html`<div class="agreed-row" id=${id} tabindex="-1">
        ${hostField('from')} ${hostField('to')}
        ${partField({
          id: `${id}-students`,
          label: t('editor.agreed.students'),
          type: 'number',
          min: 0,
          max: 1000,
          value: agreed.students,
          change: (students) => set({ students }),
          error: errors[`${id}-students`] ?? errors[id],
        })}
        ${removeButton({
          id: `${id}-remove`,
          label: t('editor.removeAgreed', { number: index + 1 }),
          press: () => put(numbers.filter((_, at) => at !== index)),
        })}
      </div>`;
    })}
    <button
      type="button"
      class="secondary outline"
      id="add-agreed"
      @click=${() => put([...numbers, { from: '', to: '', students: '' }])}
    >
      ${t('editor.addAgreed')}
    </button>
  </fieldset>`;
}

/** The universities of the places, by id: `[id, name]`. */
function hostsOf({ places }) {
  return places.filter(({ host }) => host).map(({ host }) => [host.id, nameOf(host)]);
}
