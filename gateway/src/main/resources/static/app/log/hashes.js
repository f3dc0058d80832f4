/** Hashes of a Merkle tree, of RFC 9162 with SHA-256. */
import { joined } from './bytes.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const HASH_LENGTH = 32;

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Of the bytes of an entry. */
export function leafHash(entry) {
  return sha256(joined(LEAF, entry));
}

export function nodeHash(left, right) {
  return sha256(joined(NODE, left, right));
}
