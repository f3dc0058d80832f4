/**
 * One student's part of a published selection, worked out from its two public files alone: nothing that the platform says besides
 * is believed. What is checked of everybody is that nobody holds what they may not, and nobody was passed over; the
 * whole check is that of `./run check-selection`.
 */
import { hex, ofHex, utf8 } from '../log/bytes.js';
import { sha256 } from '../log/hashes.js';

const INPUT = 'yol-selection-input/1';
const RESULT = 'yol-selection-result/1';

/**
 * `choices` says of each place in the student's order: `place`, `score`, `lottery`, `outcome`, and
 * - `offered`: with the kind of `seat`, and the `cutOff` of it where those seats are full;
 * - `reserve`: with the `position`, the `cutOff` that was the easiest to beat ({seat} or {cap}, score, lottery; null where
 *   no seat is for them), and the `rule`: `score` or `lottery`, which was not enough, or `no-seat`;
 * - `passed-over`: the rules give them this place, and they hold something worse;
 * - `excluded`: with the reason as `rule`;
 * - `not-needed`: a place that they ranked higher is offered.
 *
 * `counts` says of how many applicants and choices everything was looked at.
 *
 * @param {Uint8Array} input
 * @param {Uint8Array} result
 * @param {string} number of the student
 * @throws {SyntaxError} where a file is of no known format
 */
export async function ownCheck(input, result, number) {
  const asked = read(input, INPUT);
  const given = read(result, RESULT);
  const held = new Held(asked, given);
  const applicant = held.applicants.get(number);
  const digest = hex(await sha256(input));
  const lottery = applicant ? await lotteryNumber(asked.seed, number) : null;
  const choices = applicant ? applicant.choices.map((choice, at) => explained(held, applicant, choice, at)) : [];
  const faults = held.faults.concat(held.passedOver());
  const checks = {
    digest: digest === given.input,
    found: applicant !== undefined,
    lottery: lottery !== null && lottery === applicant.lottery,
    listed: applicant !== undefined && isListed(given, held, applicant),
    stable: faults.length === 0,
  };
  const { seed, applicants } = asked;
  const counts = { applicants: applicants.length, choices: applicants.reduce((sum, each) => sum + each.choices.length, 0) };
  return { digest, seed, lottery, counts, checks, right: Object.values(checks).every(Boolean), choices, faults };
}

/** HMAC-SHA256 of a number under the seed, as 64 digits. */
export async function lotteryNumber(seed, number) {
  const key = await crypto.subtle.importKey('raw', ofHex(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(number))));
}

function read(bytes, format) {
  const file = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (file?.format !== format) throw new SyntaxError(`Not of the format ${format}: ${file?.format}`);
  return file;
}

/** The strict order at a place, below 0 where the first comes first. Digits in lower case sort like the bytes they stand for. */
function compare(one, other) {
  return other.points - one.points || (one.lottery < other.lottery ? -1 : one.lottery > other.lottery ? 1 : 0);
}

function wishOf(applicant, choice) {
  const { score, place } = choice;
  return { number: applicant.number, place, score, points: Number(score.replace('.', '')), lottery: applicant.lottery };
}

function cutOffOf({ name, last }) {
  return last && { ...name, score: last.score, lottery: last.lottery };
}

function explained(held, applicant, choice, at) {
  const { place, score } = choice;
  const about = { place, score: score ?? null, lottery: applicant.lottery, cutOff: null, position: null };
  const got = held.rankOf(applicant);
  if (choice.excluded !== undefined) return { ...about, outcome: 'excluded', rule: choice.excluded };
  if (at > got) return { ...about, outcome: 'not-needed', rule: 'ranked-higher' };
  const bars = held.bars(applicant, place);
  if (at === got) {
    const seat = held.seatOf(applicant.number);
    const own = bars.find(({ name, full }) => full && (name.cap || name.seat === seat));
    return { ...about, outcome: 'offered', seat, cutOff: own ? cutOffOf(own) : null, rule: 'offered' };
  }
  const wish = wishOf(applicant, choice);
  if (bars.some((bar) => takes(bar, wish))) return { ...about, outcome: 'passed-over', rule: 'passed-over' };
  const easiest = bars.filter(({ last }) => last).sort((one, other) => compare(other.last, one.last))[0];
  const rule = !easiest ? 'no-seat' : easiest.last.points > wish.points ? 'score' : 'lottery';
  return {
    ...about,
    outcome: 'reserve',
    cutOff: easiest ? cutOffOf(easiest) : null,
    position: held.waiting(place).filter((other) => compare(other, wish) < 0).length + 1,
    rule,
  };
}

function takes({ full, last }, wish) {
  return !full || (last !== null && compare(wish, last) < 0);
}

/** Whether the reserve lists of the result have the student where they belong, and nowhere else. */
function isListed(given, held, applicant) {
  const lists = new Map(given.places.map(({ id, reserve }) => [id, reserve]));
  const due = new Map(
    held.wishes(applicant).map((wish) => [
      wish.place,
      held.waiting(wish.place).filter((other) => compare(other, wish) < 0).length,
    ]),
  );
  return [...lists].every(([place, list]) => list.indexOf(applicant.number) === (due.get(place) ?? -1));
}

