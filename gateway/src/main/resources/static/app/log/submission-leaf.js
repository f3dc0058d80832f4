/** The entry of a submission, from the receipt alone. */
import { hex, utf8 } from './bytes.js';
import { canonical } from './canonical.js';
import { leafHash, sha256 } from './hashes.js';

/** Of what a receipt says; null for one that was given before there was a log. */
export async function submissionEntry({ receipt, call, submittedAt, sha256: digests, log }) {
  if (!log?.salt) return null;
  const committed = canonical({ receipt, salt: log.salt, submission: digests.submission });
  const digest = hex(await sha256(utf8(committed)));
  return { at: submittedAt, call: call.id, digest, kind: 'submission' };
}

/** Of an entry as it stands in the log. */
export function leafOf(entry) {
  return leafHash(utf8(canonical(entry)));
}
