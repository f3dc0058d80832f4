/** One try of a call: the answer with its body, or a Problem when nothing came back in time. */
import { heardAt } from './clock.js';
import { Problem } from './problem.js';

/** Longer than the gateway waits for a service: its own answer says more than ours. */
const TIME_LIMIT = 30_000;
/** On the slowest of lines something moves in this time. */
const STANDSTILL = 60_000;
/** What is sent in parts loses little by another try. */
const UPLOAD_STANDSTILL = 30_000;

/** So many bytes a browser sends for a page that is gone; more of them it refuses to send at all. */
const AFTER_THE_PAGE = 60_000;

/** Ends what takes longer than it was given last; a reader's own signal ends it too. */
class TimeLimit {
  #abort = new AbortController();
  #timer = null;

  constructor(milliseconds, signal) {
    this.extend(milliseconds);
    if (signal?.aborted) this.#abort.abort();
    signal?.addEventListener('abort', () => this.#abort.abort(), { signal: this.signal });
  }

  get signal() {
    return this.#abort.signal;
  }

  extend(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#abort.abort(), milliseconds);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

/** Answers `{answer, body}`; what has a body of its own kind is read by `take(answer, moved)`. */
export async function fetched(path, { method, headers, body, keepalive, signal, take = json }) {
  const limit = new TimeLimit(TIME_LIMIT, signal);
  const content = body === undefined ? undefined : new Blob([JSON.stringify(body)]);
  try {
    const answer = await fetch(path, {
      method,
      headers,
      body: content,
      signal: limit.signal,
      keepalive: keepalive && (content?.size ?? 0) < AFTER_THE_PAGE,
      credentials: 'same-origin',
    });
    heardAt(answer.headers.get('Date'));
    const moved = () => limit.extend(STANDSTILL);
    return { answer, body: await (answer.ok ? take : json)(answer, moved) };
  } catch (thrown) {
    throw thrown instanceof Problem ? thrown : Problem.unanswered();
  } finally {
    limit.end();
  }
}

async function json(answer) {
  return (answer.headers.get('Content-Type') ?? '').includes('json') ? answer.json() : null;
}

/** The same for bytes; only XMLHttpRequest tells how much of it has gone up (0 to 1 to `onProgress`). */
export async function uploaded(path, { method, headers, file, onProgress = () => {}, signal }) {
  const limit = new TimeLimit(UPLOAD_STANDSTILL, signal);
  const request = new XMLHttpRequest();
  try {
    await new Promise((resolve, reject) => {
      const failed = () => reject(Problem.unanswered());
      request.open(method, path);
      Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        limit.extend(UPLOAD_STANDSTILL);
        onProgress(loaded / total);
      });
      request.addEventListener('load', resolve);
      request.addEventListener('error', failed);
      request.addEventListener('abort', failed);
      limit.signal.addEventListener('abort', () => request.abort());
      request.send(file);
    });
    return { answer: headOf(request), body: parsed(request) };
  } finally {
    limit.end();
  }
}

function headOf(request) {
  const { status } = request;
  const headers = { get: (name) => request.getResponseHeader(name) };
  return { ok: status >= 200 && status < 300, status, headers, redirected: false };
}

function parsed(request) {
  if (!(request.getResponseHeader('Content-Type') ?? '').includes('json')) return null;
  try {
    return JSON.parse(request.responseText);
  } catch {
    throw Problem.unanswered();
  }
}
