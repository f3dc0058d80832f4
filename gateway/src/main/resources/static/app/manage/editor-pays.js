import { html } from 'lit';
import { t, word } from '../core/texts.js';
import { inputField, selectField } from './editor-fields.js';

const CURRENCIES = ['JPY', 'USD', 'EUR', 'KZT', 'KGS', 'TJS', 'TMT', 'UZS'];
const BORNE = ['waived', 'paid', 'partly', 'none'];

/** What students are paid, and what they need not pay. */
export function paysSection(form) {
  return html`<section class="panel" aria-labelledby="pays-heading">
    <h2 id="pays-heading">${t('editor.pays')}</h2>
    <datalist id="currencies">${CURRENCIES.map((currency) => html`<option value=${currency}></option>`)}</datalist>
    <div class="form-grid">
      ${inputField(form, 'pays-stipendPerMonth', { hint: t('editor.amountsHint'), optional: true })}
      ${inputField(form, 'pays-currency', { list: 'currencies' })}
      ${inputField(form, 'pays-regional', { hint: t('editor.regionalHint'), optional: true })}
      ${borneField(form, 'pays-tuition')} ${borneField(form, 'pays-airfare')}
    </div>
  </section>`;
}

/** Of the catalogue, or as somebody has written it elsewhere. */
function borneField(form, name) {
  const values = [...new Set([...BORNE, form.draft[name]].filter(Boolean))];
  return selectField(form, name, [['', t('editor.notStated')], ...values.map((value) => [value, word('payment', value)])]);
}
