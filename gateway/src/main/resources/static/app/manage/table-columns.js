import { html, nothing } from 'lit';
import { stateBadge } from '../components/pieces.js';
import { nameOf } from '../core/organisations.js';
import { briefDateTime, country, score } from '../core/format.js';
import { device } from '../core/storage.js';
import { t, word } from '../core/texts.js';

const KEPT = 'yol:applications-table';
/** More choices than these stand under the last one. */
const CHOICES_SHOWN = 3;

/**
 * The columns of the table of a call's applications, besides that of the student. `sort` is what pressing the head
 * orders by; `cell` gets the application and what is known of the call.
 */
export function columnsOf({ rankAtMost, placeId }) {
  const choices = Array.from({ length: Math.min(rankAtMost ?? 1, CHOICES_SHOWN) }, (_, index) => choiceColumn(index));
  return [
    { key: 'country', label: t('callApplications.country'), cell: ({ student }) => country(student?.country) },
    { key: 'state', label: t('callApplications.stateColumn'), cell: stateRead },
    ...(placeId ? [scoreColumn(placeId)] : []),
    ...choices,
    { key: 'reviews', label: t('callApplications.reviews'), isNumber: true, cell: reviewsRead },
    { key: 'decision', label: t('callApplications.decision'), cell: decisionRead },
    {
      key: 'submitted',
      label: t('callApplications.submitted'),
      sort: ['submitted', 'earliest'],
      cell: ({ submittedAt }) => (submittedAt ? briefDateTime(submittedAt) : nothing),
    },
  ];
}

function scoreColumn(placeId) {
  return {
    key: 'score',
    label: t('callApplications.scoreHere'),
    sort: ['place-score'],
    isNumber: true,
    cell: ({ scores }) => (scores?.[placeId] === undefined ? nothing : score(scores[placeId])),
  };
}

/** A place and, at its end, the score there. */
function choiceColumn(index) {
  return {
    key: `choice-${index + 1}`,
    label: t('callApplications.choice', { rank: index + 1 }),
    cell: (application, call) => {
      const id = application.choices?.[index];
      if (!id) return nothing;
      const points = application.scores?.[id];
      return html`<span class="choice-cell" title=${placeRead(id, call)}
        ><span class="choice-place">${placeRead(id, call)}</span>
        <span class="choice-score">${points === undefined ? '–' : score(points)}</span></span
      >`;
    },
  };
}

export function placeRead(id, call) {
  const place = call.places?.find((each) => each.id === id);
  if (!place) return t('place.unknown');
  const host = place.host?.id === 'any' ? t('place.anyHost') : nameOf(place.host);
  return `${host} · ${word('level', place.level)}`;
}

function stateRead({ state, nominationRank }) {
  return html`${stateBadge(state)}
  ${nominationRank ? html`<span class="meta">${t('nomination.rank', { rank: nominationRank })}</span>` : nothing}`;
}

/** How many reviews there are, of those that the call wants at the places that are ranked. */
function reviewsRead({ choices = [], reviewsDone = {} }, call) {
  const done = Object.values(reviewsDone).reduce((sum, each) => sum + each, 0);
  return `${done}/${choices.length * (call.reviewing?.reviews ?? 1)}`;
}

/** One word for what is decided, and one for whether the student knows. */
function decisionRead({ decision }) {
  if (!decision?.outcome) return nothing;
  return html`${word('state', decision.outcome)}
    <span class=${decision.published ? 'meta' : 'meta not-told'}
      >${t(decision.published ? 'callApplications.told' : 'callApplications.draft')}</span
    >`;
}

/** How the reader of this device wants the table: which columns are left out, and how high its rows are. */
export function tableLook() {
  try {
    const { hidden = [], dense = true } = JSON.parse(device.get(KEPT)) ?? {};
    return { hidden, dense };
  } catch {
    return { hidden: [], dense: true };
  }
}

export function rememberLook(look) {
  device.set(KEPT, JSON.stringify(look));
}
