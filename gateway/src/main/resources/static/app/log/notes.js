/** Signed notes, checkpoints and the keys that verify them (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature). */
import { hex, joined, ofBase64, ofHex, same, utf8 } from './bytes.js';
import { sha256 } from './hashes.js';

const ED25519 = 1;
const COSIGNATURE = 4;
const ID_LENGTH = 4;
const TIME_LENGTH = 8;
/** That of the first test of RFC 8032: any would do. */
const SOME_KEY = ofHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
const HASH = /^[A-Za-z0-9+/]{43}=$/;
/** As the format has it: no spaces, no plus. */
const NAME = /^[^\s+]+$/u;

/** `{text, signatures}` of a note; throws a SyntaxError on what is none. */
export function parseNote(note) {
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(end + 2).split('\n');
  if (end < 0 || lines.pop() !== '' || !lines.length) throw new SyntaxError('No signed note');
  return { text: note.slice(0, end + 1), signatures: lines.map(signatureIn), note };
}

function signatureIn(line) {
  const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  if (!name || !NAME.test(name)) throw new SyntaxError('No signature line');
  const bytes = ofBase64(encoded);
  if (bytes.length <= ID_LENGTH) throw new SyntaxError('A signature that is too short');
  return { name, keyId: hex(bytes.slice(0, ID_LENGTH)), signature: bytes.slice(ID_LENGTH), line };
}

/** `{origin, size, root, extensions}` of the text of a note; throws a SyntaxError on what is no checkpoint. */
export function parseCheckpoint(text) {
  const lines = text.split('\n');
  const [origin, size, root, ...extensions] = lines.slice(0, -1);
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || !HASH.test(root ?? '') || extensions.includes('')) {
    throw new SyntaxError('No checkpoint');
  }
  return { origin, size: Number(size), root: ofBase64(root), extensions };
}

/** A note together with what its text says as a checkpoint. */
export function parseSignedCheckpoint(note) {
  const parsed = parseNote(note);
  return { ...parsed, ...parseCheckpoint(parsed.text) };
}

/** `{name, keyId, algorithm, publicKey, text}` of `name+8 hex digits+base64`; throws a SyntaxError on anything else. */
export async function parseKey(text) {
  const [, name, keyId, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  if (!name) throw new SyntaxError('No verifier key');
  const key = ofBase64(encoded);
  const own = hex((await sha256(joined(utf8(`${name}\n`), key))).slice(0, ID_LENGTH));
  if (own !== keyId) throw new SyntaxError('A verifier key of another id');
  return { name, keyId, algorithm: key[0], publicKey: key.slice(1), text };
}

/** Keys of kinds that are not known here say nothing. */
export async function parsedKeys(texts) {
  const keys = await Promise.all(texts.map((text) => parseKey(text).catch(() => null)));
  return keys.filter(Boolean);
}

/**
 * `{signed, wrong}`: which of the keys have signed, each with its signature and, of cosignatures, since when (`at`); and
 * of which there is a signature that is not theirs. Lines of unknown keys say nothing. Throws where the browser cannot
 * verify Ed25519.
 */
export async function verifiedBy({ text, signatures }, keys) {
  const signed = [];
  const wrong = [];
  for (const signature of signatures) {
    const key = keys.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (!key) continue;
    const at = key.algorithm === COSIGNATURE ? timeOf(signature.signature) : null;
    ((await isSigned(key, signature.signature, text)) ? signed : wrong).push({ key, signature, at });
  }
  return { signed, wrong };
}

async function isSigned({ algorithm, publicKey }, signature, text) {
  if (algorithm === ED25519) return isSignature(publicKey, signature, utf8(text));
  if (algorithm !== COSIGNATURE || signature.length <= TIME_LENGTH) return false;
  const message = `cosignature/v1\ntime ${secondsOf(signature)}\n${text}`;
  return isSignature(publicKey, signature.slice(TIME_LENGTH), utf8(message));
}

/** Ed25519. */
export async function isSignature(publicKey, signature, message) {
  const key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message);
}

/** Whether this browser knows how to verify what logs are signed with. */
export async function verifiesSignatures() {
  try {
    await crypto.subtle.importKey('raw', SOME_KEY, { name: 'Ed25519' }, false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

function secondsOf(signature) {
  return new DataView(signature.buffer, signature.byteOffset, TIME_LENGTH).getBigUint64(0);
}

function timeOf(signature) {
  return signature.length <= TIME_LENGTH ? null : new Date(Number(secondsOf(signature)) * 1_000);
}

/** Whether both say the same of the same log. */
export function sayTheSame(one, other) {
  return one.origin === other.origin && one.size === other.size && same(one.root, other.root);
}
