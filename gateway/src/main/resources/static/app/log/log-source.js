/** What the service publishes of the log. */
import { api, query } from '../core/api.js';
import { patiently } from '../core/waiting.js';
import { HASH_LENGTH } from './hashes.js';
import { tilePath } from './tiles.js';

export const LOG = '/api/log';
const FULL = 256;

export async function readKeys() {
  return (await api.get(`${LOG}/keys`)).body;
}

/** The signed note as it is; a log that has halted says so at once, whatever it waits for will not pass by itself. */
export async function readCheckpoint({ quiet = false } = {}) {
  const ask = () => api.once('GET', `${LOG}/checkpoint`, { accept: 'text/plain', take: (answer) => answer.text() });
  const { halted, body } = await patiently(
    () =>
      ask().catch((problem) => {
        if (problem.is('log-halted')) return { halted: problem };
        throw problem;
      }),
    { ofPage: !quiet, quiet: () => quiet },
  );
  if (halted) throw halted;
  return body;
}

/** Of one that is no longer kept as a part the whole is read. */
export async function readTile(tile) {
  try {
    return await bytesAt(tile);
  } catch (problem) {
    if (problem.status !== 404 || tile.width === FULL) throw problem;
    return (await bytesAt({ ...tile, width: FULL })).slice(0, tile.width * HASH_LENGTH);
  }
}

async function bytesAt(tile) {
  const { body } = await api.download(`${LOG}/${tilePath(tile)}`, 'application/octet-stream', (answer) => answer.arrayBuffer());
  return new Uint8Array(body);
}

/** A page of `{index, leaf, entry}`, the newest first. */
export async function readEntries(filter, options) {
  return (await api.get(`${LOG}/entries${query(filter)}`, options)).body;
}

export async function readEntry(index) {
  return (await api.get(`${LOG}/entries/${index}`)).body;
}

/** That of a leaf hash in hex; null where there is none, or none yet. */
export async function readLeaf(leaf) {
  try {
    return (await api.get(`${LOG}/leaves/${leaf}`)).body;
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

export async function readGrowth(options) {
  return (await api.get(`${LOG}/growth`, options)).body;
}

export async function readWitnesses(options) {
  return (await api.get(`${LOG}/witnesses`, options)).body;
}

export async function readEvidence(options) {
  return (await api.get(`${LOG}/evidence`, options)).body;
}
