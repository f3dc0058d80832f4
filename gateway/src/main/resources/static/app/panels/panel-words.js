/** Whom and what the lists of a panel are about. */
import { html } from 'lit';
import { applicantName } from '../components/pieces.js';
import { t } from '../core/texts.js';
import { applicationAddress } from '../selections/selection-address.js';

/** The way to an application, by the name of who applies. */
export function applicationLink(callId, { applicationId, student }) {
  return html`<a href=${applicationAddress(callId, applicationId)}>${applicantName(student) ?? t('application.heading')}</a>`;
}

/** Rows in groups by what `key` says of them, in the order in which each comes first. */
export function grouped(rows, key) {
  const groups = new Map();
  rows.forEach((row) => groups.set(key(row), [...(groups.get(key(row)) ?? []), row]));
  return [...groups];
}
