import { html, nothing } from 'lit';
import { ZONES } from '../core/domain.js';
import { dateTime, READER_ZONE, withOffset, zoneName } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { inputField, selectField } from './editor-fields.js';

/** When the call is open, and the rules of applying. */
export function callSection(form) {
  const zones = [...new Set([...ZONES, form.draft.zone])].map((zone) => [zone, `${zoneName(zone)} (${zone})`]);
  return html`<section class="panel" aria-labelledby="call-heading">
    <h2 id="call-heading">${t('editor.call')}</h2>
    <div class="form-grid">
      ${selectField(form, 'zone', zones, { hint: t('editor.zoneHint') })}
      ${selectField(
        form,
        'intake',
        ['open', 'nominated'].map((intake) => [intake, word('intake', intake)]),
      )}
      ${inputField(form, 'opens', { type: 'datetime-local', hint: readerTime(form.draft.opens, form.draft.zone) })}
      ${inputField(form, 'closes', { type: 'datetime-local', hint: readerTime(form.draft.closes, form.draft.zone) })}
      ${midnightWarning(form)}
      ${inputField(form, 'graceMinutes', { type: 'number', min: 0, max: 1440, hint: t('editor.graceHint') })}
      ${inputField(form, 'rankAtMost', { type: 'number', min: 1, max: 20 })}
      ${inputField(form, 'references', { type: 'number', min: 0, max: 5 })}
    </div>
  </section>`;
}

/** At midnight a day begins: who reads only the date believes that the whole of it is left. */
function midnightWarning({ draft, change }) {
  if (!draft.closes.endsWith('T00:00')) return nothing;
  const dayBefore = new Date(`${draft.closes}:00Z`);
  dayBefore.setUTCMinutes(-1);
  const better = dayBefore.toISOString().slice(0, 16);
  return html`<div class="notice notice-warning" id="midnight" role="status">
    <p>${t('editor.midnight')}</p>
    <button type="button" class="secondary outline" id="take-evening" @click=${() => change({ closes: better })}>
      ${t('editor.takeEvening', { time: dateTime(`${better}:00Z`, 'UTC') })}
    </button>
  </div>`;
}

function readerTime(local, zone) {
  if (!local || zone === READER_ZONE) return undefined;
  const instant = withOffset(local, zone);
  return t('deadline.yours', { time: dateTime(instant), zone: zoneName(READER_ZONE) });
}
