/** What two coordinators have written at the same time, brought together. */
import { same } from '../core/same.js';

/** Texts by language: each of them is merged for itself. */
const TEXTS = ['title', 'description'];

/** What nobody types as a whole: what both have added is there. */
const JOINED = {
  textLanguages: (typed, held) => [...new Set([...held, ...typed])],
  names: (typed, held) => [...held, ...typed.filter(({ keyword }) => !held.some((name) => name.keyword === keyword))],
  unshown: (_, held) => held,
};

/**
 * Three-way: what was changed here since `base` stays, the rest is what is `held` now. Answers `{draft, conflicts}`: what
 * both have changed, and not to the same, as `{field, language, theirs}`.
 */
export function merged(typed, base, held) {
  const conflicts = [];
  const draft = pick(typed, base, held, (field) => {
    if (field in JOINED) return JOINED[field](typed[field], held[field]);
    if (!TEXTS.includes(field)) {
      conflicts.push({ field, theirs: held[field] });
      return typed[field];
    }
    return pick(typed[field] ?? {}, base[field] ?? {}, held[field] ?? {}, (language) => {
      conflicts.push({ field, language, theirs: held[field][language] });
      return typed[field][language];
    });
  });
  return { draft, conflicts };
}

/** The draft with what the other has written instead. */
export function withTheirs(draft, { field, language, theirs }) {
  return { ...draft, [field]: language ? { ...draft[field], [language]: theirs } : theirs };
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
