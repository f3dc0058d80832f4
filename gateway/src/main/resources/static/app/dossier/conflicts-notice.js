import { html, nothing } from 'lit';
import { t } from '../core/texts.js';
import { partOf } from './dossier-sections.js';

/** Where the same was written on another device too: one of the two is taken. `group` is that of the fields' names. */
export function conflictsNotice(keeper, group) {
  if (!keeper.conflicts.length) return nothing;
  return html`<div class="notice notice-warning" role="status" id="conflicts-${group}">
    <p>${t('dossier.conflicts')}</p>
    <ul>
      ${keeper.conflicts.map(
        (conflict) =>
          html`<li>
            ${nameOf(group, conflict)}: <q>${readable(conflict.theirs)}</q>
            <button type="button" class="secondary outline take-theirs" @click=${() => keeper.takeTheirs(conflict)}>
              ${t('editor.takeTheirs')}
            </button>
            <button type="button" class="secondary outline keep-mine" @click=${() => keeper.keepMine(conflict)}>
              ${t('editor.keepMine')}
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Lists are one thing: they are called like the part they are. */
function nameOf(group, { field, parts }) {
  if (group === 'dossier') return t(parts.length ? `dossier.${[field, ...parts].join('.')}` : `dossier.parts.${partOf(field)}`);
  return field === 'answers' ? t(`answers.${parts[0]}`) : t(`form.${field}`);
}

function readable(value) {
  if (Array.isArray(value)) return value.map(readable).join('; ') || '–';
  if (value && typeof value === 'object') return Object.values(value).map(readable).join(', ');
  return value === undefined || value === null || value === '' ? '–' : String(value);
}
