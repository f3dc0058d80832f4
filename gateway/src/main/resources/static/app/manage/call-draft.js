/** A call as the editor types it; times are wall clocks of its zone. */
import { CRITERIA } from '../core/domain.js';
import { localDateTime } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { named, t, texts, word } from '../core/texts.js';
import { filled, numeric, typed } from './editor-values.js';
import { slugOf } from './own-words.js';
import { particularsDraftOf, particularsRequest } from './particulars-draft.js';
import { ruleDraftOf, ruleRequest } from './rule-draft.js';

/** Whichever university takes the student. */
export const ANY_HOST = { id: 'any', name: 'any' };

export function blankCall() {
  return {
    opens: '',
    closes: '',
    zone: 'Asia/Tokyo',
    intake: 'open',
    graceMinutes: '0',
    references: '0',
    rankAtMost: '1',
    answerBy: '',
    referencesClose: '',
    resultsOn: '',
    documents: ['passport', 'diploma'],
    places: [blankPlace()],
    rubric: [
      { criterion: word('criteria', 'academic'), weight: '50' },
      { criterion: word('criteria', 'plan'), weight: '50' },
    ],
    documentNotes: [],
    names: [],
    eligibility: [],
    extensions: [],
    caps: {},
    nominationsAtMost: {},
    ...particularsDraftOf({}),
  };
}

export function blankPlace() {
  return { host: null, hostText: '', level: 'master', seats: '1', group: '', reserves: {} };
}

export function callDraftOf(call) {
  const zone = call.zone ?? 'Asia/Tokyo';
  return {
    zone,
    opens: call.opens ? localDateTime(call.opens, zone) : '',
    closes: call.closes ? localDateTime(call.closes, zone) : '',
    intake: call.intake ?? 'open',
    graceMinutes: typed(call.graceMinutes ?? 0),
    references: typed(call.references ?? 0),
    rankAtMost: typed(call.rankAtMost),
    answerBy: call.answerBy ? localDateTime(call.answerBy, zone) : '',
    referencesClose: call.referencesClose ? localDateTime(call.referencesClose, zone) : '',
    resultsOn: typed(call.resultsOn),
    documents: call.documents ?? [],
    places: placesDraftOf(call.places),
    rubric: (call.rubric ?? []).map(({ criterion, weight }) => ({
      keyword: criterion,
      criterion: named(call, 'criteria', criterion),
      weight: typed(weight),
    })),
    documentNotes: call.documentNotes ?? [],
    names: call.names ?? [],
    eligibility: (call.eligibility ?? []).map(ruleDraftOf),
    extensions: extensionsDraftOf(call, zone),
    caps: typedByKey(call.caps),
    nominationsAtMost: typedByKey(call.nominationsAtMost),
    ...particularsDraftOf(call, zone),
  };
}

/** Of a draft: what was granted to a published call stays granted, and is no part of it. */
function extensionsDraftOf({ status, extensions = [] }, zone) {
  if (status === 'published') return undefined;
  return extensions.map(({ countries, closes, reason }) => ({
    countries: countries ?? [],
    closes: localDateTime(closes, zone),
    reason,
  }));
}

function typedByKey(numbers = {}) {
  return Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, typed(number)]));
}

function numericByKey(texts = {}) {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([key, text]) => [key, numeric(text)]),
  );
}

/** There is a row to begin with. */
function placesDraftOf(places = []) {
  if (!places.length) return [blankPlace()];
  return places.map(({ id, host, level, seats, group, reserves }) => ({
    id,
    host,
    hostText: host.id === ANY_HOST.id ? t('place.anyHost') : nameOf(host),
    level,
    seats: typed(seats),
    group: typed(group),
    reserves: typedByKey(reserves),
  }));
}

/** A new call begins with the rules of another one: year after year it is the dates that change. */
export function nextCallAfter(call) {
  if (!call) return blankCall();
  return {
    ...callDraftOf(call),
    opens: '',
    closes: '',
    answerBy: '',
    referencesClose: '',
    resultsOn: '',
    extensions: [],
    'letters-requestBy': '',
    'exams-date': '',
  };
}

