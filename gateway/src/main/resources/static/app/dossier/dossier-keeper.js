/** Brings what a student says of themselves to the server. */
import { api } from '../core/api.js';
import { readHeld } from '../core/held.js';
import { SharedKeeper } from '../core/shared-keeper.js';

export const DOSSIER = '/api/profile';

/** Reads the student's dossier and keeps it from then on. */
export async function openDossier(options) {
  let keeper = null;
  const read = (waiting) => api.get(DOSSIER, { ...options, ...waiting });
  const { body, version } = await readHeld('dossier', read, () => keeper?.refresh());
  keeper = new DossierKeeper(body, version);
  return keeper;
}

export class DossierKeeper extends SharedKeeper {
  constructor(body, version) {
    super(body, version);
    this.begin();
  }

  get thing() {
    return 'dossier';
  }

  read(options) {
    return api.get(DOSSIER, options);
  }

  write(content, options) {
    return api.put(DOSSIER, content, options);
  }

  contentOf({ particulars, ...typed }) {
    return tidy(particulars ?? typed) ?? {};
  }
}

/** What counts: empty fields say nothing, numbers are as they are written, and when a consent was given says the server. */
function tidy(value) {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => tidy(entry) ?? {});
    return entries.length ? entries : undefined;
  }
  if (value && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([name]) => name !== 'given' || !('kind' in value))
      .map(([name, each]) => [name, tidy(each)])
      .filter(([, each]) => each !== undefined);
    return fields.length ? Object.fromEntries(fields) : undefined;
  }
  if (typeof value === 'number') return String(value);
  return value === null || value === '' ? undefined : value;
}
