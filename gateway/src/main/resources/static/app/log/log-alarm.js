/** What must never be: in red, in words, with what shows it to anybody. */
import { html, nothing } from 'lit';
import { saveFile } from '../components/saved-file.js';
import { country, number } from '../core/format.js';
import { t } from '../core/texts.js';

/** Of a kind so many are told one by one. */
const FEW = 5;

/** `listed` is the evidence that the service itself holds; `forget` begins anew with what is shown. */
export function logAlarm({ findings, listed = [], forget }) {
  if (!findings.length && !listed.length) return nothing;
  const shown = findings.filter(({ kind }, place) => findings.slice(0, place).filter((one) => one.kind === kind).length < FEW);
  return html`<div class="notice notice-problem log-alarm" role="alert" id="log-alarm">
    <p><strong>${t('log.alarm.title')}</strong></p>
    <ul>
      ${shown.map(
        (finding, place) => html`<li data-finding=${finding.kind}>
          ${t(`log.alarm.${finding.kind}`, read(finding.values))}
          <button type="button" class="link-button" id="evidence-${place}" @click=${() => save(finding)}>
            ${t('log.alarm.save')}
          </button>
        </li>`,
      )}
      ${findings.length > shown.length ? html`<li>${t('log.alarm.more', { count: findings.length - shown.length })}</li>` : nothing}
      ${listed.map(
        ({ id, earlier, later }) => html`<li data-finding="listed">
          ${t('log.alarm.listed', { earlier: number(earlier), later: number(later) })}
          <a href="/api/log/evidence/${encodeURIComponent(id)}" download="yol-log-evidence-${id}.txt">${t('log.alarm.save')}</a>
        </li>`,
      )}
    </ul>
    <p>${t('log.alarm.whatToDo')}</p>
    ${
      forget && findings.length
        ? html`<details>
            <summary>${t('log.alarm.forget')}</summary>
            <p>${t('log.alarm.forgetText')}</p>
            <button type="button" class="secondary outline" id="forget-log" @click=${forget}>${t('log.alarm.forgetNow')}</button>
          </details>`
        : nothing
    }
  </div>`;
}

function read({ country: code, number: size, before, now, ...others }) {
  const shown = (value) => (typeof value === 'number' ? number(value) : value);
  return { ...others, country: code && country(code), number: shown(size), before: shown(before), now: shown(now) };
}

function save({ kind, evidence }) {
  saveFile(`yol-log-evidence-${kind}.txt`, 'text/plain', evidence);
}

/** The log signs nothing any more: why, by the service, and what it means for the reader. */
export function haltedNotice(halted) {
  if (!halted) return nothing;
  return html`<div class="notice notice-problem" role="alert" id="log-halted">
    <p><strong>${t('log.halted.title')}</strong></p>
    <p>${t('log.halted.text')}</p>
    <p>${halted.detail}</p>
  </div>`;
}
