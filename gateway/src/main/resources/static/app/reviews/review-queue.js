/** Reads what a reviewer is asked for, what is not scored yet before all else. */
import { api, query } from '../core/api.js';

/** In this order they come in the queue. */
export const PARTS = ['assigned', 'begun', 'done'];

/** What follows a page: `{state, after}`, or null at the end. A reviewer who wants one state only reads no other. */
export function following({ state, next, only = '' }) {
  if (next) return { state, after: next };
  const other = PARTS[PARTS.indexOf(state) + 1];
  return only || !other ? null : { state: other, after: '' };
}

/** How many of a call, or of all, are done, of how many; `left` are those that are not. */
export function progressOf(counts, callId) {
  const { assigned = 0, begun = 0, done = 0, overdue = 0 } =
    (callId ? counts.calls.find((call) => call.callId === callId) : counts) ?? {};
  return { done, all: assigned + begun + done, left: assigned + begun, overdue };
}

/** A few short parts are read as one page, so that nobody is promised more where nothing follows. */
const A_PAGE = 20;

/**
 * The next rows, `{items, next}`: parts that are empty, and pages of which nothing is left, are passed over. `from` is
 * the `next` of the page before, nothing for the first.
 */
export async function readQueue({ callId, state: only }, from, options) {
  let at = from ?? { state: only || PARTS[0], after: '' };
  const items = [];
  while (at && items.length < A_PAGE) {
    const { body } = await api.get(`/api/reviews${query({ state: at.state, call: callId, after: at.after })}`, options);
    items.push(...body.items);
    at = following({ state: at.state, next: body.next, only });
  }
  return { items, next: at };
}

/** States of a review that its reviewer may go on with; without one, nobody has asked. */
export const STANDS = [...PARTS, undefined];

/**
 * Which places of an application the reviewer of a university sees, with the state of their own review there: the one
 * that is `wanted`; else those they are asked for, or where nobody is asked, all of the university.
 */
export function reviewable({ choices = [], places = [], reviews = [] }, organization, wanted) {
  const own = choices
    .filter((id) => places.find((place) => place.id === id)?.host?.id === organization)
    .map((placeId) => ({ placeId, state: reviews.find((review) => review.placeId === placeId)?.state }));
  const one = own.filter(({ placeId }) => placeId === wanted);
  if (one.length) return one;
  const asked = own.filter(({ state }) => state);
  return asked.length ? asked : own;
}

/** The address of what is to be judged for one place. */
export function reviewAddress({ applicationId, placeId }) {
  return `/reviews/${encodeURIComponent(applicationId)}${query({ place: placeId })}`;
}

/** The rows of the queue as they were read last, for those who go from one to the next. */
export const walk = { filters: {}, rows: [], next: null, reviewer: null };

export function walkOn(filters, { items, next }, reviewer) {
  Object.assign(walk, { filters, rows: items, next, reviewer });
}

/** The row so many `steps` after another; null where there is none. */
export function neighbour(rows, { applicationId, placeId }, steps) {
  const at = rows.findIndex(
    (row) => row.applicationId === applicationId && (!placeId || row.placeId === placeId),
  );
  return at < 0 ? (steps > 0 ? (rows.find((row) => row.applicationId !== applicationId) ?? null) : null) : (rows[at + steps] ?? null);
}

/** The same, with what is not read yet. */
export async function findNeighbour(row, steps, reviewer) {
  if (walk.reviewer !== reviewer) walkOn({}, await readQueue({ callId: '', state: '' }), reviewer);
  let found = neighbour(walk.rows, row, steps);
  while (!found && steps > 0 && walk.next) {
    await readOn();
    found = neighbour(walk.rows, row, steps);
  }
  return found;
}

/** The next row that is not done after one that just was, from the beginning again at the end; null once all are. */
export function toDo(rows, row) {
  const at = rows.findIndex((each) => isOf(each, row));
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(({ state }) => state !== 'done') ?? null;
}

/** The same, with what is not read yet: whoever has done all is not led through it once more. */
export async function nextToDo(row, reviewer) {
  if (walk.reviewer !== reviewer) walkOn({}, await readQueue({ callId: '', state: '' }), reviewer);
  walk.rows = walk.rows.map((each) => (isOf(each, row) ? { ...each, state: 'done' } : each));
  let found = toDo(walk.rows, row);
  while (!found && walk.next && walk.next.state !== 'done') {
    await readOn();
    found = toDo(walk.rows, row);
  }
  return found;
}

/** What was scored since it was read comes once more in another part of the queue. */
async function readOn() {
  const more = await readQueue({ callId: walk.filters.call, state: walk.filters.state }, walk.next);
  walk.rows = [...walk.rows, ...more.items.filter((item) => !walk.rows.some((each) => isOf(each, item)))];
  walk.next = more.next;
}

function isOf(one, { applicationId, placeId }) {
  return one.applicationId === applicationId && one.placeId === placeId;
}
