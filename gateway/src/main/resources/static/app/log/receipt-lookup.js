/** Whether what a receipt says stands in the log: reckoned here, from the receipt alone. */
import { now } from '../core/clock.js';
import { hex } from './bytes.js';
import { seenLog } from './log-memory.js';
import { readLeaf } from './log-source.js';
import { parsedKeys, verifiedBy, verifiesSignatures } from './notes.js';
import { isIncluded } from './proofs.js';
import { leafOf, submissionEntry } from './submission-leaf.js';

/** So soon after submitting an entry is there at the latest. */
export const SOON = 60_000;

/**
 * `{finding, index, origin}`: `unlogged` (given before there was a log), `other-log` (that of `origin`), `there`,
 * `not-yet`, `left-out`, `altered` (the entry does not stand in the tree) or `proof-wrong` (that of the file is not of
 * this receipt). `proof` is the one in the file, or null.
 */
export async function lookedUp(says, proof, watched) {
  const entry = await submissionEntry(says);
  if (!entry) return { finding: 'unlogged' };
  if (says.log.origin !== watched.origin) return { finding: 'other-log', origin: says.log.origin };
  const leaf = await leafOf(entry);
  if (proof && !(await isProof(proof, leaf, watched))) return { finding: 'proof-wrong' };
  if (proof && (await watched.compare(proof.checkpoint, 'proof')) === 'contradicts') {
    return { finding: 'altered', index: proof.index };
  }
  const found = await readLeaf(hex(leaf));
  if (!found) return missing(says, proof, leaf, watched);
  if (watched.checkpoint && !watched.reaches(found)) await watched.look();
  // What is signed wrongly says nothing of anything.
  if (!watched.checkpoint) return { finding: 'altered', index: found.index };
  if (!watched.reaches(found)) return { finding: 'not-yet' };
  const fits = await watched.isEntry({ index: found.index, entry });
  return { finding: fits ? 'there' : 'altered', index: found.index, since: entry.at };
}

/** Whether the proof leads from the leaf to what a key of the log has signed. */
export async function isProof({ index, hashes, checkpoint }, leaf, { origin, keys, verifies }) {
  if (checkpoint.origin !== origin) return false;
  if (!(await isIncluded(leaf, index, checkpoint.size, checkpoint.root, hashes))) return false;
  return !verifies || (await verifiedBy(checkpoint, keys)).signed.length > 0;
}

/** What a proof alone shows, by the keys that this browser has seen before: `offline`, or `proof-wrong`. */
export async function provedOffline(says, proof) {
  const { origin, keys } = seenLog();
  const known = { origin, keys: await parsedKeys(keys), verifies: await verifiesSignatures() };
  const entry = await submissionEntry(says);
  const fits = entry && (await isProof(proof, await leafOf(entry), known));
  return { finding: fits ? 'offline' : 'proof-wrong', index: proof.index };
}

/** What the log had, by its own signature, and does not show any longer, is evidence. */
function missing({ submittedAt }, proof, leaf, watched) {
  if (!proof) return { finding: now() - Date.parse(submittedAt) < SOON ? 'not-yet' : 'left-out' };
  watched.find(`left-out-${proof.index}`, {
    kind: 'left-out',
    values: { number: proof.index },
    evidence: `The log does not show the entry with leaf hash ${hex(leaf)} any longer, which it proved before:\n\n${proof.text}`,
  });
  return { finding: 'left-out', index: proof.index };
}
