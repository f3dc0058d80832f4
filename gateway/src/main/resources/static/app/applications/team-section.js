/** Those who apply together to a joint research: a row a person, one of whom leads. */
import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { teamAsked } from '../components/team-asked.js';
import { COUNTRIES } from '../core/domain.js';
import { country } from '../core/format.js';
import { t } from '../core/texts.js';

/** As many as a team may have. */
const MOST = 50;

/**
 * The rows of a draft.
 *
 * @param team as it is written; each person an object of what is known
 * @param errors by pointer, those of the team below `/team`
 * @param change takes the team as it is then
 */
export function teamFields(application, team, errors, change) {
  const error = errors['/team'];
  return html`<p>${teamAsked(application.teamAsked)} ${t('team.intro')}</p>
    ${error ? html`<p class="field-error" id="team-error">${error}</p>` : nothing}
    ${team.map((member, index) => row(member, index, errors, application.limits, {
      write: (name, value) => change(team.map((each, at) => (at === index ? { ...each, [name]: value } : each))),
      lead: () => change(team.map((each, at) => ({ ...each, lead: at === index }))),
      remove: () => change(team.filter((_, at) => at !== index)),
    }))}
    <p>
      <button
        type="button"
        class="secondary outline"
        id="team-add"
        ?disabled=${team.length >= MOST}
        @click=${() => change([...team, { lead: team.length === 0 }])}
      >
        ${t('team.add')}
      </button>
    </p>`;
}

function row(member, index, errors, limits, { write, lead, remove }) {
  const number = index + 1;
  const line = (name, { type = 'text', optional = false } = {}) =>
    field({
      id: `team-${index}-${name}`,
      label: t(`team.${name}`),
      error: errors[`/team/${index}/${name}`],
      optional,
      text: member[name],
      most: limits?.[`team.${name}`],
      control: ({ described, invalid }) =>
        html`<input
          id="team-${index}-${name}"
          type=${type}
          autocomplete="off"
          .value=${member[name] ?? ''}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${(event) => write(name, event.target.value)}
        />`,
    });
  return html`<fieldset class="team-member" id="team-${index}">
    <legend>${t('team.member', { number })}</legend>
    <div class="form-grid">
      ${line('name')} ${line('role')} ${line('institution')}
      ${field({
        id: `team-${index}-country`,
        label: t('team.country'),
        error: errors[`/team/${index}/country`],
        control: ({ described, invalid }) =>
          html`<select
            id="team-${index}-country"
            aria-describedby=${described}
            aria-invalid=${invalid}
            @change=${(event) => write('country', event.target.value)}
          >
            <option value="" .selected=${!member.country}>${t('form.choose')}</option>
            ${COUNTRIES.map(
              (code) => html`<option value=${code} .selected=${member.country === code}>${country(code)}</option>`,
            )}
          </select>`,
      })}
      ${line('email', { type: 'email', optional: true })}
    </div>
    <label class="radio">
      <input type="radio" name="team-lead" id="team-${index}-lead" .checked=${Boolean(member.lead)} @change=${lead} />
      ${t('team.lead')}
    </label>
    <button type="button" class="secondary outline" aria-label=${t('team.removeMember', { number })} @click=${remove}>
      ${t('team.remove')}
    </button>
  </fieldset>`;
}

/** The team of an application that is only read. */
export function teamRead({ team }) {
  if (!team?.length) return nothing;
  return html`<section class="panel" id="team" aria-labelledby="team-heading">
    <h2 id="team-heading">${t('form.team')}</h2>
    <ul class="rows">
      ${team.map(
        ({ name, role, institution, country: code, email, lead }) =>
          html`<li>
            <strong>${name}</strong> ${lead ? html`<span class="badge">${t('team.isLead')}</span>` : nothing}
            <p class="meta">
              ${[role, institution, code && country(code), email].filter(Boolean).join(' · ')}
            </p>
          </li>`,
      )}
    </ul>
  </section>`;
}
