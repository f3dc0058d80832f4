import { html, nothing } from 'lit';
import { dateTime, READER_ZONE } from '../core/format.js';
import { t } from '../core/texts.js';

/** What was changed of something that is public, and why. */
export function amendmentsMade({ amendments = [], zone = READER_ZONE }) {
  if (!amendments.length) return nothing;
  return html`<section aria-labelledby="made-heading">
    <h2 id="made-heading">${t('programme.amendments')}</h2>
    <ul class="amendments">
      ${amendments.map(({ at, reason }) => html`<li><time datetime=${at}>${dateTime(at, zone)}</time> ${reason}</li>`)}
    </ul>
  </section>`;
}
