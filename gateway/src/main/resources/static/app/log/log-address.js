/** Where the history of a call is read. */
export function historyAddress({ id }) {
  return `/log?call=${encodeURIComponent(id)}`;
}

export function entryAddress(index) {
  return `/log?entry=${index}`;
}
