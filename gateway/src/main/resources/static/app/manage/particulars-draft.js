/** What only some calls state, as the editor types it. Fields are named as the pointers of the request. */
import { localDateTime } from '../core/format.js';
import { numeric, typed } from './editor-values.js';
import { spoken } from './own-words.js';
import { ruleDraftOf, ruleRequest } from './rule-draft.js';

/** How it is reviewed where a call does not say. */
const USUAL_REVIEWING = { reviews: 1, spread: 20 };

export function particularsDraftOf(call, zone) {
  const { excludes = {}, team = {}, agreement = {}, letters = {}, paperPack = {}, exams = {}, reviewing = {}, stages = [], categories = [] } = call;
  return {
    stages,
    categories: categories.map(({ id, level, eligibility = [] }) => ({
      id,
      level: typed(level),
      eligibility: eligibility.map(ruleDraftOf),
    })),
    'reviewing-reviews': typed(reviewing.reviews),
    'reviewing-blind': typed(reviewing.blind),
    'reviewing-spread': typed(reviewing.spread),
    'reviewing-feedback': reviewing.feedback ?? 'none',
    'excludes-scope': excludes.all ? 'all' : excludes.programmes?.length ? 'some' : 'none',
    'excludes-programmes': excludes.programmes ?? [],
    'exams-date': typed(exams.date),
    'exams-courses': exams.courses ?? [],
    'team-membersAtLeast': typed(team.membersAtLeast),
    'team-countriesAtLeast': typed(team.countriesAtLeast),
    'team-mustInclude': team.mustInclude ?? [],
    'agreement-perDirection': typed(agreement.perDirection),
    'agreement-balanced': String(agreement.balanced ?? true),
    'agreement-numbers': (agreement.numbers ?? []).map((number) => ({ ...number, students: typed(number.students) })),
    'letters-universitiesAtMost': typed(letters.universitiesAtMost),
    'letters-lettersAtMost': typed(letters.lettersAtMost),
    'letters-simultaneousContactsAtMost': typed(letters.simultaneousContactsAtMost),
    'letters-requestBy': letters.requestBy ? localDateTime(letters.requestBy, zone) : '',
    'paperPack-originals': typed(paperPack.originals),
    'paperPack-copies': typed(paperPack.copies),
    'paperPack-numbered': typed(paperPack.numbered),
  };
}

/** A team belongs to a joint research and an agreement to an exchange; what was typed for another kind is not sent. */
export function particularsRequest(draft, kind) {
  const value = (name) => numeric(draft[name]);
  const anyOf = (...names) => names.some((name) => draft[name]);
  return {
    stages: draft.stages,
    categories: draft.categories?.map(({ id, level, eligibility }) => ({
      id,
      level: level || undefined,
      eligibility: eligibility.map(ruleRequest),
    })),
    // What is left empty is as everywhere; a call that says nothing of it has none of these.
    reviewing: anyOf('reviewing-reviews', 'reviewing-blind', 'reviewing-spread') || isFedBack(draft)
      ? {
          reviews: value('reviewing-reviews') ?? USUAL_REVIEWING.reviews,
          blind: draft['reviewing-blind'] === 'true',
          spread: value('reviewing-spread') ?? USUAL_REVIEWING.spread,
          feedback: draft['reviewing-feedback'],
        }
      : undefined,
    excludes: excludesRequest(draft),
    exams:
      draft['exams-date'] || draft['exams-courses']?.length
        ? { date: draft['exams-date'] || undefined, courses: draft['exams-courses'] }
        : undefined,
    team:
      kind === 'joint-research' && anyOf('team-membersAtLeast', 'team-countriesAtLeast')
        ? {
            membersAtLeast: value('team-membersAtLeast'),
            countriesAtLeast: value('team-countriesAtLeast'),
            mustInclude: draft['team-mustInclude'],
          }
        : undefined,
    agreement:
      kind === 'exchange' && anyOf('agreement-perDirection')
        ? {
            perDirection: value('agreement-perDirection'),
            balanced: draft['agreement-balanced'] === 'true',
            numbers: draft['agreement-numbers']?.map((number) => ({ ...number, students: numeric(number.students) })),
          }
        : undefined,
    letters: anyOf(
      'letters-universitiesAtMost',
      'letters-lettersAtMost',
      'letters-simultaneousContactsAtMost',
      'letters-requestBy',
    )
      ? {
          universitiesAtMost: value('letters-universitiesAtMost'),
          lettersAtMost: value('letters-lettersAtMost'),
          simultaneousContactsAtMost: value('letters-simultaneousContactsAtMost'),
          requestBy: draft['letters-requestBy'] || undefined,
        }
      : undefined,
    paperPack: anyOf('paperPack-originals', 'paperPack-copies', 'paperPack-numbered')
      ? {
          originals: value('paperPack-originals') ?? 0,
          copies: value('paperPack-copies') ?? 0,
          numbered: draft['paperPack-numbered'] || undefined,
        }
      : undefined,
  };
}

/** Kept by an older version of this page, a draft says nothing of it. */
function isFedBack(draft) {
  return (draft['reviewing-feedback'] ?? 'none') !== 'none';
}

function excludesRequest(draft) {
  const scope = draft['excludes-scope'];
  if (scope === 'all') return { all: true, programmes: [] };
  const programmes = draft['excludes-programmes'] ?? [];
  return scope === 'some' && programmes.length ? { all: false, programmes } : undefined;
}

/** A category that seats may be kept for, under the words it is typed in: the part of the draft that changes. */
export function withCategory(draft, words) {
  const { keyword, names } = spoken(words, 'category', draft.names);
  if (draft.categories.some(({ id }) => id === keyword)) return { names };
  return { names, categories: [...draft.categories, { id: keyword, level: '', eligibility: [] }] };
}

/** The draft without a category, and without the seats that were kept for it. */
export function withoutCategory(draft, category) {
  return {
    categories: draft.categories.filter(({ id }) => id !== category),
    places: draft.places.map((place) => {
      const { [category]: _, ...reserves } = place.reserves ?? {};
      return { ...place, reserves };
    }),
  };
}

/** A course of study that is examined. */
export function withCourse(draft, words) {
  const { keyword, names } = spoken(words, 'course', draft.names);
  const courses = draft['exams-courses'];
  if (courses.some(({ course }) => course === keyword)) return { names };
  return { names, 'exams-courses': [...courses, { course: keyword, subjects: [] }] };
}

/** Most seats of something that is not a level: of a group of places, or as the provider counts. */
export function withCap(draft, words) {
  const { keyword, names } = spoken(words, 'cap', draft.names);
  return { names, caps: { ...draft.caps, [keyword]: draft.caps[keyword] ?? '' } };
}

/** The group that a place is put into, by its name; an empty one takes it out of all. */
export function groupOf(draft, words) {
  if (!words.trim()) return { keyword: '', names: draft.names };
  return spoken(words, 'cap', draft.names);
}

/** The limits that are asked for: of all, of every level, of the groups of the places, and whatever is limited. */
export function capsOf({ caps = {}, places }, levels) {
  return [...new Set(['call', ...levels, ...places.map(({ group }) => group).filter(Boolean), ...Object.keys(caps)])];
}

/** The categories that seats of a place may be kept for. */
export function reservedFor({ categories = [] }, { reserves = {} }) {
  return [...new Set([...categories.map(({ id }) => id), ...Object.keys(reserves)])];
}
