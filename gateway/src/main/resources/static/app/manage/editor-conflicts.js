import { html, nothing } from 'lit';
import { languageName } from '../core/format.js';
import { t } from '../core/texts.js';

/** What somebody else has written meanwhile into the same fields; `take(conflict)` takes theirs. */
export function conflictNotice(conflicts, take) {
  if (!conflicts) return nothing;
  return html`<div class="notice notice-warning" role="status" id="merged">
    <p><strong>${t('editor.merged')}</strong></p>
    ${conflicts.length ? html`<p>${t('editor.conflicts')}</p>` : nothing}
    <ul>
      ${conflicts.map(
        (conflict) =>
          html`<li>
            ${t(conflict.language ? `editor.text.${conflict.field}` : `editor.${conflict.field}`)}${conflict.language ? ` (${languageName(conflict.language)})` : nothing}:
            <q lang=${conflict.language ?? nothing}>${readable(conflict.theirs)}</q>
            <button type="button" class="secondary outline" @click=${() => take(conflict)}>${t('editor.takeTheirs')}</button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function readable(value) {
  if (!Array.isArray(value)) return value || '–';
  return value.map((item) => item.host?.name ?? item.criterion ?? item.name ?? ruleName(item) ?? item).join(', ') || '–';
}

function ruleName({ kind }) {
  return kind && t(kind === 'other' ? 'rules.other' : `rules.kind.${kind}`);
}
