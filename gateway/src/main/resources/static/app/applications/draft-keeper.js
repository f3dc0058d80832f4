/** Brings what is typed into a draft application to the server. */
import { api } from '../core/api.js';
import { SharedKeeper } from '../core/shared-keeper.js';
import { written } from './written.js';

export class DraftKeeper extends SharedKeeper {
  constructor(application, version) {
    super(written(application), version);
    this.begin();
  }

  get application() {
    return this.body;
  }

  get thing() {
    return `application:${this.application.id}`;
  }

  /**
   * Runs another change of the same application in its turn: `work(version)` answers like an api call. After a change
   * made elsewhere it is repeated, unless it is one for which the student has to have seen what it is about. A change
   * "elsewhere" may be its own first try, whose answer was lost: `done(now, before)` tells whether that got through.
   */
  doing(work, { repeat = true, done = () => false } = {}) {
    return this.openly(() => this.inTurn(() => this.#do(work, repeat, done)));
  }

  async #do(work, repeat, done) {
    const before = this.application;
    try {
      this.#adopt(await work(this.version));
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.reload();
      if (thrown.repeated && done(this.application, before)) return;
      if (!repeat) throw thrown;
      this.#adopt(await work(this.version));
    }
  }

  /** What is typed and not saved is not wanted any more. */
  forget() {
    this.typed = structuredClone(this.base);
    this.conflicts = [];
    this.refused = {};
    this.remember();
  }

  /** Of what is handed in, what is being corrected. */
  take({ body, version }) {
    super.take({ body: body && written(body), version });
  }

  #adopt(answer) {
    this.take(answer);
    this.remember();
    this.settle();
  }

  read(options) {
    return api.get(this.#path, options);
  }

  write(content, options) {
    return api.put(this.#path, content, options);
  }

  /** An empty field says nothing. */
  contentOf({ answers, choices, team }) {
    const content = { answers: given(answers), choices: [...(choices ?? [])] };
    return team ? { ...content, team: team.map(given) } : content;
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}`;
  }
}

function given(fields) {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== null && value !== ''));
}
