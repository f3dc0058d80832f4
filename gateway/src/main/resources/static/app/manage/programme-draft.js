/** A programme as the editor types it, without its calls. */
import { t } from '../core/texts.js';
import { filled, numeric, typed } from './editor-values.js';

export function blankProgramme() {
  return {
    providerId: '',
    kind: 'scholarship',
    destination: 'JP',
    origins: [],
    levels: [],
    languages: ['en'],
    sectors: [],
    fields: '',
    months: '',
    title: {},
    description: {},
    textLanguages: ['en', 'ja'],
  };
}

export function programmeDraftOf(programme) {
  return {
    kind: programme.kind,
    destination: programme.destination ?? 'JP',
    origins: programme.origins ?? [],
    levels: programme.levels ?? [],
    languages: programme.languages ?? [],
    sectors: programme.sectors ?? [],
    fields: (programme.fields ?? []).join(', '),
    months: typed(programme.months),
    title: programme.title ?? {},
    description: programme.description ?? {},
    textLanguages: languagesOf(programme),
  };
}

function languagesOf({ title = {}, description = {} }) {
  return [...new Set(['en', ...Object.keys(title), ...Object.keys(description)])];
}

/** The body of POST and PUT; what the editor does not show (`original`) is sent back as it was. */
export function programmeRequest(draft, original) {
  const { id, version, status, provider, calls, ...kept } = original ?? {};
  return {
    ...kept,
    providerId: (!original && draft.providerId) || undefined,
    kind: draft.kind,
    destination: draft.destination,
    origins: draft.origins,
    levels: draft.levels,
    languages: draft.languages,
    sectors: draft.sectors,
    fields: draft.fields.split(/[\s,;]+/).filter(Boolean),
    months: numeric(draft.months),
    title: filled(draft.title),
    description: filled(draft.description),
  };
}

/** What can be told before asking the service, in the shape of its field errors. */
export function programmeFaults(draft) {
  const faults = [];
  const fault = (pointer, key) => faults.push({ pointer, detail: t(key) });
  if (Object.keys(filled(draft.title)).length < 2) fault('/title', 'editor.fault.twoLanguages');
  if (draft.origins.length === 0) fault('/origins', 'editor.fault.origins');
  if (draft.levels.length === 0) fault('/levels', 'editor.fault.levels');
  return faults;
}
