/** History routing: links inside the site change the page without loading it again. */

class Router extends EventTarget {
  #routes = [];

  /** Patterns such as `/programs/:id`, the first that fits wins. Paths nobody claims are left to the server. */
  start(routes) {
    this.#routes = routes;
    window.addEventListener('popstate', () => this.#changed());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  get query() {
    return Object.fromEntries(new URLSearchParams(window.location.search));
  }

  match(path = window.location.pathname) {
    for (const route of this.#routes) {
      const parameters = fit(route.path, path);
      if (parameters) return { route, parameters, path };
    }
    return { route: null, parameters: {}, path };
  }

  go(url, { replace = false } = {}) {
    if (replace) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
    this.#changed();
  }

  /** Keeps the address in step with filters without being a new page. */
  replaceQuery(search) {
    window.history.replaceState(null, '', window.location.pathname + search);
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #follow(event) {
    const link = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href);
    const samePage = url.pathname === window.location.pathname && url.hash;
    if (url.origin !== window.location.origin || samePage || !this.match(url.pathname).route) return;
    event.preventDefault();
    this.go(url.href);
  }
}

function fit(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return null;
  const parameters = {};
  const fits = wanted.every((part, index) => {
    if (!part.startsWith(':')) return part === given[index];
    parameters[part.slice(1)] = decodeURIComponent(given[index]);
    return given[index] !== '';
  });
  return fits ? parameters : null;
}

export const router = new Router();
