/** What organisations are called: those that offer programmes, and those that receive students. */
import { api } from './api.js';
import { session } from './session.js';
import { texts } from './texts.js';

/** The name in the reader's language, else the one in Latin letters. */
export function nameOf(organisation) {
  return organisation?.names?.[texts.language] ?? organisation?.name ?? organisation?.id ?? '';
}

/** Whether somebody has typed one of an organisation's names. */
export function isCalled({ name, names = {} }, text) {
  const typed = text.trim().toLowerCase();
  return [name, ...Object.values(names)].some((each) => each.toLowerCase() === typed);
}

const own = new Map();

/** The organisation of who is signed in, asked for once: `{id}` alone where nobody has said who it is. */
export async function ownOrganisation() {
  const id = session.organization;
  if (!id) return null;
  if (!own.has(id)) own.set(id, await found(id));
  return own.get(id);
}

/** After it has been written. */
export function forgetOwnOrganisation() {
  own.clear();
}

async function found(id) {
  const places = session.is('reviewer') ? ['hosts', 'providers'] : ['providers', 'hosts'];
  for (const place of places) {
    try {
      return (await api.get(`/api/${place}/${encodeURIComponent(id)}`, { quiet: true })).body;
    } catch (problem) {
      if (problem.status !== 404) throw problem;
    }
  }
  return { id };
}

/** The providers whose programmes the coordinator writes, their own first. */
export async function writtenFor() {
  const { body } = await api.get('/api/providers?mine=true&limit=100');
  const isOwn = ({ id }) => id === session.organization;
  return [...body.items.filter(isOwn), ...body.items.filter((provider) => !isOwn(provider))];
}
