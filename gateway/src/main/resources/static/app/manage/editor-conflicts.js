import { html, nothing } from 'lit';
import { TEXT_LANGUAGES } from '../core/domain.js';
import { country, languageName } from '../core/format.js';
import { t } from '../core/texts.js';
import { shown } from './own-words.js';

/** That somebody else has written meanwhile, and what into the same fields: one of the two is taken. */
export function conflictNotice({ conflicts, names, seen, take, keep }) {
  if (!conflicts) return nothing;
  return html`<div class="notice notice-warning" role="status" id="merged">
    <p><strong>${t('editor.merged')}</strong></p>
    ${
      conflicts.length
        ? html`<p>${t('editor.conflicts')}</p>`
        : html`<button type="button" class="secondary outline" @click=${seen}>${t('action.close')}</button>`
    }
    <ul>
      ${conflicts.map(
        (conflict) =>
          html`<li>
            ${fieldName(conflict)}${partName(conflict, names)}:
            <q lang=${conflict.parts.find(isLanguage) ?? nothing}>${readable(conflict.theirs)}</q>
            <button type="button" class="secondary outline take-theirs" @click=${() => take(conflict)}>${t('editor.takeTheirs')}</button>
            <button type="button" class="secondary outline keep-mine" @click=${() => keep(conflict)}>${t('editor.keepMine')}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function fieldName({ field }) {
  return t(field === 'title' || field === 'description' ? `editor.text.${field}` : `editor.${field}`);
}

function partName({ field, parts }, names) {
  const known = parts.filter((part) => part !== 'text');
  if (!known.length) return nothing;
  if (field === 'nominationsAtMost') return ` (${known.map(country).join(', ')})`;
  const group = field === 'caps' ? 'cap' : 'document';
  return ` (${known.map((part) => (isLanguage(part) ? languageName(part) : shown(names, group, part))).join(', ')})`;
}

function isLanguage(part) {
  return TEXT_LANGUAGES.includes(part);
}

function readable(value) {
  if (!value) return '–';
  if (Array.isArray(value)) return value.map(itemName).join(', ') || '–';
  return typeof value === 'object' ? readable(Object.values(value)) : value;
}

function itemName(item) {
  const { host, criterion, name, id, course, closes, students } = item;
  return host?.name ?? criterion ?? name ?? id ?? course ?? closes ?? students ?? ruleName(item) ?? item;
}

function ruleName({ kind }) {
  return kind && t(kind === 'other' ? 'rules.other' : `rules.kind.${kind}`);
}
