/** Verifying certificates in the browser: by the issuer's published keys and its signed list of what is revoked. */
import { saidBy, verified } from '../verify/receipt-check.js';

const TYPE = 'vc+jwt';

/** Whether what somebody pasted or chose is a signed credential, and no receipt. */
export function isCredential(jwt) {
  return saidBy(jwt, 0)?.typ === TYPE;
}

/**
 * `{finding, says}` of a certificate: valid, revoked, altered, foreign (signed by somebody else) or unreadable. `issuer` is
 * the document of the one issuer that is trusted, `readList(address)` answers a status list as it is signed. Throws where
 * the browser cannot verify Ed25519, and when the list is not there or not signed: then nobody knows.
 */
export async function checkedCredential(jwt, issuer, readList) {
  const read = await verified(jwt, keysOf(issuer), TYPE);
  if (!read.says) return read;
  const { says } = read;
  if (says.issuer?.id !== issuer.id || says.iss !== issuer.id) return { finding: 'foreign' };
  const { statusListCredential, statusListIndex } = says.credentialStatus;
  const list = await verified(await readList(statusListCredential), keysOf(issuer), TYPE);
  if (list.says?.id !== statusListCredential || list.says.issuer !== issuer.id) throw new Error('no status list');
  const revoked = await isSet(list.says.credentialSubject.encodedList, Number(statusListIndex));
  return { finding: revoked ? 'revoked' : 'valid', says };
}

/** Whether a bit of a status list is set (W3C Bitstring Status List 1.0); the first is the highest of the first byte. */
export async function isSet(encodedList, index) {
  const letters = atob(encodedList.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
  const packed = new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
  const unpacked = packed.stream().pipeThrough(new DecompressionStream('gzip'));
  const bits = new Uint8Array(await new Response(unpacked).arrayBuffer());
  if (!(index >= 0 && index < bits.length * 8)) throw new Error('no such bit');
  return (bits[index >> 3] & (0x80 >> (index & 7))) !== 0;
}

/** Whether a name is the one whose salted digest was signed, however it is spaced. */
export async function isHolder(says, typed) {
  const { identityHash, salt } = says.credentialSubject.identifier[0];
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name + salt)));
  return identityHash === `sha256$${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The number in the address of a certificate. */
export function numberOf(says) {
  return says.id.split('/').pop();
}

function keysOf({ verificationMethod }) {
  return verificationMethod.map(({ id, publicKeyJwk }) => ({ ...publicKeyJwk, kid: id }));
}
