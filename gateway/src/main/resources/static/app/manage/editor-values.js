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

/** The id of the field a pointer of a request, of a programme or of a call, belongs to. */
export function fieldOf(pointer) {
  const id = pointer
    .replace(/^\//, '')
    .replaceAll('/', '-')
    // What is wrong in a rule is said of the rule.
    .replace(/^(eligibility-\d+)-.*/, '$1');
  return (
    { title: 'title-en', description: 'description-en', places: 'places-0-hostId', rubric: 'rubric-0-criterion' }[id] ??
    id
  );
}
