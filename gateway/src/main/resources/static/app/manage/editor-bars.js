import { html, nothing } from 'lit';
import { savingState } from '../components/saving-state.js';
import { dateTime, zoneName } from '../core/format.js';
import { t } from '../core/texts.js';
import { faultLines } from './editor-contents.js';
import { reasonField } from './act-form.js';

/** Always in sight: how safe it is what was typed, a look at it, and saving without waiting for it. */
export function saveBar({ busy, keeper, words, save, preview, problem, fieldOf }) {
  return html`<div class="save-bar">
    <yol-problem .problem=${problem} .fieldOf=${fieldOf}></yol-problem>
    <div class="save-line">
      ${savingState(keeper, { id: 'save-state', words })}
      <div class="buttons">
        <button type="button" class="secondary outline" id="preview" @click=${preview}>${t('editor.preview')}</button>
        ${
          save
            ? html`<button type="button" class="secondary" id="save-draft" aria-busy=${busy === 'save'} ?disabled=${busy} @click=${save}>
                ${t('editor.save')}
              </button>`
            : nothing
        }
      </div>
    </div>
  </div>`;
}

/** The last step of a draft, apart from saving: there is no way back. */
export function publishPanel({ busy, faults, call, publish, archive, takeBack }) {
  return html`<section class="panel publish-panel" aria-labelledby="publish-heading">
    <h2 id="publish-heading">${t('editor.publish')}</h2>
    ${
      faults.length
        ? html`<p>${t('editor.stops')}</p>
            ${faultLines(faults)}`
        : html`<p>${t('editor.nothingStops')}</p>`
    }
    ${
      call?.closes && !faults.length
        ? html`<p>${t('editor.confirmText', { closes: dateTime(call.closes, call.zone), zone: zoneName(call.zone) })}</p>`
        : nothing
    }
    <div class="buttons">
      <button type="button" id="publish" aria-busy=${busy === 'publish'} ?disabled=${busy} @click=${publish}>
        ${t('editor.publish')}
      </button>
      ${
        archive
          ? html`<button type="button" class="secondary outline" id="archive-draft" ?disabled=${busy} @click=${archive}>
              ${t('editor.archiveDraft')}
            </button>`
          : nothing
      }
      ${
        takeBack
          ? html`<button type="button" class="secondary outline" id="return-draft" ?disabled=${busy} @click=${takeBack}>
              ${t('changes.return')}
            </button>`
          : nothing
      }
    </div>
  </section>`;
}

/** What is public changes at once and for everybody, who read why. */
export function amendPanel({ form, busy, intro, amend }) {
  return html`<section class="panel publish-panel" aria-labelledby="publish-heading">
    <h2 id="publish-heading">${t('changes.publishAmendment')}</h2>
    <p>${intro}</p>
    ${reasonField(form)}
    <div class="buttons">
      <button type="button" id="publish-amendment" aria-busy=${busy === 'save'} ?disabled=${busy} @click=${amend}>
        ${t('changes.publishAmendment')}
      </button>
    </div>
  </section>`;
}
