/** Which rule gave or refused a place, from what the service says of it. `own-check.js` finds the same in the public files. */

/** Seats that are for everybody. */
export const FOR_ALL = ['open', 'left-over'];

/**
 * `{rule, last}`: the `rule` is `got`, `got-category`, `not-needed`, `excluded`, `no-seat`, or `score` and `lottery`, which
 * were not enough for the seats of the place, `score-cap` and `lottery-cap` for those of a group of places. `last` is the
 * one taken last whom it was compared with, `{score, lottery}` with the `seat` or the `cap`; null where there is none.
 */
export function whyOf({ outcome, seat, score, cutOffs = [] }, categories = []) {
  if (outcome === 'excluded' || outcome === 'not-needed') return { rule: outcome, last: null };
  if (outcome === 'got') {
    const last = cutOffs.find((each) => each.cap || each.seat === seat) ?? null;
    return { rule: FOR_ALL.includes(seat) ? 'got' : 'got-category', last };
  }
  const last = easiest(bars(cutOffs, categories));
  if (!last) return { rule: 'no-seat', last };
  const rule = points(last) > points({ score }) ? 'score' : 'lottery';
  return { rule: last.cap ? `${rule}-cap` : rule, last };
}

/** The place's own seats, of those kinds that are for the student; while they are not full, the smallest group that is. */
function bars(cutOffs, categories) {
  const own = cutOffs.filter(({ place, seat }) => place && (FOR_ALL.includes(seat) || categories.includes(seat)));
  return own.length ? own : cutOffs.filter(({ cap }) => cap).slice(0, 1);
}

/** Whom one has to beat for any of the seats. */
function easiest(lasts) {
  const order = (one, other) => points(one) - points(other) || (one.lottery > other.lottery ? -1 : 1);
  return [...lasts].sort(order)[0] ?? null;
}

/** Hundredths. */
function points({ score }) {
  return Number(score.replace('.', ''));
}
