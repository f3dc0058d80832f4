/** A call as the editor types it; times are wall clocks of its zone. */
import { localDateTime, withOffset } from '../core/format.js';
import { t } from '../core/texts.js';
import { numeric, typed } from './editor-values.js';

export function blankCall() {
  return {
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

export function callDraftOf(call) {
  const zone = call.zone ?? 'Asia/Tokyo';
  return {
    zone,
    opens: call.opens ? localDateTime(call.opens, zone) : '',
    closes: call.closes ? localDateTime(call.closes, zone) : '',
    intake: call.intake ?? 'open',
    references: typed(call.references ?? 0),
    rankAtMost: typed(call.rankAtMost),
    documents: call.documents ?? [],
    places: (call.places ?? []).map(({ id, host, level, seats }) => ({
      id,
      host,
      hostText: host?.name ?? '',
      level,
      seats: typed(seats),
    })),
    rubric: (call.rubric ?? []).map(({ criterion, weight }) => ({ criterion, weight: typed(weight) })),
  };
}

/** A new call begins with the rules of the one before: year after year it is the dates that change. */
export function nextCallAfter(call) {
  return call ? { ...callDraftOf(call), opens: '', closes: '' } : blankCall();
}

/** The body of POST and PUT; what the editor does not show (`original`) is sent back as it was. */
export function callRequest(draft, original) {
  return {
    opens: draft.opens ? withOffset(draft.opens, draft.zone) : undefined,
    closes: draft.closes ? withOffset(draft.closes, draft.zone) : undefined,
    zone: draft.zone,
    intake: draft.intake,
    documents: draft.documents,
    references: numeric(draft.references) ?? 0,
    rankAtMost: numeric(draft.rankAtMost),
    caps: original?.caps,
    places: draft.places
      .filter(({ host, hostText }) => host || hostText)
      .map(({ host, level, seats }) => ({ hostId: host?.id, level, seats: numeric(seats) })),
    rubric: draft.rubric
      .filter(({ criterion }) => criterion)
      .map(({ criterion, weight }) => ({ criterion: slug(criterion), weight: numeric(weight) })),
  };
}

/** What can be told before asking the service, in the shape of its field errors. */
export function callFaults(draft) {
  const faults = [];
  const fault = (pointer, key) => faults.push({ pointer, detail: t(key) });
  if (!draft.opens) fault('/opens', 'editor.fault.opens');
  if (!draft.closes) fault('/closes', 'editor.fault.closes');
  if (draft.opens && draft.closes && draft.closes <= draft.opens) fault('/closes', 'editor.fault.closesAfterOpens');
  if (!draft.places.some(({ host }) => host)) fault('/places/0/hostId', 'editor.fault.places');
  return [...faults, ...unknownHosts(draft)];
}

export function unknownHosts(draft) {
  return draft.places.flatMap(({ host, hostText }, index) =>
    !host && hostText ? [{ pointer: `/places/${index}/hostId`, detail: t('editor.fault.host') }] : [],
  );
}

function slug(criterion) {
  return criterion.trim().toLowerCase().replaceAll(/\s+/g, '-');
}
