/** What the list of programmes is narrowed by: the words of the addresses, their order, and their names for people. */
import { KINDS, LEVELS } from '../core/domain.js';
import { country, languageName } from '../core/format.js';
import { t, word } from '../core/texts.js';

const TIMINGS = ['open', 'closing-in-7-days', 'closing-in-30-days', 'upcoming', 'closed'];
const FUNDING = ['stipend', 'tuition', 'airfare'];
const BROAD_FIELD = 2;
/** In an address: whatever its status, where nothing else is chosen. */
const ANY_PHASE = '?phase=any';

/** Those with an order of their own say it; the others are sorted by name. */
const ALL = [
  { name: 'phase', values: TIMINGS, named: (value) => t(`find.phase.${value}`) },
  { name: 'kind', values: KINDS, named: (value) => word('kinds', value) },
  { name: 'country', named: country },
  { name: 'level', values: LEVELS, named: (value) => word('level', value) },
  { name: 'field', named: fieldName, offered: (value) => value.length === BROAD_FIELD },
  { name: 'language', named: languageName },
  { name: 'funding', values: FUNDING, named: (value) => t(`find.funding.${value}`) },
  { name: 'sector', named: (value) => word('sectors', value) },
];

export const FACETS = ALL.map(({ name }) => name);

/** Nothing chosen at all. */
export const NOTHING = { text: '', sort: '', ...Object.fromEntries(FACETS.map((facet) => [facet, []])) };
/** What somebody who has chosen nothing is shown: what they can still apply to. */
export const AT_FIRST = { ...NOTHING, phase: ['open'] };

/** What is chosen in an address: `{text, sort, kind: [...], ...}`. */
export function chosenIn(search) {
  if (search.length <= 1) return AT_FIRST;
  if (search === ANY_PHASE) return NOTHING;
  const parameters = new URLSearchParams(search);
  return {
    text: parameters.get('text') ?? '',
    sort: parameters.get('sort') ?? '',
    ...Object.fromEntries(FACETS.map((facet) => [facet, [...new Set(parameters.getAll(facet))].filter(Boolean)])),
  };
}

/** The end of the page's address for what is chosen. */
export function addressOf(chosen) {
  return isAtFirst(chosen) ? '' : questionOf(chosen) || ANY_PHASE;
}

export function isAtFirst(chosen) {
  return questionOf(chosen) === questionOf(AT_FIRST);
}

/** As the service is asked, always in one order, so that what is the same is asked for in the same words. */
export function questionOf({ text, sort, ...chosen }, more = {}) {
  const parameters = new URLSearchParams();
  if (text.trim()) parameters.set('text', text);
  FACETS.forEach((facet) => [...(chosen[facet] ?? [])].sort().forEach((value) => parameters.append(facet, value)));
  if (sort) parameters.set('sort', sort);
  Object.entries(more).forEach(([name, value]) => parameters.set(name, value));
  const address = parameters.toString();
  return address ? `?${address}` : '';
}

export function facetName(facet) {
  return t(`find.facet.${facet}`);
}

export function valueName(facet, value) {
  return ALL.find(({ name }) => name === facet).named(value);
}

/**
 * The choices of a facet, `{value, name, count}`, in an order that does not change while people choose.
 *
 * @param counts as answered
 * @param seen values that were offered before: they stay, with 0 at worst
 * @param chosen those that are chosen
 */
export function choices(facet, counts, seen, chosen) {
  const { values, named, offered = () => true } = ALL.find(({ name }) => name === facet);
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const all = [...new Set([...countOf.keys(), ...seen])].filter(offered);
  const offers = [...new Set([...all, ...chosen])].map((value) => ({
    value,
    name: named(value),
    count: countOf.get(value) ?? 0,
  }));
  const place = ({ value }) => (values?.includes(value) ? values.indexOf(value) : Infinity);
  return offers.sort((one, other) => place(one) - place(other) || compare(one.name, other.name));
}

function compare(one, other) {
  return one.localeCompare(other, document.documentElement.lang);
}

function fieldName(code) {
  const name = word('fields', code.slice(0, BROAD_FIELD));
  return code.length > BROAD_FIELD ? `${name} (${code})` : name;
}
