import { t } from './texts.js';

/** Why a call failed, in words for the reader (RFC 9457 problem details, or our own when nothing was answered). */
export class Problem extends Error {
  constructor({ type = 'about:blank', status = 0, title, detail = '', errors = [], retryAfter = null }) {
    super(title);
    Object.assign(this, { type, status, title, detail, errors, retryAfter });
  }

  /** Nothing came back: no connection, or the time was up. Whether the service acted is not known. */
  static unanswered() {
    return new Problem({
      type: 'urn:yol:problem:unanswered',
      title: t('problem.unanswered.title'),
      detail: t('problem.unanswered.detail'),
    });
  }

  static async of(answer) {
    const retryAfter = Number(answer.headers.get('Retry-After')) || null;
    const details = await answer.json().catch(() => ({}));
    return new Problem({
      type: details.type,
      status: answer.status,
      title: details.title ?? t(`problem.${answer.status === 401 ? 'unauthenticated' : 'unexpected'}.title`),
      detail: details.detail ?? t('problem.unexpected.detail', { status: answer.status }),
      errors: details.errors,
      retryAfter,
    });
  }

  /** Any thrown thing as a problem; a mistake of our own is logged and still told in words. */
  static from(thrown) {
    if (thrown instanceof Problem) return thrown;
    console.error(thrown);
    return new Problem({ title: t('problem.unexpected.title'), detail: t('problem.unexpected.page') });
  }

  is(slug) {
    return this.type === `urn:yol:problem:${slug}`;
  }

  /** The service may answer the same request later. */
  get passing() {
    return (
      this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503 || this.status === 504
    );
  }
}
