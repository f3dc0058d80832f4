/** The log as this browser sees it: by whom it is signed, that it only grew, and that what is shown stands in it. */
import { Problem } from '../core/problem.js';
import { base64, hex, ofBase64, same, utf8 } from './bytes.js';
import { canonical } from './canonical.js';
import { forgetLog, rememberLog, seenLog } from './log-memory.js';
import { readCheckpoint, readEntries, readKeys, readTile } from './log-source.js';
import { isSignature, parsedKeys, parseSignedCheckpoint, sayTheSame, verifiedBy, verifiesSignatures } from './notes.js';
import { isConsistent, isIncluded } from './proofs.js';
import { splitViewText } from './split-view.js';
import { leafOf } from './submission-leaf.js';
import { BrokenTile, TiledTree } from './tiles.js';

/** Of a log that has no entry yet there is no checkpoint. */
const NOTHING = { size: 0, note: '(nothing)\n' };

/** Another process may answer with what it has read a moment ago. */
const MOMENT = 2_000;

/** What it finds that must never be is `{kind, values, evidence}`, of which `evidence` is a text that shows it to anybody. */
export class WatchedLog {
  origin = null;
  /** Those that this browser trusts, parsed. */
  keys = [];
  /** Parsed; null until one was read whose signature is right. */
  checkpoint = null;
  tree = null;
  /** What this browser had seen before this visit; null at the first. */
  before = seenLog();
  /** Why the log signs nothing any more; null while it does. */
  halted = null;
  /** Whether signatures are verified here. */
  verifies = true;
  #findings = new Map();
  /** One look at a time: all that ask meanwhile wait for the same. */
  #looking = null;

  get findings() {
    return [...this.#findings.values()];
  }

  /** Reads how far the log is, and checks that it is what was seen before and more. Throws a Problem. */
  look(options) {
    this.#looking ??= this.#lookOnce(options).finally(() => (this.#looking = null));
    return this.#looking;
  }

  async #lookOnce(options) {
    const newest = await this.#newest(options);
    if (!newest) return;
    const known = this.#seen();
    if (known && newest.size < known.size) await this.#lookAgain(known, options);
    else await this.#take(newest, known);
  }

  /** What is shown now is what counts from now on, whatever it contradicts. */
  async forget() {
    forgetLog();
    Object.assign(this, { before: null, keys: [], checkpoint: null, tree: null });
    this.#findings.clear();
    await this.look();
  }

  /** Whether the checkpoint goes so far. */
  reaches({ index }) {
    return index < (this.checkpoint?.size ?? 0);
  }

