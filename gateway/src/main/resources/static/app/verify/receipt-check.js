/** Verifying receipts in the browser: by the published keys alone, without asking anybody. */

const RECEIPT = /eyJ[\w-]{10,}\.[\w-]+\.[\w-]*/;

/**
 * The signed receipt in what somebody pasted or chose: the JWS itself, whatever lines it was broken into, the JSON file,
 * or the PDF, which has it attached as it is. Null when there is none.
 */
export function receiptIn(text) {
  const whole = text.replace(/\s+/g, '');
  if (/^eyJ[\w-]*(\.[\w-]*)*$/.test(whole)) return whole;
  return RECEIPT.exec(text)?.[0] ?? null;
}

/**
 * `{finding, says}` of a receipt: genuine, unreadable, foreign (signed with no key of ours) or altered; what it says only
 * if it is genuine. Throws where the browser cannot verify Ed25519.
 */
export async function verified(receipt, keys, type = 'yol-receipt') {
  const parts = receipt.split('.');
  let header;
  let signature;
  try {
    header = json(parts[0]);
    signature = bytes(parts[2]);
  } catch {
    return { finding: 'unreadable' };
  }
  if (parts.length !== 3 || header?.alg !== 'EdDSA' || header.typ !== type) return { finding: 'unreadable' };
  const key = keys.find(({ kid }) => kid === header.kid);
  if (!key) return { finding: 'foreign' };
  const { kty, crv, x } = key;
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
  const text = new TextEncoder().encode(`${parts[0]}.${parts[1]}`);
  const genuine = await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, text);
  return genuine ? { finding: 'genuine', says: json(parts[1]) } : { finding: 'altered' };
}

/** What a receipt says, genuine or not, or another `part` of it; null where it says nothing that can be read. */
export function saidBy(receipt, part = 1) {
  try {
    return json(receipt.split('.')[part]);
  } catch {
    return null;
  }
}

/** SHA-256 of bytes, lower-case hex. */
export async function fingerprint(content) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The fingerprint in what somebody pasted, however it is spaced; null when it is none. */
export function fingerprintIn(text) {
  const letters = text.replace(/[\s:-]+/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(letters) ? letters : null;
}

/** The parts of a receipt that have a fingerprint. */
export function partsWith(says, sha256) {
  return Object.entries(says.sha256)
    .filter(([, own]) => own === sha256)
    .map(([part]) => part);
}

function json(part) {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes(part)));
}

function bytes(part) {
  const letters = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
