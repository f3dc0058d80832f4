/** What lists of other people's applications have in common. */
import { html, nothing } from 'lit';
import { labelledSelect } from '../components/labelled-select.js';
import { stateBadge } from '../components/pieces.js';
import { searchField } from '../components/search-field.js';
import { OUTCOMES, STATES } from '../core/domain.js';
import { t, word } from '../core/texts.js';

/** Narrows a list; `more` are the filters that only one of them has. Who may not know decisions has none to choose. */
export function applicationFilters({ filters, typed, choose, decisions, more = nothing }) {
  const words = (states) => states.map((state) => [state, word('state', state)]);
  return html`<search aria-label=${t('callApplications.filters')}>
    <form class="filters" @submit=${(event) => event.preventDefault()}>
      ${searchField({ id: 'applications-text', label: t('callApplications.search'), hint: t('callApplications.searchHint'), text: filters.text, typed })}
      ${labelledSelect({
        id: 'applications-state',
        label: t('callApplications.state'),
        options: words(STATES),
        value: filters.state,
        blank: t('callApplications.anyState'),
        change: (state) => choose({ state }),
      })}
      ${
        decisions
          ? labelledSelect({
              id: 'applications-decision',
              label: t('callApplications.decision'),
              options: words(OUTCOMES),
              value: filters.decision,
              blank: t('callApplications.anyDecision'),
              change: (decision) => choose({ decision }),
            })
          : nothing
      }
      ${more}
    </form>
  </search>`;
}

/** The state as the student knows it, and what is decided and not announced to those who may know. */
export function stateCell({ state, decision, nominationRank }) {
  return html`<td data-label=${t('callApplications.stateColumn')}>
    ${stateBadge(state)}
    ${nominationRank ? html`<span class="meta">${t('nomination.rank', { rank: nominationRank })}</span>` : nothing}
    ${
      decision?.outcome && !decision.published
        ? html`<span class="meta">${t('callApplications.undisclosed', { outcome: word('state', decision.outcome) })}</span>`
        : nothing
    }
  </td>`;
}
