/**
 * What proofs of RFC 9162 lead to. A log may be larger than what bits of a number are reckoned with here, so numbers are
 * halved.
 */
import { same } from './bytes.js';
import { nodeHash } from './hashes.js';

const isOdd = (number) => number % 2 === 1;
const half = (number) => Math.floor(number / 2);

/** The root of a tree of so many entries that the proof leads to from the leaf of that number; null where to none. */
export async function rootOfInclusion(leaf, index, size, proof) {
  if (!(index >= 0 && index < size)) return null;
  const way = new Way(index, size - 1);
  let root = leaf;
  for (const hash of proof) {
    if (way.isAtRoot) return null;
    root = way.isRight ? await nodeHash(hash, root) : await nodeHash(root, hash);
    way.up();
  }
  return way.isAtRoot ? root : null;
}

export async function isIncluded(leaf, index, size, root, proof) {
  const led = await rootOfInclusion(leaf, index, size, proof);
  return led !== null && same(led, root);
}

/**
 * `{earlier, later}`, the roots that a proof between two sizes leads to; null where to none. A whole tree of a power of
 * two is its own first step, which the proof leaves out: that is `earlierRoot` then.
 */
export async function rootsOfConsistency(earlierSize, earlierRoot, size, proof) {
  if (!(earlierSize > 0 && earlierSize <= size)) return null;
  if (earlierSize === size) return proof.length ? null : { earlier: earlierRoot, later: earlierRoot };
  const [first, ...rest] = isPowerOfTwo(earlierSize) ? [earlierRoot, ...proof] : proof;
  if (!first) return null;
  const way = new Way(earlierSize - 1, size - 1);
  while (isOdd(way.at)) way.step();
  let earlier = first;
  let later = first;
  for (const hash of rest) {
    if (way.isAtRoot) return null;
    if (way.isRight) {
      earlier = await nodeHash(hash, earlier);
      later = await nodeHash(hash, later);
    } else later = await nodeHash(later, hash);
    way.up();
  }
  return way.isAtRoot ? { earlier, later } : null;
}

export async function isConsistent(earlierSize, earlierRoot, size, root, proof) {
  if (earlierSize === 0) return proof.length === 0;
  const roots = await rootsOfConsistency(earlierSize, earlierRoot, size, proof);
  return roots !== null && same(roots.earlier, earlierRoot) && same(roots.later, root);
}

export function isPowerOfTwo(number) {
  while (number > 1 && !isOdd(number)) number = half(number);
  return number === 1;
}

/** From a node up to the root, beside the way up from the last node of the tree. */
class Way {
  constructor(at, last) {
    Object.assign(this, { at, last });
  }

  get isAtRoot() {
    return this.last === 0;
  }

  /** What is met next stands on the left. */
  get isRight() {
    return isOdd(this.at) || this.at === this.last;
  }

  step() {
    this.at = half(this.at);
    this.last = half(this.last);
  }

  /** The last node of a level has no sibling until its way turns left. */
  up() {
    if (this.isRight) while (!isOdd(this.at) && this.at !== 0) this.step();
    this.step();
  }
}
