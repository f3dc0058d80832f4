import { html, nothing } from 'lit';
import { COUNTRIES, ZONES } from '../core/domain.js';
import { country, dateTime, READER_ZONE, withOffset, zoneName } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { countryField } from './editor-countries.js';
import { inputField, isWrongIn, optionalPart, partField, removeButton, selectField } from './editor-fields.js';

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
      ${inputField(form, 'referencesClose', { type: 'datetime-local', optional: true, hint: t('editor.referencesCloseHint') })}
      ${inputField(form, 'resultsOn', { type: 'date', optional: true })}
      ${inputField(form, 'answerBy', { type: 'datetime-local', optional: true, hint: t('editor.answerByHint') })}
    </div>
    ${form.draft.intake === 'nominated' ? nominations(form) : nothing} ${extensions(form)}
  </section>`;
}

/** How many each authority may nominate: of the countries that the programme is for, as far as the draft knows them. */
function nominations({ draft, errors, change }) {
  const most = draft.nominationsAtMost ?? {};
  const origins = draft.origins?.length ? draft.origins : COUNTRIES;
  const error = errors.nominationsAtMost;
  return html`<fieldset class="numbers" id="nominationsAtMost" tabindex="-1" aria-describedby=${error ? 'nominationsAtMost-error' : nothing}>
    <legend>${t('editor.nominationsAtMost')}</legend>
    <small>${t('editor.nominationsAtMostIntro')}</small>
    ${[...new Set([...origins, ...Object.keys(most)])].map((code) =>
      partField({
        id: `nominationsAtMost-${code}`,
        label: country(code),
        type: 'number',
        min: 1,
        max: 1000,
        value: most[code],
        change: (number) => change({ nominationsAtMost: { ...most, [code]: number } }),
        error: errors[`nominationsAtMost-${code}`],
      }),
    )}
    ${error ? html`<small class="field-error" id="nominationsAtMost-error">${error}</small>` : nothing}
  </fieldset>`;
}

/** Of a draft: what is said of them holds from its publication on. */
function extensions({ draft, errors, change }) {
  if (!draft.extensions) return nothing;
  const add = () => change({ extensions: [...draft.extensions, { countries: [], closes: '', reason: '' }] });
  return optionalPart({
    id: 'extensions',
    summary: t('editor.extensions'),
    isThere: draft.extensions.length,
    isWrong: isWrongIn(errors, 'extensions'),
    content: html`<p class="meta">${t('editor.extensionsIntro')}</p>
      ${draft.extensions.map((extension, index) => extensionRow({ draft, errors, change }, extension, index))}
      <button type="button" class="secondary outline" id="add-extension" @click=${add}>
        ${t('editor.addExtension')}
      </button>`,
  });
}

function extensionRow({ draft, errors, change }, extension, index) {
  const id = `extensions-${index}`;
  const set = (part) =>
    change({ extensions: draft.extensions.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  return html`<fieldset class="rule-row" id=${id} tabindex="-1">
    <legend>${t('editor.extensionNumber', { number: index + 1 })}</legend>
    <div class="form-grid">
      ${partField({
        id: `${id}-closes`,
        label: t('changes.closes'),
        type: 'datetime-local',
        value: extension.closes,
        change: (closes) => set({ closes }),
        error: errors[`${id}-closes`],
      })}
      ${partField({
        id: `${id}-reason`,
        label: t('changes.reason'),
        hint: t('changes.reasonHint'),
        max: 1000,
        value: extension.reason,
        change: (reason) => set({ reason }),
        error: errors[`${id}-reason`],
      })}
    </div>
    ${countryField(
      { draft: { [`${id}-countries`]: extension.countries }, errors, change: (part) => set({ countries: Object.values(part)[0] }) },
      `${id}-countries`,
      { label: t('changes.countries'), hint: t('changes.countriesHint') },
    )}
    ${removeButton({
      id: `${id}-remove`,
      label: t('editor.removeExtension', { number: index + 1 }),
      press: () => change({ extensions: draft.extensions.filter((_, at) => at !== index) }),
    })}
  </fieldset>`;
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
