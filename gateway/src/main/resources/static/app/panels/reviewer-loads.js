/** What reviewers have to do, reckoned from the lines of a call's progress, one for each reviewer at each place. */

const NONE = { assigned: 0, begun: 0, done: 0 };

/** The lines added up by `key`, `placeId` or `reviewer`: `[{key, assigned, begun, done, all}]`. */
export function addedUp(lines, key) {
  const sums = new Map();
  lines.forEach((line) => {
    const { assigned, begun, done } = sums.get(line[key]) ?? NONE;
    sums.set(line[key], { assigned: assigned + line.assigned, begun: begun + line.begun, done: done + line.done });
  });
  return [...sums].map(([each, sum]) => ({ key: each, ...sum, all: sum.assigned + sum.begun + sum.done }));
}

/** Whoever has most left to do first. */
export function mostLeft(sums) {
  return [...sums].sort((one, other) => other.all - other.done - (one.all - one.done));
}

/** All of them together. */
export function total(lines) {
  return addedUp(lines.map((line) => ({ ...line, all: 'all' })), 'all')[0] ?? { ...NONE, all: 0 };
}

/** How many reviews each reviewer of a place would have, if all of its applications were shared evenly. */
export function shareOf({ applications, reviews, reviewers }) {
  return reviewers ? Math.ceil((applications * Math.min(reviews, reviewers)) / reviewers) : 0;
}

/** The panel with what was chosen on top of it: `{placeId: {account: whether}}`. */
export function withChanges(places, changes) {
  return places.map(({ place, reviewers, candidates }) => {
    const changed = changes[place.id] ?? {};
    const known = new Set([...reviewers, ...candidates.map(({ id }) => id)]);
    return { placeId: place.id, reviewers: [...known].filter((id) => changed[id] ?? reviewers.includes(id)) };
  });
}
