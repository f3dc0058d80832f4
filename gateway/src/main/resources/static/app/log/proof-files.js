/** Proofs that travel in files (c2sp.org/tlog-proof). */
import { ofBase64 } from './bytes.js';
import { HASH_LENGTH } from './hashes.js';
import { parseSignedCheckpoint } from './notes.js';

const HEADER = 'c2sp.org/tlog-proof@v1';
const WRITTEN = new RegExp(`${HEADER.replaceAll('.', '\\.')}\\n[^]*?\\n\\n[^]*?\\n\\n(?:— \\S+ \\S+\\n)+`);

/** `{index, hashes, checkpoint}`; throws a SyntaxError on what is no proof. */
export function parseProof(text) {
  const end = text.indexOf('\n\n');
  const [header, ...lines] = text.slice(0, end).split('\n');
  if (end < 0 || header !== HEADER) throw new SyntaxError('No proof of a log');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const [, index] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift()) ?? [];
  if (!index) throw new SyntaxError('A proof without an index');
  const hashes = lines.map(ofBase64);
  if (hashes.some(({ length }) => length !== HASH_LENGTH)) throw new SyntaxError('A proof with something else than hashes');
  return { index: Number(index), hashes, checkpoint: parseSignedCheckpoint(text.slice(end + 2)), text };
}

/** The proof in what somebody chose or pasted, whatever stands around it; null when there is none. */
export function proofIn(text) {
  const plain = text.includes(`${HEADER}\\n`) ? unescaped(text) : text.replaceAll('\r\n', '\n');
  const [written] = WRITTEN.exec(plain.endsWith('\n') ? plain : `${plain}\n`) ?? [];
  if (!written) return null;
  try {
    return parseProof(written);
  } catch {
    return null;
  }
}

/** As a text stands in a JSON file. */
function unescaped(text) {
  return text.replaceAll('\\n', '\n').replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}
