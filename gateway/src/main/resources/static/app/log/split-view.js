/** Evidence that two histories of one log were signed, as text. */
import { base64 } from './bytes.js';
import { isPowerOfTwo } from './proofs.js';

/** As services and witnesses write it. */
const HEADER = 'yol split-view v1';

/** `earlierRoot` is that which the proof begins with, where it leaves out what it begins with. */
export function splitViewText({ one, other, proof, earlierRoot }) {
  const hashes = proof.length && isPowerOfTwo(one.size) ? [earlierRoot, ...proof] : proof;
  return `${[HEADER, ...hashes.map(base64)].join('\n')}\n\n${one.note}\n${other.note}`;
}