/** Who holds what, and what whoever waits has to beat. */
class Held {
  #input;
  #got = new Map();
  #seats = new Map();
  #bars = new Map();
  #waiting = null;
  faults = [];

  constructor(input, result) {
    this.#input = input;
    this.applicants = new Map(input.applicants.map((applicant) => [applicant.number, applicant]));
    const places = new Map(input.places.map(({ id, seats }) => [id, seats]));
    const holders = new Map(input.places.map(({ id }) => [id, []]));
    for (const { id, held } of result.places) {
      if (held.length > (places.get(id) ?? 0)) this.#fault('over-seats', null, id);
      for (const { number, seat } of held) this.#take(number, id, seat, holders);
    }
    for (const list of holders.values()) list.sort(compare);
    if (input.mode === 'caps') this.#cap(holders);
    else for (const place of input.places) this.#bars.set(place.id, this.#seat(place, holders.get(place.id)));
  }

  #fault(fault, number, place) {
    this.faults.push({ fault, number, place });
  }

  #take(number, place, seat, holders) {
    const applicant = this.applicants.get(number);
    const at = applicant ? applicant.choices.findIndex((choice) => choice.place === place) : -1;
    if (at < 0) this.#fault('not-ranked', number, place);
    else if (applicant.choices[at].excluded !== undefined) this.#fault('excluded', number, place);
    else if (this.#got.has(number)) this.#fault('held-twice', number, place);
    else {
      this.#got.set(number, at);
      this.#seats.set(number, seat);
      holders.get(place)?.push(wishOf(applicant, applicant.choices[at]));
    }
  }

  /** Open seats to the best of all, then those of each category to its best members, then what is left over. */
  #seat({ id, seats, reserves = {} }, holders) {
    const bars = [];
    let left = [...holders];
    let over = 0;
    const fill = (seat, count, category = null) => {
      const taken = left.filter(({ number }) => !category || this.#isOf(number, category)).slice(0, Math.max(0, count));
      const gone = new Set(taken);
      left = left.filter((wish) => !gone.has(wish));
      for (const { number } of taken) if (this.#seats.get(number) !== seat) this.#fault('wrong-seat', number, id);
      const full = taken.length >= count;
      bars.push({ name: { seat }, category, full, last: full ? (taken.at(-1) ?? null) : null });
      return count - taken.length;
    };
    fill('open', seats - Object.values(reserves).reduce((sum, kept) => sum + kept, 0));
    for (const category of this.#input.categories) over += fill(category, reserves[category] ?? 0, category);
    fill('left-over', over);
    return bars;
  }

  /** Of each place the smallest set that is full: itself, or a cap around it. */
  #cap(holders) {
    const full = new Map();
    const bar = (name, members, seats) => {
      const inside = members.flatMap((place) => holders.get(place) ?? []);
      if (inside.length > seats) this.#fault('over-cap', null, name.cap ?? name.place);
      return inside.length >= seats ? { name, category: null, full: true, last: inside.sort(compare).at(-1) ?? null } : null;
    };
    for (const { id, seats } of this.#input.places) full.set(id, bar({ seat: 'open' }, [id], seats));
    const innermostFirst = [...this.#input.caps].sort((one, other) => one.places.length - other.places.length);
    for (const { id, places, seats } of innermostFirst) {
      const around = bar({ cap: id }, places, seats);
      for (const place of places) full.set(place, full.get(place) ?? around);
    }
    const free = { name: { seat: 'open' }, category: null, full: false, last: null };
    for (const [place, around] of full) this.#bars.set(place, [around ?? free]);
    for (const [number, seat] of this.#seats) if (seat !== 'open') this.#fault('wrong-seat', number, null);
  }

  #isOf(number, category) {
    return this.applicants.get(number).categories.includes(category);
  }

  seatOf(number) {
    return this.#seats.get(number);
  }

  /** Index of the choice that is held; behind the last where nothing is. */
  rankOf({ number, choices }) {
    return this.#got.get(number) ?? choices.length;
  }

  /** What an applicant would have to beat at a place: one of these. */
  bars(applicant, place) {
    return (this.#bars.get(place) ?? []).filter(({ category }) => !category || applicant.categories.includes(category));
  }

  /** What an applicant would rather have than what they hold. */
  wishes(applicant) {
    return applicant.choices
      .slice(0, this.rankOf(applicant))
      .filter(({ excluded }) => excluded === undefined)
      .map((choice) => wishOf(applicant, choice));
  }

  /** All who would rather be at a place. */
  waiting(place) {
    if (!this.#waiting) {
      this.#waiting = new Map(this.#input.places.map(({ id }) => [id, []]));
      for (const wish of this.#input.applicants.flatMap((applicant) => this.wishes(applicant))) {
        this.#waiting.get(wish.place)?.push(wish);
      }
    }
    return this.#waiting.get(place) ?? [];
  }

  /** Everybody who prefers a place that would choose them. */
  passedOver() {
    return this.#input.applicants.flatMap((applicant) =>
      this.wishes(applicant)
        .filter((wish) => this.bars(applicant, wish.place).some((bar) => takes(bar, wish)))
        .map(({ place }) => ({ fault: 'passed-over', number: applicant.number, place })),
    );
  }
}
