/** Calls to the services: one place for CSRF, versions, idempotency keys, waiting and trying again, and problems. */
import { Problem } from './problem.js';
import { cookie } from './storage.js';
import { texts } from './texts.js';
import { fetched, uploaded } from './transport.js';
import { patiently } from './waiting.js';

/** Keys of presses not answered yet: pressing again with the same content is the same press. */
const unansweredKeys = new Map();

/**
 * All of them are tried again by themselves while a service is busy or away, see `patiently`: a POST under its one key,
 * a PUT or DELETE against the version it was made for. Options: `version`, `signal`, `keepalive`, `link`, and how to wait,
 * `quiet` (a function, or true) and `onWait`.
 */
export const api = {
  get: (path, options) => call('GET', path, { ofPage: !options?.quiet, ...options }),
  /** With a `key` of one's own it is the same press even when the page was loaded again in between. */
  post: (path, body, options) => pressed(path, body ?? {}, options),
  /** `heldNow()` reads what is held now and answers it like this if it is what was sent, else nothing. */
  put: (path, body, options) => written(path, { ...options, body }),
  delete: (path, options) => call('DELETE', path, options),
  /** One try, for whoever waits in a way of its own. Of bytes, `file`, `onProgress` hears how much is up, 0 to 1. */
  once: (method, path, options) => send(method, path, options ?? {}),
  /** Reads something long; `take(answer, moved)` reads it, and says when it `moved`: standing still ends it. */
  download: (path, accept, take, options) => call('GET', path, { ofPage: true, ...options, accept, take }),
};

export function query(parameters) {
  const filled = Object.entries(parameters).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined,
  );
  return filled.length ? `?${new URLSearchParams(filled)}` : '';
}

async function pressed(path, body, options) {
  const press = `${path} ${JSON.stringify(body)}`;
  const key = options?.key ?? unansweredKeys.get(press) ?? crypto.randomUUID();
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

/** A version that is stale only because the first try got through, and its answer did not, is no problem. */
async function written(path, { heldNow, ...options }) {
  try {
    return await call('PUT', path, options);
  } catch (problem) {
    const held = problem.repeated && problem.is('stale-version') && (await heldNow?.());
    if (!held) throw problem;
    return held;
  }
}

/** Answers `{body, version, location}`; throws a Problem for everything else. */
function call(method, path, { quiet = false, ofPage, onWait, ...options } = {}) {
  const { signal } = options;
  return patiently(() => send(method, path, options), {
    quiet: typeof quiet === 'function' ? quiet : () => quiet,
    ofPage,
    onWait,
    signal,
  });
}

async function send(method, path, options, renewed = false) {
  const request = { ...options, method, headers: headers(method, options) };
  const { answer, body } = await (options.file ? uploaded : fetched)(path, request);
  if (answer.ok) return content(answer, body);
  const problem = Problem.of(answer, body);
  if (problem.is('csrf-missing') && !renewed) {
    await send('GET', '/session', {});
    return send(method, path, options, true);
  }
  if (problem.status === 401) window.dispatchEvent(new CustomEvent('yol-signed-out'));
  throw problem;
}

function headers(method, { body, file, version, key, link, accept = 'application/json' }) {
  const result = { Accept: `${accept}, application/problem+json`, 'Accept-Language': texts.language };
  if (body !== undefined) result['Content-Type'] = 'application/json';
  // A form says itself where its parts end.
  if (file && !(file instanceof FormData)) result['Content-Type'] = 'application/octet-stream';
  if (version !== undefined && version !== null) result['If-Match'] = quoted(version);
  if (key) result['Idempotency-Key'] = key;
  if (link) result['Reference-Token'] = link;
  if (method !== 'GET') result['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  return result;
}

function quoted(version) {
  return String(version).startsWith('"') ? version : `"${version}"`;
}

function content(answer, body) {
  return {
    body,
    version: answer.headers.get('ETag') ?? body?.version ?? null,
    location: answer.headers.get('Location') ?? body?.location ?? null,
    redirected: answer.redirected ? answer.url : null,
  };
}
