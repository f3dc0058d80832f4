/** A call as the editor types it; times are wall clocks of its zone. */
import { named } from '../components/pieces.js';
import { CRITERIA } from '../core/domain.js';
import { localDateTime } from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { t, texts, word } from '../core/texts.js';
import { numeric, typed } from './editor-values.js';
import { particularsDraftOf, particularsRequest } from './particulars-draft.js';
import { ruleDraftOf, ruleRequest } from './rule-draft.js';

export function blankCall() {
  return {
    opens: '',
    closes: '',
    zone: 'Asia/Tokyo',
    intake: 'open',
    graceMinutes: '0',
    references: '0',
    rankAtMost: '1',
    documents: ['passport', 'diploma'],
    places: [blankPlace()],
    rubric: [
      { criterion: word('criteria', 'academic'), weight: '50' },
      { criterion: word('criteria', 'plan'), weight: '50' },
    ],
    eligibility: [],
    ...particularsDraftOf({}),
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
    graceMinutes: typed(call.graceMinutes ?? 0),
    references: typed(call.references ?? 0),
    rankAtMost: typed(call.rankAtMost),
    documents: call.documents ?? [],
    places: placesDraftOf(call.places),
    rubric: (call.rubric ?? []).map(({ criterion, weight }) => ({
      keyword: criterion,
      criterion: named(call, 'criteria', criterion),
      weight: typed(weight),
    })),
    names: call.names ?? [],
    eligibility: (call.eligibility ?? []).map(ruleDraftOf),
    ...particularsDraftOf(call, zone),
    unshown: unshown(call),
  };
}

/** There is a row to begin with. */
function placesDraftOf(places = []) {
  if (!places.length) return [blankPlace()];
  return places.map(({ id, host, level, seats, ...unshown }) => ({
    ...unshown,
    id,
    host,
    hostText: nameOf(host),
    level,
    seats: typed(seats),
  }));
}

/** A new call begins with the rules of another one: year after year it is the dates that change. */
export function nextCallAfter(call) {
  if (!call) return blankCall();
  const { exams, extensions, ...lasting } = unshown(call);
  return { ...callDraftOf(call), opens: '', closes: '', 'letters-requestBy': '', unshown: lasting };
}

/** The body of POST and PUT, for a programme of that kind. */
export function callRequest(draft, kind) {
  return {
    ...draft.unshown,
    ...particularsRequest(draft, kind),
    // Wall clocks: the service knows the zones, this device may not.
    opens: draft.opens || undefined,
    closes: draft.closes || undefined,
    zone: draft.zone,
    graceMinutes: numeric(draft.graceMinutes) ?? 0,
    intake: draft.intake,
    documents: draft.documents,
    references: numeric(draft.references) ?? 0,
    rankAtMost: numeric(draft.rankAtMost),
    reason: draft.reason || undefined,
    places: draft.places
      .filter(({ host }) => host)
      .map(({ host, level, seats, group, reserves }) => ({
        hostId: host?.id,
        level,
        seats: numeric(seats),
        group,
        reserves,
      })),
    rubric: draft.rubric
      .filter(({ criterion }) => criterion)
      .map((line, index) => ({ criterion: keywordOf(line, index), weight: numeric(line.weight) })),
    names: namesOf(draft),
    // Kept by an older version of this page, a draft has none.
    eligibility: (draft.eligibility ?? []).map(ruleRequest),
  };
}

/** Where in the draft a pointer of its request points: rows without a university or a criterion are not sent. */
export function inDraft(draft, pointer) {
  const [, part, index, rest] = pointer.match(/^\/(places|rubric)\/(\d+)(.*)$/) ?? [];
  if (!part) return pointer;
  const isSent = ({ host, criterion }) => host || criterion;
  const sent = draft[part].flatMap((row, at) => (isSent(row) ? [at] : []));
  return `/${part}/${sent[index] ?? index}${rest}`;
}

/** What this editor has no fields for: sent back as it was. */
function unshown({ status, caps, stages, categories, exams, extensions }) {
  return { caps, stages, categories, exams, extensions: status === 'published' ? undefined : extensions };
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

/** Words in other letters have no keyword that could be read. */
function slugOf(words) {
  const slug = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');
  return slug.length > 1 && /^[\x20-\x7e]+$/.test(words) ? slug : null;
}

/** A kind of document that is in no catalogue, under the words it is typed in: the part of the draft that changes. */
export function withOwnDocument(draft, words) {
  const keyword = slugOf(words) ?? `document-${draft.documents.length + 1}`;
  const others = (draft.names ?? []).filter((name) => name.keyword !== keyword);
  return {
    documents: [...new Set([...draft.documents, keyword])],
    names: [...others, { keyword, text: { [texts.language]: words } }],
  };
}

/** What criteria of one's own are called: in the language they are typed in, and in the others as before. */
function namesOf(draft) {
  const own = draft.rubric
    .map((line, index) => [keywordOf(line, index), line.criterion.trim()])
    .filter(([keyword, words]) => words && !CRITERIA.includes(keyword));
  const kept = (draft.names ?? []).filter(({ keyword }) => !own.some(([other]) => other === keyword));
  const before = (keyword) => (draft.names ?? []).find((name) => name.keyword === keyword)?.text ?? {};
  return [
    ...kept,
    ...own.map(([keyword, words]) => ({ keyword, text: { ...before(keyword), [texts.language]: words } })),
  ];
}
