/** What an entry of the audit trail says besides, in the words of the reader. */
import { country } from '../core/format.js';
import { t, word } from '../core/texts.js';

/** By the name in the trail: the text that names it, and how its value is read, which else stands as it is. */
const FACTS = {
  state: ['callApplications.state', (value) => word('state', value)],
  receipt: ['receipt.number'],
  kind: ['audit.document', (value) => word('document', value)],
  format: ['exportFormats.format', (value) => value.toUpperCase()],
  reference: ['letter.title'],
  outcome: ['decision.outcome', (value) => word('state', value)],
  place: ['decision.place'],
  scores: ['callApplications.scores', (value) => scoresRead(value)],
  country: ['find.facet.country', (value) => country(value)],
  nominated: ['state.nominated', (value) => listRead(value)],
  declined: ['nomination.not', (value) => listRead(value)],
};

/** `{label, text}` of each; digests are for the file and not for reading. */
export function factsRead(facts) {
  return Object.entries(facts)
    .filter(([name]) => name !== 'sha256')
    .map(([name, value]) => {
      const [key, read = (same) => same] = FACTS[name] ?? [];
      return { label: key ? t(key) : word('audit.names', name), text: read(value) };
    });
}

/** Of `{academic=9, plan=7}`. */
function scoresRead(value) {
  return inside(value)
    .map((score) => score.split('='))
    .map(([criterion, points]) => `${word('criteria', criterion)} ${points}`)
    .join(' · ');
}

/** Of `[kz-1, kz-2]`. */
function listRead(value) {
  return inside(value).join(', ') || '–';
}

function inside(value) {
  return value.slice(1, -1).split(', ').filter(Boolean);
}
