/** Between what inputs hold, which is text, and what the service takes. */

export function typed(value) {
  return value === undefined || value === null ? '' : String(value);
}

export function numeric(text) {
  return text === '' || text === undefined ? undefined : Number(text);
}

/** Texts by language, without the empty ones. */
export function filled(versions) {
  return Object.fromEntries(
    Object.entries(versions)
      .map(([language, text]) => [language, text?.trim()])
      .filter(([, text]) => text),
  );
}

/** Fields that hold all of a list. */
const LISTS =
  /^(origins|levels|fields|languages|sectors|documents|stages|pays-\w+|team-mustInclude|excludes-programmes|extensions-\d+-countries|exams-courses-\d+-subjects)-\d+$/;

const FIRST = {
  title: 'title-en',
  description: 'description-en',
  places: 'places-0-hostId',
  rubric: 'rubric-0-criterion',
  team: 'team-membersAtLeast',
  agreement: 'agreement-perDirection',
  exams: 'exams-date',
  excludes: 'excludes-scope',
  caps: 'caps-call',
  reviewing: 'reviewing-reviews',
};

/** The id of the field a pointer of a request, of a programme or of a call, belongs to. */
export function fieldOf(pointer) {
  const id = pointer
    .replace(/^\//, '')
    .replaceAll('/', '-')
    .replace(LISTS, '$1')
    // What is wrong in a rule is said of the rule, and what is wrong with a name of a session of the session.
    .replace(/^((categories-\d+-)?eligibility-\d+)-.*/, '$1')
    .replace(/^(categories-\d+)-id$/, '$1')
    .replace(/^(exams-courses-\d+)-course$/, '$1-subjects')
    .replace(/^(sessions-\d+-name)-.*/, '$1');
  return FIRST[id] ?? id;
}

/** Whether a pointer says something of the field, or of a part of it. */
export function isAbout(pointer, field) {
  const id = pointer.slice(1).replaceAll('/', '-');
  return id === field || id.startsWith(`${field}-`) || field.startsWith(`${id}-`);
}
