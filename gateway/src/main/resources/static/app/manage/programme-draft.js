/** A programme with its one call as the editor types it; times are wall clocks of the call's zone. */
import { localDateTime, withOffset } from '../core/format.js';
import { t } from '../core/texts.js';

export function blankDraft() {
  return {
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
    opens: '',
    closes: '',
    zone: 'Asia/Tokyo',
    intake: 'open',
    references: '0',
    rankAtMost: '1',
    documents: ['passport', 'diploma'],
    places: [blankPlace()],
    rubric: [
      { criterion: 'academic', weight: '50' },
      { criterion: 'plan', weight: '50' },
    ],
  };
}

export function blankPlace() {
  return { host: null, hostText: '', level: 'master', seats: '1' };
}

export function draftOf(programme) {
  const call = programme.calls?.[0] ?? {};
  const zone = call.zone ?? 'Asia/Tokyo';
  const text = (value) => (value === undefined || value === null ? '' : String(value));
  return {
    ...blankDraft(),
    kind: programme.kind,
    destination: programme.destination ?? 'JP',
    origins: programme.origins ?? [],
    levels: programme.levels ?? [],
    languages: programme.languages ?? [],
    sectors: programme.sectors ?? [],
    fields: (programme.fields ?? []).join(', '),
    months: text(programme.months),
    title: programme.title ?? {},
    description: programme.description ?? {},
    textLanguages: languagesOf(programme),
    zone,
    opens: call.opens ? localDateTime(call.opens, zone) : '',
    closes: call.closes ? localDateTime(call.closes, zone) : '',
    intake: call.intake ?? 'open',
    references: text(call.references ?? 0),
    rankAtMost: text(call.rankAtMost),
    documents: call.documents ?? [],
    places: (call.places ?? []).map(({ id, host, level, seats }) => ({
      id,
      host,
      hostText: host?.name ?? '',
      level,
      seats: text(seats),
    })),
    rubric: (call.rubric ?? []).map(({ criterion, weight }) => ({ criterion, weight: text(weight) })),
  };
}

function languagesOf({ title = {}, description = {} }) {
  return [...new Set(['en', ...Object.keys(title), ...Object.keys(description)])];
}

/** The body of POST and PUT; what the editor does not show (`original`) is sent back as it was. */
export function requestOf(draft, original) {
  const { id, version, status, provider, calls, ...kept } = original ?? {};
  const call = calls?.[0] ?? {};
  return {
    ...kept,
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
    calls: [
      {
        opens: draft.opens ? withOffset(draft.opens, draft.zone) : undefined,
        closes: draft.closes ? withOffset(draft.closes, draft.zone) : undefined,
        zone: draft.zone,
        intake: draft.intake,
        documents: draft.documents,
        references: numeric(draft.references) ?? 0,
        rankAtMost: numeric(draft.rankAtMost),
        caps: call.caps,
        places: draft.places
          .filter(({ host, hostText }) => host || hostText)
          .map(({ host, level, seats }) => ({ hostId: host?.id, level, seats: numeric(seats) })),
        rubric: draft.rubric
          .filter(({ criterion }) => criterion)
          .map(({ criterion, weight }) => ({ criterion: slug(criterion), weight: numeric(weight) })),
      },
    ],
  };
}

/** What can be told before asking the service, in the shape of its field errors. */
export function faultsOf(draft) {
  const faults = [];
  const fault = (pointer, key) => faults.push({ pointer, detail: t(key) });
  if (Object.keys(filled(draft.title)).length < 2) fault('/title', 'editor.fault.twoLanguages');
  if (draft.origins.length === 0) fault('/origins', 'editor.fault.origins');
  if (draft.levels.length === 0) fault('/levels', 'editor.fault.levels');
  if (!draft.opens) fault('/calls/0/opens', 'editor.fault.opens');
  if (!draft.closes) fault('/calls/0/closes', 'editor.fault.closes');
  if (draft.opens && draft.closes && draft.closes <= draft.opens)
    fault('/calls/0/closes', 'editor.fault.closesAfterOpens');
  if (!draft.places.some(({ host }) => host)) fault('/calls/0/places/0/hostId', 'editor.fault.places');
  return [...faults, ...unknownHosts(draft)];
}

export function unknownHosts(draft) {
  return draft.places.flatMap(({ host, hostText }, index) =>
    !host && hostText ? [{ pointer: `/calls/0/places/${index}/hostId`, detail: t('editor.fault.host') }] : [],
  );
}

/** The id of the field a pointer of the request belongs to. */
export function fieldOf(pointer) {
  const id = pointer.replace(/^\/(calls\/\d+\/)?/, '').replaceAll('/', '-');
  return (
    { title: 'title-en', description: 'description-en', places: 'places-0-hostId', rubric: 'rubric-0-criterion' }[id] ??
    id
  );
}

function filled(versions) {
  return Object.fromEntries(
    Object.entries(versions)
      .map(([language, text]) => [language, text?.trim()])
      .filter(([, text]) => text),
  );
}

function numeric(text) {
  return text === '' || text === undefined ? undefined : Number(text);
}

function slug(criterion) {
  return criterion.trim().toLowerCase().replaceAll(/\s+/g, '-');
}
