/** What calls are called: the titles of their programmes, each asked for once. */
import { api } from '../core/api.js';
import { localized } from '../core/texts.js';

const asked = new Map();
const known = new Map();

/** In the reader's language; nothing while it is not known. */
export function callTitle(call) {
  const title = known.get(call);
  return title && localized(title).text;
}

/** Resolves when what can be known of these calls is; nobody is told of what cannot. */
export function knowTitles(calls) {
  return Promise.all([...new Set(calls)].map(titleOf));
}

function titleOf(call) {
  if (!asked.has(call)) asked.set(call, ask(call));
  return asked.get(call);
}

async function ask(call) {
  try {
    const { body } = await api.once('GET', `/api/calls/${encodeURIComponent(call)}`);
    const programme = await api.once('GET', `/api/programs/${encodeURIComponent(body.programmeId)}`);
    known.set(call, programme.body.title);
  } catch {
    asked.delete(call);
  }
}
