import { html } from 'lit';
import { country, list } from '../core/format.js';
import { t } from '../core/texts.js';

/** Who has to apply together to a joint research; null where nobody has to. */
export function teamAsked(team) {
  if (!team) return null;
  const { membersAtLeast, countriesAtLeast, mustInclude } = team;
  const members = t('particulars.team', { count: membersAtLeast, countries: countriesAtLeast });
  return mustInclude.length
    ? html`${members} ${t('particulars.mustInclude', { countries: list(mustInclude.map(country)) })}`
    : members;
}
