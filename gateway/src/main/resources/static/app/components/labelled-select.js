import { html, nothing } from 'lit';
import { field } from './pieces.js';

/** A choice of one among `[value, text]` options; `blank` is what stands where nothing is chosen. */
export function labelledSelect({ id, label, hint, options, value, blank, change }) {
  return field({
    id,
    label,
    hint,
    control: ({ described }) =>
      html`<select id=${id} aria-describedby=${described} @change=${(event) => change(event.target.value)}>
        ${blank ? html`<option value="" .selected=${!value}>${blank}</option>` : nothing}
        ${options.map(([each, shown]) => html`<option value=${each} .selected=${each === value}>${shown}</option>`)}
      </select>`,
  });
}
