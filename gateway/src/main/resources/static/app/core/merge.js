/** What two people, or one on two devices, have written at the same time, brought together. */
import { same } from './same.js';

/** What nobody types as a whole: what both have added is there. */
const JOINED = {
  textLanguages: (typed, held) => [...new Set([...held, ...typed])],
};

/** Lists whose entries are merged each for itself: by what they are told apart. */
const KEYED = { names: 'keyword', documentNotes: 'document' };

/**
 * Three-way: what was changed here since `base` stays, the rest is what is `held` now. Answers `{draft, conflicts}`: what
 * both have changed, and not to the same, as `{field, parts, theirs}`, with the parts of a field that is a text in
 * several languages, or numbers by what they are of.
 */
export function merged(typed, base, held) {
  const conflicts = [];
  const decide = (field, parts, ours, theirs) => {
    conflicts.push({ field, parts, theirs });
    return ours;
  };
  const draft = pick(known(typed, base), base, held, (field) => {
    if (field in JOINED) return JOINED[field](typed[field], held[field]);
    const [ours, before, theirs] = [typed, base, held].map((version) => byKey(field, version[field]));
    return asWritten(field, together(field, [], ours, before, theirs, decide));
  });
  return { draft, conflicts };
}

/**
 * What is `held` now beside what was `sent`: where it is what the server had made of that `before`, it is what was sent.
 * The server writes the same in other words, such as without the space at the end, and that is nobody's change.
 */
export function seenFrom(held, before, sent) {
  const fields = new Set([held, sent].flatMap((version) => Object.keys(version)));
  return Object.fromEntries(
    [...fields].map((field) => {
      const [now, made, own] = [held, before, sent].map((version) => byKey(field, version[field]));
      return [field, asWritten(field, beside(now, made, own))];
    }),
  );
}

function beside(held, before, sent) {
  if (unchanged(held, before)) return sent;
  if (!isNested(held) || !isNested(sent)) return held;
  const names = new Set([held, sent].flatMap((version) => Object.keys(version)));
  return Object.fromEntries([...names].map((name) => [name, beside(held[name], before?.[name], sent[name])]));
}

/** What a draft says where two have written. */
export function valueAt(draft, { field, parts }) {
  return parts.reduce((part, name) => part?.[name], byKey(field, draft[field]));
}

/** The draft with what the other has written instead. */
export function withTheirs(draft, { field, parts, theirs }) {
  const value = parts.reduceRight((inner, _, at) => {
    const outer = parts.slice(0, at).reduce((part, name) => part?.[name], byKey(field, draft[field]));
    return { ...outer, [parts[at]]: inner };
  }, theirs);
  return { ...draft, [field]: asWritten(field, value) };
}

/** An older version of this page has kept less: what it did not know is not changed. */
function known(typed, base) {
  return { ...base, ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) };
}

function together(field, parts, typed, base, held, decide) {
  if (!isNested(typed) || !isNested(held)) return decide(field, parts, typed, held);
  return pick(typed, base ?? {}, held, (part) =>
    together(field, [...parts, part], typed[part], base?.[part], held[part], decide),
  );
}

function isNested(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byKey(field, value) {
  const key = KEYED[field];
  return key ? Object.fromEntries((value ?? []).map((entry) => [entry[key], entry])) : value;
}

function asWritten(field, value) {
  return field in KEYED ? Object.values(value).filter(Boolean) : value;
}

function pick(typed, base, held, decide) {
  const names = new Set([typed, base, held].flatMap((version) => Object.keys(version)));
  return Object.fromEntries(
    [...names].map((name) => {
      if (unchanged(typed[name], base[name])) return [name, held[name]];
      if (unchanged(held[name], base[name]) || unchanged(held[name], typed[name])) return [name, typed[name]];
      return [name, decide(name)];
    }),
  );
}

function unchanged(one, other) {
  return same(one ?? '', other ?? '');
}
