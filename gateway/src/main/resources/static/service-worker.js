/**
 * Keeps the shell and the words in this browser: a reload without a network opens the page, which then says itself that
 * there is none. What people wrote or read is never kept here. The gateway fills in what belongs to its version.
 */
const VERSION = '/v/now/';
const FILES = [];
const CACHE = `yol:${VERSION}`;
const SHELL = '/';
/** What is no page of the front end is left to the network. */
const NOT_PAGES = /^\/(account|api|session|docs|webjars|v|v3|login|logout|oauth2|actuator|livez|readyz)(\/|$)/;

self.addEventListener('install', (event) => event.waitUntil(keep([SHELL, ...FILES]).then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));

/** The page says which words it uses. */
self.addEventListener('message', ({ data }) => {
  if (data?.keep?.startsWith(VERSION)) keep([data.keep]);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!NOT_PAGES.test(pathname)) event.respondWith(page(request));
  } else if (pathname.startsWith(VERSION) || pathname.startsWith('/webjars/')) {
    event.respondWith(file(request));
  }
});

async function page(request) {
  try {
    return await fetch(request);
  } catch (thrown) {
    const shell = await kept(SHELL);
    if (!shell) throw thrown;
    return shell;
  }
}

/** The address names the version: what is kept is what would come. */
async function file(request) {
  return (await kept(request.url)) ?? fetch(request);
}

async function kept(address) {
  return (await caches.open(CACHE)).match(address, { ignoreVary: true });
}

async function keep(addresses) {
  await (await caches.open(CACHE)).addAll(addresses);
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('yol:') && name !== CACHE).map((name) => caches.delete(name)));
}
