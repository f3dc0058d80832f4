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
