/**
 * The library all pages are drawn with, but for one thing: it keeps no text node. Browsers that translate a page put
 * elements in the place of its texts; the library would go on writing into, and counting from, the ones taken out.
 */
import { Directive, directive } from 'lit/directive.js';
import { html as libraryHtml, noChange } from 'lit/index.js';

export * from 'lit/index.js';

const templates = new WeakMap();

/** As the library's. */
export function html(strings, ...values) {
  if (!templates.has(strings)) templates.set(strings, templateOf(strings));
  const { marked, between } = templates.get(strings);
  return libraryHtml(marked, ...values.map((value, index) => (between[index] ? renewed(value) : value)));
}

/** Text that changed is a new node: what stood there is cleared away first, whatever it has become. */
const text = directive(
  class extends Directive {
    #shown;

    render(shown) {
      if (shown === this.#shown) return noChange;
      this.#shown = shown;
      return document.createTextNode(shown);
    }
  },
);

function renewed(value) {
  if (Array.isArray(value)) return value.map(renewed);
  return (typeof value === 'string' && value) || typeof value === 'number' ? text(value) : value;
}

/** Which values stand between tags; and the strings, with a comment where text would be the end of what changes. */
function templateOf(strings) {
  let inTag = false;
  let quote = null;
  const between = strings.slice(0, -1).map((part) => {
    for (const character of part) {
      if (quote) quote = character === quote ? null : quote;
      else if (!inTag) inTag = character === '<';
      else if (character === '>') inTag = false;
      else if (character === '"' || character === "'") quote = character;
    }
    return !inTag;
  });
  const marked = strings.map((part, index) => (between[index - 1] && /^\s*[^\s<]/.test(part) ? `<!---->${part}` : part));
  return { marked: Object.assign(marked, { raw: strings.raw }), between };
}
