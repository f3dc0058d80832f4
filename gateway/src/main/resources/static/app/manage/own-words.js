/** Words that a call is written in: those of the catalogues, and others under keywords of their own. Pure. */
import { LEVELS, WORDS } from '../core/domain.js';
import { named, texts, word } from '../core/texts.js';

/** Groups whose keywords are keys of a map: the service takes fewer of them. */
const KEYS = ['category', 'cap', 'group'];
const LONGEST = 60;

/** What people read for a keyword; `names` are those that the call gives. */
export function shown(names, group, keyword) {
  return group === 'cap' && LEVELS.includes(keyword) ? word('level', keyword) : named({ names }, group, keyword);
}

/** `{keyword, names}` of words that somebody types: of the catalogue where they stand there, else their own. */
export function spoken(words, group, names = []) {
  const typed = words.trim();
  const isMeant = (keyword) => keyword === typed || folded(shown(names, group, keyword)) === folded(typed);
  const catalogue = WORDS[group] ?? [];
  const known = [...catalogue, ...names.map(({ keyword }) => keyword)].find(isMeant);
  if (known) return { keyword: known, names };
  const isTaken = (keyword) => catalogue.includes(keyword) || names.some((name) => name.keyword === keyword);
  const keyword = free(slugOf(typed, group), group, isTaken);
  return { keyword, names: [...names, { keyword, text: { [texts.language]: typed } }] };
}

/** A keyword that can be read; null for words in other letters, which have none. */
export function slugOf(words, group) {
  if (!/^[\x20-\x7e]+$/.test(words)) return null;
  const parts = words.toLowerCase().split(/[^a-z0-9]+/);
  return KEYS.includes(group) ? keyOf(parts) : plain(parts);
}

function plain(parts) {
  const slug = parts.filter(Boolean).join('-').slice(0, LONGEST).replace(/-$/, '');
  return slug.length > 1 ? slug : null;
}

/** Four words of two to twenty letters at most, the first without a digit. */
function keyOf(parts) {
  const fit = parts.filter((part) => /^[a-z0-9]{2,20}$/.test(part));
  const first = fit.findIndex((part) => /^[a-z]+$/.test(part));
  return first < 0 ? null : fit.slice(first, first + 4).join('-');
}

/** The keyword itself, else it or the name of its group with the first number that is free. */
function free(slug, group, isTaken) {
  if (slug && !isTaken(slug)) return slug;
  const stem = (slug ?? group).split('-').slice(0, 3).join('-');
  for (let number = slug ? 2 : 1; ; number++) {
    const keyword = `${stem}-${String(number).padStart(2, '0')}`;
    if (!isTaken(keyword)) return keyword;
  }
}

function folded(words) {
  return words.trim().toLowerCase();
}
