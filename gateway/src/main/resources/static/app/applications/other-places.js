/** Other places that a student holds beside the one that is offered. */
import { html, nothing } from 'lit';
import { deadline, writtenText } from '../components/pieces.js';
import { t } from '../core/texts.js';
import { isKept } from './kept-places.js';

/** A line for each; with `change` it is chosen which of those that may be kept are given up. */
export function otherPlaces(others, { givingUp = [], change } = {}) {
  return others.map(
    (other) =>
      html`<li id="other-${other.applicationId}">
        <a href="/applications/${other.applicationId}">${writtenText(other.programmeTitle)}</a> · ${other.placeName}
        <p class="meta">
          ${t(`offer.held.${other.state}`)}
          ${other.answerBy ? deadline(other.answerBy, other.zone, { label: t('offer.answerBy') }) : nothing}
        </p>
        ${change ? fate(other, givingUp, change) : nothing}
      </li>`,
  );
}

function fate(other, givingUp, change) {
  const { applicationId, excluded } = other;
  if (excluded) return html`<p class="fate"><strong>${t('offer.mustGiveUp')}</strong></p>`;
  const choice = (kept, words) =>
    html`<label>
      <input
        type="radio"
        name="fate-${applicationId}"
        id="${kept ? 'keep' : 'give-up'}-${applicationId}"
        .checked=${isKept(other, givingUp) === kept}
        @change=${() =>
          change(kept ? givingUp.filter((id) => id !== applicationId) : [...givingUp, applicationId])}
      />
      ${words}
    </label>`;
  return html`<div class="checks fate">${choice(true, t('offer.keepToo'))} ${choice(false, t('offer.giveUp'))}</div>`;
}
