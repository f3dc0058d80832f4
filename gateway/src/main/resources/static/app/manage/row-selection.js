/** Which rows of a table are chosen: a map from the id of each to what is known of it. Every function answers a new one. */

export const NONE = new Map();

export function toggled(selection, row) {
  const next = new Map(selection);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

/** With all from one row to another, in the order in which they are shown: what a press with Shift means. */
export function extended(selection, rows, fromId, toId) {
  const from = rows.findIndex(({ id }) => id === fromId);
  const to = rows.findIndex(({ id }) => id === toId);
  if (to < 0) return selection;
  const start = from < 0 ? to : from;
  return withAll(selection, rows.slice(Math.min(start, to), Math.max(start, to) + 1));
}

export function withAll(selection, rows) {
  const next = new Map(selection);
  rows.forEach((row) => next.set(row.id, row));
  return next;
}

export function without(selection, ids) {
  const gone = new Set(ids);
  return new Map([...selection].filter(([id]) => !gone.has(id)));
}

/** `all`, `some` or `none` of the rows that are shown. */
export function share(selection, rows) {
  const chosen = rows.filter(({ id }) => selection.has(id)).length;
  if (chosen === 0) return 'none';
  return chosen === rows.length ? 'all' : 'some';
}

/** As much of an application as is needed to decide on it. */
export function chosenRow({ id, student, decision, state }) {
  return { id, name: student?.name ?? '', version: decision?.version ?? 0, state };
}
