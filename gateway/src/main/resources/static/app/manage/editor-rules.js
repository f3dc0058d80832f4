import { html, nothing } from 'lit';
import { labelledSelect } from '../components/labelled-select.js';
import { field } from '../components/pieces.js';
import { TEXT_LANGUAGES } from '../core/domain.js';
import { languageName } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { countryBoxes } from './editor-countries.js';
import { removeButton } from './editor-fields.js';
import { RULE_KINDS, blankRule } from './rule-draft.js';

const DEGREES = ['bachelor', 'master', 'doctorate'];
const TESTS = ['IELTS', 'TOEFL iBT', 'JLPT'];

/** Who may apply: rules that all have to be met. */
export function rulesSection(form) {
  const { draft, errors, change } = form;
  return html`<section class="panel" aria-labelledby="rules-heading">
    <h2 id="rules-heading">${t('rules.title')}</h2>
    <p>${t('rules.intro')}</p>
    ${rulesEditor({
      id: 'eligibility',
      adding: 'add-rule',
      rules: draft.eligibility,
      errors,
      change: (eligibility) => change({ eligibility }),
    })}
  </section>`;
}

/** Rules to be written; the field of each is the `id` with its number, and `adding` that of the choice of another one. */
export function rulesEditor({ id, adding, rules, errors, change }) {
  return html`${rules.map((rule, index) =>
      ruleRow({
        id: `${id}-${index}`,
        rule,
        number: index + 1,
        error: errors[`${id}-${index}`],
        set: (part) => change(rules.map((other, at) => (at === index ? { ...other, ...part } : other))),
        remove: () => change(rules.filter((_, at) => at !== index)),
      }),
    )}
    <div class="field">
      <label for=${adding}>${t('rules.add')}</label>
      <select
        id=${adding}
        @change=${(event) => {
          change([...rules, blankRule(event.target.value)]);
          event.target.value = '';
        }}
      >
        <option value="" selected>${t('form.choose')}</option>
        ${RULE_KINDS.map((kind) => html`<option value=${kind}>${t(`rules.kind.${kind}`)}</option>`)}
      </select>
    </div>`;
}

function ruleRow({ id, rule, number, error, set, remove }) {
  return html`<fieldset
    id=${id}
    class="rule-row"
    tabindex="-1"
    data-label=${t('rules.number', { number })}
    aria-describedby=${error ? `${id}-error` : nothing}
  >
    <legend>${rule.kind === 'other' ? t('rules.other') : t(`rules.kind.${rule.kind}`)}</legend>
    <div class="form-grid">${controls(id, rule, set)}</div>
    ${error ? html`<small class="field-error" id="${id}-error">${error}</small>` : nothing}
    ${removeButton({
      id: `${id}-remove`,
      label: t('rules.remove', { number }),
      press: remove,
    })}
  </fieldset>`;
}

function controls(id, rule, set) {
  const line = (name, options) => input(`${id}-${name}`, t(`rules.${name}`), rule[name], (value) => set({ [name]: value }), options);
  const choice = (name, options) =>
    select(`${id}-${name}`, t(`rules.${name}`), options, rule[name], (value) => set({ [name]: value }));
  switch (rule.kind) {
    case 'citizenship':
      return countryBoxes({ id, chosen: rule.citizenship, change: (citizenship) => set({ citizenship }) });
    case 'born':
      return [line('from', { type: 'date' }), line('until', { type: 'date' })];
    case 'age':
      return [
        line('atLeast', { type: 'number', min: 0, max: 120 }),
        line('atMost', { type: 'number', min: 0, max: 120 }),
        line('on', { type: 'date', hint: t('rules.onHint') }),
      ];
    case 'degree':
      return choice(
        'atLeast',
        DEGREES.map((degree) => [degree, word('degrees', degree)]),
      );
    case 'grade':
      return [
        line('atLeast', { type: 'number', step: 'any' }),
        line('outOf', { type: 'number', step: 'any', hint: t('rules.outOfHint') }),
        line('orGrades', { hint: t('rules.orGradesHint') }),
      ];
    case 'language':
      return [
        choice(
          'language',
          [...new Set([...TEXT_LANGUAGES, rule.language])].map((code) => [code, languageName(code)]),
        ),
        choice('test', [['', t('rules.anyTest')], ...TESTS.map((test) => [test, test])]),
        line('atLeast', { hint: t('rules.levelHint') }),
      ];
    case 'work':
      return line('years', { type: 'number', min: 1, max: 120 });
    case 'employer':
      return choice(
        'worksFor',
        ['any', 'government'].map((value) => [value, t(`rules.employers.${value}`)]),
      );
    case 'residence':
      return [
        line('residesIn', { hint: t('rules.residesInHint') }),
        line('years', { type: 'number', min: 1, max: 120, hint: t('rules.yearsHint') }),
      ];
    case 'held':
      return line('programme', { hint: t('rules.programmeHint') });
    case 'choices':
      return line('atMost', { type: 'number', min: 1, max: 100 });
    default:
      return html`<code>${JSON.stringify(rule.stated)}</code>`;
  }
}

function input(id, label, value, change, { type = 'text', hint, min, max, step } = {}) {
  return field({
    id,
    label,
    hint,
    control: ({ described }) =>
      html`<input
        id=${id}
        type=${type}
        min=${min ?? nothing}
        max=${max ?? nothing}
        step=${step ?? nothing}
        aria-describedby=${described}
        .value=${value ?? ''}
        @input=${(event) => change(event.target.value)}
      />`,
  });
}

function select(id, label, options, value, change) {
  return labelledSelect({ id, label, options, value, change });
}
