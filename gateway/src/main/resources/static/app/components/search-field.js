import { html, nothing } from 'lit';
import { t } from '../core/texts.js';

/** What a service takes at most. */
export const LONGEST_SEARCH = 200;
/** From so few letters on it is worth saying how many are left. */
const WORTH_SAYING = 40;

/** A field for words to search for, as long as the services take them; `hint` says what they are looked for in. */
export function searchField({ id, label, hint, text, placeholder = nothing, typed }) {
  const left = LONGEST_SEARCH - text.length;
  const near = left <= WORTH_SAYING;
  return html`<div class="filter-text">
    <label for=${id}>${label}</label>
    ${hint ? html`<small id="${id}-hint">${hint}</small>` : nothing}
    <input
      type="search"
      id=${id}
      name="text"
      .value=${text}
      maxlength=${LONGEST_SEARCH}
      autocomplete="off"
      placeholder=${placeholder}
      aria-describedby="${hint ? `${id}-hint ` : ''}${id}-left"
      @input=${(event) => typed(event.target.value)}
    />
    <small id="${id}-left" role="status">${near ? t('search.lettersLeft', { count: left }) : nothing}</small>
  </div>`;
}

/** The words of an address, which anybody may have made longer. */
export function searchText(text = '') {
  return text.slice(0, LONGEST_SEARCH);
}
