/** What somebody holds of the log, from wherever: a receipt, a proof or a checkpoint. */
import { receiptIn } from '../verify/receipt-check.js';
import { isProof } from './receipt-lookup.js';
import { readEntry } from './log-source.js';
import { parseSignedCheckpoint, verifiedBy } from './notes.js';
import { proofIn } from './proof-files.js';
import { leafOf } from './submission-leaf.js';

/** One of `{receipt, proof}`, `{proof}`, `{checkpoint}`, or `{}` for what is none of them. */
export function holdingIn(text) {
  const proof = proofIn(text);
  const receipt = receiptIn(text);
  if (receipt) return { receipt, proof };
  if (proof) return { proof };
  try {
    return { checkpoint: parseSignedCheckpoint(`${text.replaceAll('\r\n', '\n').trim()}\n`) };
  } catch {
    return {};
  }
}

/** What a proof alone shows: `{finding, index, origin}`, as of receipts. */
export async function proofCompared(proof, watched) {
  const { index, checkpoint } = proof;
  if (checkpoint.origin !== watched.origin) return { finding: 'other-log', origin: checkpoint.origin };
  const beside = await comparedCheckpoint(checkpoint, watched, 'proof');
  if (beside.finding === 'unsigned') return { finding: 'proof-wrong' };
  if (beside.finding === 'contradicts') return { finding: 'altered', index };
  const { entry } = await readEntry(index);
  if (await isProof(proof, await leafOf(entry), watched)) return { finding: 'there', index };
  const isAnother = watched.reaches({ index }) && !(await watched.isEntry({ index, entry }));
  return { finding: isAnother ? 'altered' : 'proof-wrong', index };
}

/**
 * `{finding, size, origin}` of a checkpoint beside the one shown: `same`, `earlier`, `later`, `contradicts`, `unsigned` (no
 * key of this log has signed it) or `other-log`.
 */
export async function comparedCheckpoint(checkpoint, watched, kind = 'dropped') {
  const { origin, size } = checkpoint;
  if (origin !== watched.origin) return { finding: 'other-log', origin };
  if (watched.verifies && !(await verifiedBy(checkpoint, watched.keys)).signed.length) return { finding: 'unsigned' };
  if (watched.checkpoint && size > watched.checkpoint.size) await watched.look();
  return { finding: await watched.compare(checkpoint, kind), size };
}
