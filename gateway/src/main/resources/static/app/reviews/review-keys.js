/**
 * What a key does on the page of a review: `{score}`, `{criterion}` and `{application}` (one on, or one back), `{help}`,
 * or null. While something is `written` only the keys of a form count: none; a field of scores is not written in.
 */
export function keyAct(key, written = false) {
  if (written) return null;
  if (/^[1-9]$/.test(key)) return { score: Number(key) };
  switch (key) {
    case '0':
      return { score: 10 };
    case '-':
      return { score: 0 };
    case 'ArrowDown':
      return { criterion: 1 };
    case 'ArrowUp':
      return { criterion: -1 };
    case 'j':
    case 'n':
      return { application: 1 };
    case 'k':
    case 'p':
      return { application: -1 };
    case '?':
      return { help: true };
    default:
      return null;
  }
}
