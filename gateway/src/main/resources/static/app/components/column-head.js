import { html, nothing } from 'lit';

/**
 * The head of a column. One that a list can be ordered by is pressed for that; `direction` is how it is ordered now,
 * `ascending` or `descending`, and null while it is ordered by another one.
 */
export function columnHead({ label, press = null, direction = null, isNumber = false }) {
  return html`<th scope="col" class=${isNumber ? 'number' : nothing} aria-sort=${direction ?? nothing}>
    ${press ? html`<button type="button" class="sorts" @click=${press}>${label}</button>` : label}
  </th>`;
}

/** How a list is ordered when a column is pressed: what is ordered by it already turns round. */
export function ordered({ sort, order }, column, first = 'ascending') {
  if (column !== sort) return { sort: column, order: first };
  return { sort, order: order === 'ascending' ? 'descending' : 'ascending' };
}
