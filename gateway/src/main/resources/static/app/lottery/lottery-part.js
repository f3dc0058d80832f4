/** A country's part of the seed of a lottery: made and kept here, so that nobody else has it before it is opened. */
import { hex, joined, ofHex, utf8 } from '../log/bytes.js';
import { sha256 } from '../log/hashes.js';

const FORMAT = 'yol-lottery-part/1';
const SEED = 'yol-lottery-seed/1';
const BYTES = 32;

/** A new one, for `by`, an ISO country code. */
export async function madePart(call, by) {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return { format: FORMAT, call, by, part: hex(bytes), commitment: hex(await sha256(bytes)) };
}

export function fileName({ call, by }) {
  return `yol-lottery-${call}-${by}.json`;
}

/** The part in a file; null where that is another file, or of something else than was bound. */
export async function partIn(text, call, by, commitment) {
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (read?.format !== FORMAT || read.call !== call || read.by !== by || !/^[0-9a-f]{64}$/.test(read.part)) return null;
  return (await commitmentTo(read.part)) === commitment ? read.part : null;
}

export async function commitmentTo(part) {
  return hex(await sha256(ofHex(part)));
}

/** Reckoned from the parts that are open: the operator's, then those of countries in the order of their codes. */
export async function seedOf(parts) {
  const open = parts.filter(({ opened }) => opened);
  const rank = ({ by }) => (by === 'operator' ? '' : by);
  open.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  return hex(await sha256(joined(utf8(SEED), ...open.map(({ opened }) => ofHex(opened)))));
}

/** Whether each open part is the one that was bound, and the seed follows from them; null before it is drawn. */
export async function reckoned({ parts, seed }) {
  if (!seed) return null;
  for (const { opened, commitment } of parts) {
    if (opened && (await commitmentTo(opened)) !== commitment) return false;
  }
  return (await seedOf(parts)) === seed;
}
