/** What programmes are called that others speak of. */
import { api, query } from '../core/api.js';
import { BACKGROUND } from '../inbox/messages.js';

const MOST = 100;
const known = new Map();

/** Those that are public, as many as anybody looks through: `[{id, title}]`. */
export async function publishedProgrammes() {
  const { body } = await api.get(`/api/programs${query({ limit: MOST })}`, BACKGROUND).catch(() => ({ body: {} }));
  const all = (body.items ?? []).map(({ id, title }) => ({ id, title }));
  all.forEach(({ id, title }) => known.set(id, title));
  return all;
}

/** Titles by id, without those that nobody may see. */
export async function programmeTitles(ids) {
  await Promise.all(ids.filter((id) => !known.has(id)).map(read));
  return Object.fromEntries(ids.filter((id) => known.get(id)).map((id) => [id, known.get(id)]));
}

async function read(id) {
  const answer = await api.get(`/api/programs/${encodeURIComponent(id)}`, BACKGROUND).catch(() => null);
  if (answer) known.set(id, answer.body.title);
}
