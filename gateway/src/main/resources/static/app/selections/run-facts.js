/** What pages about runs reckon and send, without a page. */
import { withOffset } from '../core/format.js';

/**
 * Two outcomes side by side, as lines of `{key, id, one, other, difference}`: what was held in all, by rank, by place and
 * how many wait there. What only one of them has is null in the other.
 */
export function compared(one, other) {
  const lines = [line('held', null, one.held, other.held), line('seats', null, one.seats, other.seats)];
  const ranks = Math.max(one.byRank.length, other.byRank.length);
  for (let at = 0; at < ranks; at++) lines.push(line('rank', at + 1, one.byRank[at] ?? 0, other.byRank[at] ?? 0));
  lines.push(line('none', null, one.applicants - one.held, other.applicants - other.held));
  const places = new Set([...one.places, ...other.places].map(({ id }) => id));
  for (const id of [...places].sort()) {
    const at = (figures) => figures.places.find((place) => place.id === id);
    lines.push(line('place', id, at(one)?.held ?? null, at(other)?.held ?? null));
    lines.push(line('waiting', id, at(one)?.reserve ?? null, at(other)?.reserve ?? null));
  }
  return lines;
}

/**
 * Seats of places, how many of them are kept for whom, and limits of several places together, likewise: as the runs were
 * made, but for limits as they are stated, since a run only says which of them bound.
 */
export function comparedTerms(call, one, other, { places, caps }) {
  const lines = places.flatMap(({ id, one: ofOne, other: ofOther }) => {
    const kept = new Set([ofOne, ofOther].flatMap((place) => Object.keys(place?.reserves ?? {})));
    return [
      line('place', id, ofOne?.seats ?? 0, ofOther?.seats ?? 0),
      ...[...kept].sort().map((seat) => ({ ...line('kind', id, ofOne?.reserves[seat] ?? 0, ofOther?.reserves[seat] ?? 0), seat })),
    ];
  });
  const stated = ({ trial }, id, bound) => trial?.caps?.[id] ?? call.caps?.[id] ?? bound;
  const ids = new Set([...Object.keys(call.caps ?? {}), ...caps.map(({ id }) => id)]);
  for (const id of ids) {
    const bound = caps.find((cap) => cap.id === id);
    lines.push(line('cap', id, stated(one, id, bound?.one ?? null), stated(other, id, bound?.other ?? null)));
  }
  return lines;
}

/** How many were given of each kind of seat, likewise. */
export function comparedKinds({ kinds }) {
  return kinds.map(({ place, seat, one, other }) => ({ ...line('kind', place, one, other), seat }));
}

/** The scores of those who were taken last, likewise; nobody was taken last where not all seats were given. */
export function comparedCutOffs({ cutOffs }) {
  return cutOffs.map(({ place, seat, cap, one, other }) => {
    const scores = [one, other].map((text) => (text === null || text === undefined ? null : Number(text)));
    const difference = scores.includes(null) ? null : Math.round((scores[1] - scores[0]) * 100) / 100;
    return { ...line(cap ? 'cap' : 'kind', cap ?? place, ...scores), seat, difference };
  });
}

function line(key, id, one, other) {
  return { key, id, one, other, difference: (other ?? 0) - (one ?? 0) };
}

/** What a trial changes of the terms of a call: the numbers typed that are others than the call's; null where none is. */
export function trialOf(call, { seats = {}, reserves = {}, caps = {} }) {
  const others = (typed, now) =>
    Object.fromEntries(
      Object.entries(typed)
        .filter(([id, text]) => text !== '' && Number(text) !== (now[id] ?? 0))
        .map(([id, text]) => [id, Number(text)]),
    );
  const given = Object.fromEntries(call.places.map((place) => [place.id, place.seats]));
  const keptChanges = call.places
    .filter(({ id, reserves: kept = {} }) => Object.keys(others(reserves[id] ?? {}, kept)).length)
    .map(({ id, reserves: kept = {} }) => [id, { ...kept, ...others(reserves[id], kept) }]);
  return {
    seats: others(seats, given),
    reserves: Object.fromEntries(keptChanges),
    caps: others(caps, call.caps ?? {}),
  };
}

/** How many of the scores that are missing are of which place, as far as they are told: `{place, count}`, the most first. */
export function missingByPlace({ examples }) {
  const counts = new Map();
  for (const place of examples.map((example) => example.split(' ')[1])) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].map(([place, count]) => ({ place, count })).sort((one, other) => other.count - one.count);
}

/** What is sent to publish: without an instant it is now, and without an end offers stand as long as is usual. */
export function publicationOf({ when, at, answerBy, reserveAtMost }, zone) {
  return {
    ...(when === 'then' && at ? { at: withOffset(at, zone) } : {}),
    ...(answerBy ? { answerBy: withOffset(answerBy, zone) } : {}),
    reserveAtMost: Number(reserveAtMost),
  };
}
