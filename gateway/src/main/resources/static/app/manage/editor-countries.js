import { html, nothing } from 'lit';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { t } from '../core/texts.js';
import { otherCountries } from './other-countries.js';

/** Countries to tick: those of the platform, and any other that is asked for. */
export function countryField({ draft, errors, change }, name, { label = t(`editor.${name}`), hint } = {}) {
  const error = errors[name];
  return html`<fieldset id=${name} tabindex="-1" aria-describedby=${error ? `${name}-error` : nothing}>
    <legend>${label}</legend>
    ${hint ? html`<small>${hint}</small>` : nothing}
    ${countryBoxes({ id: name, chosen: draft[name] ?? [], change: (codes) => change({ [name]: codes }) })}
    ${error ? html`<small class="field-error" id="${name}-error">${error}</small>` : nothing}
  </fieldset>`;
}

/** The boxes alone; their ids are the `id` with the code of each country. */
export function countryBoxes({ id, chosen, change }) {
  const codes = [...new Set([...COUNTRIES, ...chosen])];
  const toggle = (code, on) => change(on ? [...chosen, code] : chosen.filter((other) => other !== code));
  const add = (event) => {
    const { value } = event.target;
    event.target.value = '';
    if (value) change([...new Set([...chosen, value])]);
  };
  return html`<div class="checks wide">
    ${codes.map(
      (code) =>
        html`<label
          ><input
            type="checkbox"
            id="${id}-${code}"
            name=${id}
            value=${code}
            .checked=${chosen.includes(code)}
            @change=${(event) => toggle(code, event.target.checked)}
          />
          ${country(code)}</label
        >`,
    )}
    <select class="other-country" id="${id}-other" aria-label=${t('editor.otherCountry')} @change=${add}>
      <option value="" selected>${t('editor.otherCountry')}</option>
      ${otherCountries()
        .filter(([code]) => !chosen.includes(code))
        .map(([code, name]) => html`<option value=${code}>${name}</option>`)}
    </select>
  </div>`;
}
