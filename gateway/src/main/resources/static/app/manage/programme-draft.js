/** A programme as the editor types it, without its calls. Fields of a part are named as the pointers of the request. */
import { t, texts } from '../core/texts.js';
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
    website: '',
    contact: '',
    title: {},
    description: {},
    textLanguages: ['en', 'ja'],
    ...paysDraftOf(),
    ...trainingDraftOf({}),
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
    website: typed(programme.website),
    contact: typed(programme.contact),
    title: programme.title ?? {},
    description: programme.description ?? {},
    textLanguages: languagesOf(programme),
    ...paysDraftOf(programme.pays),
    ...trainingDraftOf(programme),
  };
}

function paysDraftOf({ stipendPerMonth = [], regional = [], currency, tuition, airfare } = {}) {
  return {
    'pays-stipendPerMonth': stipendPerMonth.join(', '),
    'pays-regional': regional.join(', '),
    'pays-currency': currency ?? 'JPY',
    'pays-tuition': typed(tuition),
    'pays-airfare': typed(airfare),
  };
}

function trainingDraftOf({ sessions = [], certificate = {} }) {
  return {
    sessions: sessions.map(({ starts, ends, name }) => ({
      starts,
      ends,
      names: name,
      name: shownOf(name),
    })),
    'certificate-standard': typed(certificate.standard),
    'certificate-expires': typed(certificate.expires),
  };
}

/** A name in the reader's language, else in another one. */
function shownOf(names = {}) {
  return names[texts.language] ?? names.en ?? Object.values(names)[0] ?? '';
}

function languagesOf({ title = {}, description = {} }) {
  return [...new Set(['en', ...Object.keys(title), ...Object.keys(description)])];
}

/** The body of POST and PUT. */
export function programmeRequest(draft, original) {
  return {
    providerId: (!original && draft.providerId) || undefined,
    kind: draft.kind,
    destination: draft.destination,
    origins: draft.origins,
    levels: draft.levels,
    languages: draft.languages,
    sectors: draft.sectors,
    fields: draft.fields.split(/[\s,;]+/).filter(Boolean),
    months: numeric(draft.months),
    website: draft.website?.trim() || undefined,
    contact: draft.contact?.trim() || undefined,
    pays: paysRequest(draft),
    sessions: (draft.sessions ?? []).filter(isBegun).map(({ starts, ends, name, names }) => ({
      starts: starts || undefined,
      ends: ends || undefined,
      name: filled(name === shownOf(names) ? { ...names } : { ...names, [texts.language]: name }),
    })),
    certificate: draft['certificate-standard']?.trim()
      ? {
          standard: draft['certificate-standard'].trim(),
          expires: draft['certificate-expires']?.trim() || undefined,
        }
      : undefined,
    title: filled(draft.title),
    description: filled(draft.description),
    reason: draft.reason || undefined,
  };
}

function isBegun({ starts, ends, name }) {
  return starts || ends || name.trim();
}

/** Whoever pays nothing in money has no currency. */
function paysRequest(draft) {
  const stipendPerMonth = amounts(draft['pays-stipendPerMonth']);
  const regional = amounts(draft['pays-regional']);
  const pays = {
    stipendPerMonth,
    regional,
    currency: stipendPerMonth.length || regional.length ? draft['pays-currency'].trim().toUpperCase() : undefined,
    tuition: draft['pays-tuition'] || undefined,
    airfare: draft['pays-airfare'] || undefined,
  };
  return Object.values(pays).some((value) => value?.length) ? pays : undefined;
}

/** "143000, 144 000.5": several where they depend on the level. What is no number is for the service to refuse. */
function amounts(text = '') {
  return text
    .split(/[,;]/)
    .map((amount) => amount.replaceAll(/\s/g, ''))
    .filter(Boolean)
    .map((amount) => (Number.isNaN(Number(amount)) ? amount : Number(amount)));
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
