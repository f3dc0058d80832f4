/** Bytes, and how they are written in texts. */

export function utf8(text) {
  return new TextEncoder().encode(text);
}

export function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function same(one, other) {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

export function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Throws on anything but standard base64 as it is written by everybody. */
export function ofBase64(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (base64(bytes) !== text) throw new SyntaxError(`No base64: ${text}`);
  return bytes;
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function ofHex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new SyntaxError(`No hex: ${text}`);
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => parseInt(digits, 16));
}
