import { html, nothing } from 'lit';
import { time } from '../core/format.js';
import { t } from '../core/texts.js';

/** What changes with every pause in typing is for the eye only: read aloud, it would be in the way of the typing. */
const UNSAID = ['typing', 'saving', 'kept'];

/** How safe it is what was typed, as its keeper says; `words` instead of those that everybody uses, by status. */
export function savingState({ status, savedAt }, { id, words = {} }) {
  const text = words[status] ?? (status === 'saved' && savedAt ? t('saving.savedAt', { time: time(savedAt) }) : t(`saving.${status}`));
  const unsaid = UNSAID.includes(status);
  return html`<div class="saving saving-${status}" id=${id}>
    <span role="status">${unsaid ? nothing : text}</span> ${unsaid ? text : nothing}
  </div>`;
}
