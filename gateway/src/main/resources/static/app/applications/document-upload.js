/**
 * Brings one file to the server in parts. It needs neither the version nor the turn of the application: what is typed is
 * saved meanwhile. What has arrived stays there, so that a broken line, a reload or another try costs one part at most.
 */
import { api } from '../core/api.js';
import { Problem } from '../core/problem.js';
import { pause } from '../core/waiting.js';

/** Some seconds of a slow line. */
const PART = 512 * 1024;

/** Fires `change` with every step. */
export class DocumentUpload extends EventTarget {
  /** How much of it is there, 0 to 1. */
  sent = 0;
  /** Whether all of it is there and is being looked at. */
  checking = false;
  /** Why it stands still; null while it moves. */
  waitsFor = null;
  #file;
  #path;
  #abort = new AbortController();
  #wake = () => {};

  /** @param path of the document of the application */
  constructor(path, file) {
    super();
    this.#path = path;
    this.#file = file;
  }

  get cancelled() {
    return this.#abort.signal.aborted;
  }

  /** Resolves to `{sha256, parts, name}`, as the application takes it; throws a Problem, and nothing once cancelled. */
  async send() {
    const parts = await digestOf(this.#file);
    const path = `${this.#path}/parts/${parts}`;
    let received = await this.#patiently(() => this.#received('GET', path));
    while (received < this.#file.size) {
      const from = received;
      received = await this.#patiently(() => this.#sendPart(path, from));
      // Less is there when it was forgotten since; the same again would go on for ever.
      if (received === from) throw Problem.unanswered();
    }
    this.#tell({ sent: 1, checking: true });
    const { body } = await this.#patiently(() => this.#once('PUT', `${path}/whole`));
    return { sha256: body.sha256, parts, name: this.#file.name };
  }

  /** Does not wait any longer for the next try. */
  now() {
    this.#wake();
  }

  cancel() {
    this.#abort.abort();
    this.#wake();
  }

  #sendPart(path, from) {
    const { size } = this.#file;
    const part = this.#file.slice(from, from + PART);
    const onProgress = (share) => this.#tell({ sent: (from + share * part.size) / size });
    onProgress(0);
    return this.#received('PUT', `${path}?size=${size}&from=${from}`, { file: part, onProgress });
  }

  async #received(method, path, options) {
    const { body } = await this.#once(method, path, options);
    return body.received;
  }

  #once(method, path, options) {
    return api.once(method, path, { ...options, signal: this.#abort.signal });
  }

  /** Tries again what went unanswered or was refused for now: after a pause, when online again, or when pressed. */
  async #patiently(work) {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await work();
        if (this.waitsFor) this.#tell({ waitsFor: null });
        return answer;
      } catch (problem) {
        if (!problem.passing || this.cancelled) throw problem;
        this.#tell({ waitsFor: problem });
        await this.#pause(pause(tries, problem.retryAfter));
        if (this.cancelled) throw problem;
        this.#tell({ waitsFor: null });
      }
    }
  }

  async #pause(length) {
    let timer;
    await new Promise((resolve) => {
      this.#wake = resolve;
      window.addEventListener('online', resolve, { once: true });
      timer = setTimeout(resolve, length);
    });
    clearTimeout(timer);
    window.removeEventListener('online', this.#wake);
  }

  #tell(state) {
    Object.assign(this, state);
    this.dispatchEvent(new Event('change'));
  }
}

async function digestOf(file) {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
