/** Brings what a reviewer scores to the server: as a draft, until it is said to be done. */
import { api } from '../core/api.js';
import { SharedKeeper } from '../core/shared-keeper.js';
import { same } from '../core/same.js';
import { weightedScore } from './weighted-score.js';

const NOTHING = { scores: {}, comment: '', forStudent: '', version: 0 };

export class ReviewKeeper extends SharedKeeper {
  /** @param rubric that of the call */
  constructor(application, placeId, rubric) {
    super(ownOf(application, placeId), null);
    this.rubric = rubric;
    this.begin();
  }

  get thing() {
    return `review:${this.body.applicationId}:${this.body.placeId}`;
  }

  /** Before reviews were saved as they were written, what was typed alone was kept. */
  get left() {
    const left = super.left;
    return left?.scores ? { typed: left, base: this.base } : left;
  }

  get isDone() {
    return this.body.state === 'done';
  }

  get isComplete() {
    return isComplete(this.rubric, this.typed.scores);
  }

  async read(options) {
    const { body } = await api.get(`/api/applications/${encodeURIComponent(this.body.applicationId)}`, options);
    const own = ownOf(body, this.body.placeId);
    return { body: own, version: own.version };
  }

  /** What is done stays done while nothing is taken out of it. */
  write(content, options) {
    return this.#put({ ...content, done: this.isDone && isComplete(this.rubric, content.scores) }, options);
  }

  contentOf({ scores = {}, comment, forStudent }) {
    return { scores: counted(scores), comment: comment ?? '', forStudent: forStudent ?? '' };
  }

  /** From now on it counts; what was written elsewhere meanwhile is merged first, and asked about. */
  finish() {
    return this.openly(() => this.inTurn(() => this.#finish(true)));
  }

  async #finish(again) {
    const sent = this.contentOf(this.typed);
    try {
      this.take(
        await this.#put({ ...sent, done: true }, { version: this.version, heldNow: () => this.#heldNow(sent) }),
      );
    } catch (thrown) {
      if (!thrown.is?.('stale-version')) throw thrown;
      await this.reload();
      if (!again || this.conflicts.length) throw thrown;
      return this.#finish(false);
    }
    this.sent = sent;
    this.base = this.contentOf(this.body);
    this.savedAt = new Date();
    this.remember();
    this.settle();
    return this.body;
  }

  async #heldNow(sent) {
    const held = await this.read();
    return held.body.state === 'done' && same(this.contentOf(held.body), sent) ? held : null;
  }

  /** Declares a conflict of interest, after which nothing more is written. */
  declare(reason) {
    return this.openly(() =>
      this.inTurn(async () => {
        const { version } = await this.read();
        await api.put(`${this.#path}/conflict`, { reason }, { version });
        this.base = this.contentOf(this.typed);
        this.sent = this.base;
        this.conflicts = [];
        this.remember();
        this.settle();
      }),
    );
  }

  async #put(content, options) {
    const { body, ...answer } = await api.put(this.#path, content, options);
    const { applicationId, placeId } = this.body;
    return { ...answer, body: { ...body, applicationId, placeId } };
  }

  get #path() {
    const [application, place] = [this.body.applicationId, this.body.placeId].map(encodeURIComponent);
    return `/api/applications/${application}/reviews/${place}`;
  }
}

/** The reviewer's own, with the version it has: nobody else changes it. */
export function ownOf(application, placeId) {
  const own = application.reviews?.find((review) => review.placeId === placeId) ?? NOTHING;
  return { ...own, applicationId: application.id, placeId };
}

/** Whole numbers from 0 to 10; others stay in their fields. */
export function counted(scores) {
  return Object.fromEntries(
    Object.entries(scores).filter(([, value]) => Number.isInteger(value) && value >= 0 && value <= 10),
  );
}

function isComplete(rubric, scores) {
  return weightedScore(rubric, counted(scores)) !== null;
}
