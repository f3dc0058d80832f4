/** Calls to the services: one place for CSRF, versions, idempotency keys, time limits, retries and problems. */
import { Problem } from './problem.js';
import { texts } from './texts.js';

const TIME_LIMIT = 20_000;
const PAUSES = [400, 1_200];

/** Keys of presses not answered yet: pressing again with the same content is the same press. */
const unansweredKeys = new Map();

export const api = {
  get: (path, options) => call('GET', path, options),
  post: (path, body, options) => pressed(path, body ?? {}, options),
  put: (path, body, options) => call('PUT', path, { ...options, body }),
  delete: (path, options) => call('DELETE', path, options),
  upload,
};

export function query(parameters) {
  const filled = Object.entries(parameters).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined,
  );
  return filled.length ? `?${new URLSearchParams(filled)}` : '';
}

async function pressed(path, body, options) {
  const press = `${path} ${JSON.stringify(body)}`;
  const key = unansweredKeys.get(press) ?? crypto.randomUUID();
  unansweredKeys.set(press, key);
  try {
    const answer = await call('POST', path, { ...options, body, key });
    unansweredKeys.delete(press);
    return answer;
  } catch (problem) {
    if (!problem.passing) unansweredKeys.delete(press);
    throw problem;
  }
}

/** Answers `{body, version, location}`; throws a Problem for everything else. */
async function call(method, path, options = {}) {
  const repeatable = method === 'GET' || Boolean(options.key);
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(method, path, options);
    } catch (problem) {
      const again = repeatable && problem.status === 0 && attempt < PAUSES.length && !options.signal?.aborted;
      if (!again) throw problem;
      await new Promise((resolve) => setTimeout(resolve, PAUSES[attempt]));
    }
  }
}

async function send(method, path, options) {
  const first = await ask(method, path, options);
  if (first.ok) return content(first);
  const problem = await Problem.of(first);
  if (problem.is('csrf-missing') && !options.renewed) {
    await ask('GET', '/session', {});
    return send(method, path, { ...options, renewed: true });
  }
  if (problem.status === 401) window.dispatchEvent(new CustomEvent('yol-signed-out'));
  throw problem;
}

async function ask(method, path, { body, version, key, accept, signal, keepalive }) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), TIME_LIMIT);
  const stop = () => limit.abort();
  signal?.addEventListener('abort', stop);
  try {
    return await fetch(path, {
      method,
      headers: headers(method, { body, version, key, accept }),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: limit.signal,
      keepalive,
      credentials: 'same-origin',
    });
  } catch {
    throw Problem.unanswered();
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function headers(method, { body, version, key, accept = 'application/json' }) {
  const result = { Accept: `${accept}, application/problem+json`, 'Accept-Language': texts.language };
  if (body !== undefined) result['Content-Type'] = 'application/json';
  if (version !== undefined && version !== null) result['If-Match'] = quoted(version);
  if (key) result['Idempotency-Key'] = key;
  if (method !== 'GET') result['X-XSRF-TOKEN'] = csrfToken();
  return result;
}

function quoted(version) {
  return String(version).startsWith('"') ? version : `"${version}"`;
}

function csrfToken() {
  const cookie = document.cookie.split('; ').find((each) => each.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function content(answer) {
  const type = answer.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await answer.json() : type.startsWith('text/csv') ? await answer.blob() : null;
  return {
    body,
    version: answer.headers.get('ETag') ?? body?.version ?? null,
    location: answer.headers.get('Location') ?? body?.location ?? null,
    redirected: answer.redirected ? answer.url : null,
  };
}

/** Sends one file; only XMLHttpRequest tells how much of it has gone up (0 to 1 to `onProgress`). */
function upload(path, file, { version, onProgress }) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open('PUT', path);
    Object.entries(headers('PUT', { version })).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded / event.total));
    request.addEventListener('error', () => reject(Problem.unanswered()));
    request.addEventListener('load', async () => {
      const answer = response(request);
      if (answer.ok) return resolve(await content(answer));
      if (answer.status === 401) window.dispatchEvent(new CustomEvent('yol-signed-out'));
      reject(await Problem.of(answer));
    });
    request.send(form);
  });
}

function response(request) {
  const names = ['Content-Type', 'ETag', 'Retry-After'];
  const present = names.filter((name) => request.getResponseHeader(name) !== null);
  const bodiless = request.status === 204 || request.status === 304;
  return new Response(bodiless ? null : request.responseText, {
    status: request.status,
    headers: present.map((name) => [name, request.getResponseHeader(name)]),
  });
}