  /** Whether what stands at a number that it reaches is what the tree has there; what does not is a finding. */
  async isEntry({ index, entry }) {
    // Both as of now: the log grows meanwhile.
    const { checkpoint, tree } = this;
    const { size, root, note } = checkpoint;
    return this.#reading(async () => {
      const [leaf, stored, proof] = await Promise.all([leafOf(entry), tree.leaf(index), tree.inclusion(index)]);
      if (!(await isIncluded(stored, index, size, root, proof))) return this.#tilesDoNotFit();
      if (same(stored, leaf)) return true;
      const evidence = entryEvidence({ index, entry, leaf, stored, proof, note });
      return this.find(`entry-${index}`, { kind: 'entry', values: { number: index }, evidence });
    });
  }

  /**
   * What a checkpoint of this log is beside the one shown: `same`, an `earlier` part of it, `later`, or it
   * `contradicts`, which is a finding of that kind.
   */
  async compare(other, kind, values = {}) {
    const { checkpoint: shown, tree } = this;
    if (!shown || other.size > shown.size) return 'later';
    if (other.size === 0 || sayTheSame(other, shown)) return other.size === shown.size ? 'same' : 'earlier';
    if (other.size === shown.size) return this.#contradiction(other, shown, { kind, values, proof: [] });
    const read = await this.#reading(async () => {
      const [proof, earlierRoot] = await Promise.all([tree.consistency(other.size), tree.root(other.size)]);
      const holds = await isConsistent(other.size, earlierRoot, shown.size, shown.root, proof);
      return holds ? { proof, earlierRoot } : this.#tilesDoNotFit();
    });
    if (!read) return 'later';
    return same(read.earlierRoot, other.root) ? 'earlier' : this.#contradiction(other, shown, { kind, values, ...read });
  }

  /** Nothing that is found is well. */
  find(name, finding) {
    if (!this.#findings.has(name)) this.#findings.set(name, finding);
    return false;
  }

  async #newest(options) {
    if (!this.keys.length) await this.#knowKeys();
    try {
      const note = await readCheckpoint(options);
      this.halted = null;
      return await this.#signedByTheLog(note);
    } catch (thrown) {
      if (!(thrown instanceof Problem && (thrown.is('log-halted') || thrown.status === 404))) throw thrown;
      this.halted = thrown.status === 404 ? null : thrown;
      // What was seen before, and is not even begun now, is gone.
      return this.halted || !this.#seen() ? null : NOTHING;
    }
  }

  /** Those seen first, and what they have handed over to since. */
  async #knowKeys(isHandedOver = false) {
    const published = await readKeys();
    this.verifies = await verifiesSignatures();
    this.origin = published.origin;
    if (this.before && this.before.origin !== published.origin) {
      this.find('origin', {
        kind: 'origin',
        values: { before: this.before.origin, now: published.origin },
        evidence: this.before.checkpoint,
      });
    }
    this.keys = await parsedKeys(this.#before?.keys ?? published.keys);
    const unknown = published.keys.filter((text) => !this.keys.some((key) => key.text === text));
    if ((unknown.length || isHandedOver) && this.verifies) this.keys = await withSuccessors(this.keys);
  }

  /** What was seen before of this log. */
  get #before() {
    return this.before?.origin === this.origin ? this.before : null;
  }

  async #signedByTheLog(note) {
    const checkpoint = readable(note);
    if (!checkpoint || checkpoint.origin !== this.origin) return this.#notSigned('signature', note);
    if (!this.verifies) return checkpoint;
    let { signed, wrong } = await verifiedBy(checkpoint, this.keys);
    if (!signed.length && !wrong.length) {
      await this.#knowKeys(true);
      ({ signed, wrong } = await verifiedBy(checkpoint, this.keys));
    }
    if (wrong.length) return this.#notSigned('signature', note);
    return signed.length ? checkpoint : this.#notSigned('keys', note);
  }

  #notSigned(kind, note) {
    const known = this.keys.map(({ text }) => text).join('\n');
    this.find(kind, { kind, values: {}, evidence: `Keys that this browser knows:\n${known}\n\nWhat was shown:\n${note}` });
    return null;
  }

  #seen() {
    return this.checkpoint ?? (this.#before && readable(this.#before.checkpoint));
  }

  async #lookAgain(known, options) {
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    const newest = await this.#newest(options);
    if (!newest) return;
    if (newest.size < known.size) {
      this.find('shorter', {
        kind: 'shorter',
        values: { before: known.size, now: newest.size },
        evidence: `Signed before, and seen by this browser:\n${known.note}\nShown at ${new Date().toISOString()}:\n${newest.note}`,
      });
      if (newest !== NOTHING) this.#show(newest);
    } else await this.#take(newest, known);
  }

  async #take(newest, known) {
    if (this.checkpoint && sayTheSame(newest, this.checkpoint)) {
      this.checkpoint = newest;
      return;
    }
    const { checkpoint, tree } = this;
    this.#show(newest);
    try {
      if (!(await this.#isWhole())) return;
      if (known && (await this.compare(known, 'history')) === 'contradicts') return;
    } catch (thrown) {
      // What could not be checked is not shown, and is checked with the next look.
      Object.assign(this, { checkpoint, tree });
      throw thrown;
    }
    if (!this.#findings.size) this.#remember();
  }

  #remember() {
    rememberLog({
      origin: this.origin,
      keys: this.keys.map(({ text }) => text),
      checkpoint: this.checkpoint.note,
      at: new Date().toISOString(),
    });
  }

  #show(newest) {
    this.checkpoint = newest;
    this.tree = newest.size ? new TiledTree(newest.size, readTile) : null;
  }

  async #isWhole() {
    if (!this.tree) return true;
    return this.#reading(async () => same(await this.tree.root(), this.checkpoint.root) || this.#tilesDoNotFit());
  }

  /** Tiles that are no tiles are found like those that do not fit. */
  async #reading(work) {
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof BrokenTile)) throw thrown;
      return this.#tilesDoNotFit();
    }
  }

  #tilesDoNotFit() {
    return this.find('tiles', {
      kind: 'tiles',
      values: {},
      evidence: `The tiles at ${window.location.origin}/api/log/tile/ do not hash to what the log has signed:\n${this.checkpoint.note}`,
    });
  }

  #contradiction(other, shown, { kind, values, proof, earlierRoot }) {
    const evidence = splitViewText({ one: other, other: shown, proof, earlierRoot });
    this.find(`${kind}-${other.size}`, { kind, values: { number: other.size, ...values }, evidence });
    return 'contradicts';
  }
}

function readable(note) {
  try {
    return parseSignedCheckpoint(note);
  } catch {
    return null;
  }
}

/** With the keys that were handed over to in the log, each signed by the one before. */
async function withSuccessors(keys) {
  const { items } = await readEntries({ kind: 'log-key', limit: 100 });
  const trusted = [...keys];
  for (const { entry } of items.reverse()) {
    const previous = trusted.find(({ text }) => text === entry.previous);
    if (!previous || !(await isSignedBy(previous, entry))) continue;
    trusted.push(...(await parsedKeys([entry.key])));
  }
  return trusted;
}

async function isSignedBy({ publicKey }, { signature, ...said }) {
  try {
    return await isSignature(publicKey, ofBase64(signature), utf8(canonical(said)));
  } catch {
    return false;
  }
}

function entryEvidence({ index, entry, leaf, proof, note, stored }) {
  return [
    `Entry ${index} was shown as:`,
    canonical(entry),
    `Its leaf hash is ${hex(leaf)}; the log has signed ${hex(stored)} there:`,
    '',
    'c2sp.org/tlog-proof@v1',
    `index ${index}`,
    ...proof.map(base64),
    '',
    note,
  ].join('\n');
}
