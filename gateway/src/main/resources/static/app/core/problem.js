import { t } from './texts.js';

const PASSING = [429, 502, 503, 504];

/** Why a call failed, in words for the reader (RFC 9457 problem details, or our own when nothing was answered). */
export class Problem extends Error {
  /** It came after an earlier try whose end nobody knows: what it complains about may be the work of that one. */
  repeated = false;

  constructor({ type = 'about:blank', status = 0, title, detail = '', errors = [], candidates = [], retryAfter = null }) {
    super(title);
    Object.assign(this, { type, status, title, detail, errors, candidates, retryAfter });
  }

  /** Nothing came back: no connection, or the time was up. Whether the service acted is not known. */
  static unanswered() {
    return new Problem({
      type: 'urn:yol:problem:unanswered',
      title: t('problem.unanswered.title'),
      detail: t('problem.unanswered.detail'),
    });
  }

  /** It began to come and did not end: asking again is for the reader to decide. */
  static broken(detail) {
    return new Problem({ type: 'urn:yol:problem:broken', title: t('problem.broken.title'), detail });
  }

  /** What an answer says that is not the one asked for; `details` is its body, or null. */
  static of({ status, headers }, details) {
    return new Problem({
      type: details?.type,
      status,
      title: details?.title ?? t(`problem.${status === 401 ? 'unauthenticated' : 'unexpected'}.title`),
      detail: details?.detail ?? t('problem.unexpected.detail', { status }),
      errors: details?.errors,
      candidates: details?.candidates,
      retryAfter: seconds(headers.get('Retry-After')),
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
    return PASSING.includes(this.status) || this.is('unanswered');
  }
}

/** Seconds until then; the header may also hold a date. */
function seconds(retryAfter) {
  if (!retryAfter) return null;
  const length = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1_000;
  return length > 0 ? Math.ceil(length) : null;
}
