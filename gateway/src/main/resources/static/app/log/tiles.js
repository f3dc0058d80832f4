/** A tree read from its tiles (c2sp.org/tlog-tiles). */
import { HASH_LENGTH, nodeHash } from './hashes.js';

const HEIGHT = 8;
const WIDTH = 2 ** HEIGHT;

/** As in `tile/0/x001/067.p/5`. */
export function tilePath({ level, index, width }) {
  const digits = String(index).padStart(3, '0');
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g);
  const name = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width < WIDTH ? `.p/${width}` : ''}`;
}

/** What a tile says is no multiple of hashes, or fewer than it has to have. */
export class BrokenTile extends Error {
  constructor(tile) {
    super(tilePath(tile));
    this.tile = tile;
  }
}

/** The tree of the first so many entries; `read({level, index, width})` answers the bytes of a tile. */
export class TiledTree {
  #nodes = new Map();
  #tiles = new Map();
  #read;

  constructor(size, read) {
    this.size = size;
    this.#read = read;
  }

  /** Of all, or of the first so many; nobody asks for that of none. */
  root(size = this.size) {
    return this.#range(0, size);
  }

  leaf(index) {
    return this.#node(0, index);
  }

  /** From the sibling of the leaf up. */
  inclusion(index) {
    return this.#path(index, 0, this.size);
  }

  /** Between the first so many and all of them. */
  async consistency(earlierSize) {
    return earlierSize === this.size || earlierSize === 0 ? [] : this.#subproof(earlierSize, 0, this.size, true);
  }

  async #path(index, start, end) {
    if (end - start === 1) return [];
    const middle = start + largestPowerBelow(end - start);
    return index < middle
      ? [...(await this.#path(index, start, middle)), await this.#range(middle, end)]
      : [...(await this.#path(index, middle, end)), await this.#range(start, middle)];
  }

  async #subproof(count, start, end, isWhole) {
    if (count === end - start) return isWhole ? [] : [await this.#range(start, end)];
    const width = largestPowerBelow(end - start);
    return count <= width
      ? [...(await this.#subproof(count, start, start + width, isWhole)), await this.#range(start + width, end)]
      : [
          ...(await this.#subproof(count - width, start + width, end, false)),
          await this.#range(start, start + width),
        ];
  }

  async #range(start, end) {
    const width = end - start;
    const power = largestPowerBelow(width + 1);
    if (power === width) return this.#node(Math.log2(width), start / width);
    return nodeHash(await this.#range(start, start + power), await this.#range(start + power, end));
  }

  /** That of the whole subtree of so many levels which is the so-many-eth of its kind. */
  #node(height, index) {
    const key = `${height}/${index}`;
    if (!this.#nodes.has(key)) this.#nodes.set(key, this.#reckon(height, index));
    return this.#nodes.get(key);
  }

  async #reckon(height, index) {
    if (height % HEIGHT) return nodeHash(...(await Promise.all([0, 1].map((side) => this.#node(height - 1, 2 * index + side)))));
    const hashes = await this.#tile(height / HEIGHT, Math.floor(index / WIDTH));
    const at = (index % WIDTH) * HASH_LENGTH;
    return hashes.slice(at, at + HASH_LENGTH);
  }

  #tile(level, index) {
    const key = `${level}/${index}`;
    if (!this.#tiles.has(key)) this.#tiles.set(key, this.#whole(level, index));
    return this.#tiles.get(key);
  }

  async #whole(level, index) {
    const there = Math.floor(this.size / WIDTH ** level) - index * WIDTH;
    const tile = { level, index, width: Math.min(WIDTH, there) };
    const hashes = await this.#read(tile);
    if (hashes.length !== tile.width * HASH_LENGTH) throw new BrokenTile(tile);
    return hashes;
  }
}

function largestPowerBelow(number) {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}