/** The body of POST and PUT, for a programme of that kind. */
export function callRequest(draft, kind) {
  return {
    ...particularsRequest(draft, kind),
    // Wall clocks: the service knows the zones, this device may not.
    opens: draft.opens || undefined,
    closes: draft.closes || undefined,
    zone: draft.zone,
    graceMinutes: numeric(draft.graceMinutes) ?? 0,
    answerBy: draft.answerBy || undefined,
    referencesClose: draft.referencesClose || undefined,
    resultsOn: draft.resultsOn || undefined,
    intake: draft.intake,
    documents: draft.documents,
    documentNotes: sentNotes(draft),
    references: numeric(draft.references) ?? 0,
    rankAtMost: numeric(draft.rankAtMost),
    reason: draft.reason || undefined,
    places: draft.places
      .filter(({ host }) => host)
      .map(({ host, level, seats, group, reserves }) => ({
        hostId: host?.id,
        level,
        seats: numeric(seats),
        group: group || undefined,
        reserves: numericByKey(reserves),
      })),
    caps: numericByKey(draft.caps),
    // Typed before somebody opened the call to everybody, they are kept here and not sent.
    nominationsAtMost: draft.intake === 'nominated' ? numericByKey(draft.nominationsAtMost) : undefined,
    extensions: draft.extensions?.filter(isExtension).map(({ countries, closes, reason }) => ({
      countries,
      closes: closes || undefined,
      reason: reason.trim() || undefined,
    })),
    rubric: draft.rubric
      .filter(({ criterion }) => criterion)
      .map((line, index) => ({ criterion: keywordOf(line, index), weight: numeric(line.weight) })),
    names: namesOf(draft),
    // Kept by an older version of this page, a draft has none.
    eligibility: (draft.eligibility ?? []).map(ruleRequest),
  };
}

/** Beside documents that are asked for. */
function sentNotes({ documents, documentNotes = [] }) {
  return documentNotes
    .filter(({ document }) => documents.includes(document))
    .map(({ document, text = {}, template }) => ({
      document,
      text: filled(text),
      template: template?.trim() || undefined,
    }))
    .filter(({ text, template }) => template || Object.keys(text).length);
}

function isExtension({ countries, closes, reason }) {
  return countries.length || closes || reason.trim();
}

/** Rows of the draft that are sent. */
const SENT = {
  places: ({ host }) => host,
  rubric: ({ criterion }) => criterion,
  extensions: isExtension,
};

/** Where in the draft a pointer of its request points: rows in which nothing is typed yet are not sent. */
export function inDraft(draft, pointer) {
  const [, part, index, rest] = pointer.match(/^\/(\w+)\/(\d+)(.*)$/) ?? [];
  if (part === 'names') return `/names/${namesOf(draft)[index]?.keyword ?? index}${rest}`;
  if (part === 'documentNotes') return `/documentNotes/${sentNotes(draft)[index]?.document ?? index}${rest}`;
  if (!SENT[part]) return pointer;
  const sent = draft[part].flatMap((row, at) => (SENT[part](row) ? [at] : []));
  return `/${part}/${sent[index] ?? index}${rest}`;
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

function unknownHosts(draft) {
  return draft.places.flatMap(({ host, hostText }, index) =>
    !host && hostText ? [{ pointer: `/places/${index}/hostId`, detail: t('editor.fault.host') }] : [],
  );
}

/** The keyword of a criterion: of the catalogue where it is called as there, else one of its own. */
function keywordOf({ keyword, criterion }, index) {
  const words = criterion.trim();
  const known = CRITERIA.find((each) => word('criteria', each) === words || each === words);
  if (known) return known;
  if (keyword && !CRITERIA.includes(keyword)) return keyword;
  return slugOf(words) ?? `criterion-${index + 1}`;
}

/** What words of one's own are called: criteria in the language they are typed in, and in the others as before. */
function namesOf(draft) {
  const names = draft.names ?? [];
  const own = draft.rubric
    .map((line, index) => ({ ...line, keyword: keywordOf(line, index), words: line.criterion.trim(), held: line.keyword }))
    .filter(({ keyword, words }) => words && !CRITERIA.includes(keyword))
    .filter(({ keyword, words, held }) => !held || words !== named({ names }, 'criteria', keyword));
  const kept = names.filter(({ keyword }) => !own.some((line) => line.keyword === keyword));
  const before = (keyword) => names.find((name) => name.keyword === keyword)?.text ?? {};
  return [
    ...kept,
    ...own.map(({ keyword, words }) => ({ keyword, text: { ...before(keyword), [texts.language]: words } })),
  ]
    .map(({ keyword, text }) => ({ keyword, text: filled(text) }))
    .filter(({ text }) => Object.keys(text).length);
}
