import { html, nothing } from 'lit';
import { t } from '../core/texts.js';
import { panelAddress } from '../panels/panel-address.js';
import { callDeadline, phaseBadge } from '../programmes/programme-card.js';
import { runsAddress } from '../selections/selection-address.js';

/** The calls of a programme as its coordinator works with them: to the applications, or on with a draft. */
export function callRows({ id, calls = [], status }) {
  if (calls.length === 0) return html`<p class="meta">${t('manage.noCall')}</p>`;
  return html`<ul class="call-rows">
    ${calls.map((call) => callRow(call, status === 'draft' && calls.length === 1 ? `/manage/${id}` : `/manage/calls/${call.id}`))}
  </ul>`;
}

export function archivedBadge({ archived }) {
  return archived ? html`<span class="badge">${t('changes.archived')}</span>` : nothing;
}

function callRow(call, editor) {
  const counts = call.counts && {
    started: call.counts.started ?? 0,
    submitted: call.counts.submitted ?? 0,
  };
  return html`<li>
    ${phaseBadge(call.phase)} ${archivedBadge(call)} ${call.closes || call.opens ? callDeadline(call) : nothing}
    ${counts ? html`<span class="meta">${t('manage.counts', counts)}</span>` : nothing}
    ${
      call.status === 'draft'
        ? html`<a href=${editor}>${t('manage.edit')}</a>`
        : html`<a href="/manage/calls/${call.id}/applications">${t('manage.applications')}</a>
            <a href=${panelAddress(call.id)}>${t('panel.title')}</a>
            <a href=${runsAddress(call.id)}>${t('selection.runs.title')}</a>
            <a href="/manage/calls/${call.id}/changes">${t('manage.change')}</a>`
    }
  </li>`;
}

/** The way to a further call of a programme that is public. */
export function addCall({ id }) {
  return html`<a class="add-call" href="/manage/${id}/calls/new">${t('manage.addCall')}</a>`;
}
