/** Entries of the log in the reader's words. */
import { html, nothing } from 'lit';
import { briefDateTime, country, dateTime, list, number, shortClockName } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { historyAddress } from './log-address.js';

export const KINDS = ['call-published', 'call-changed', 'submission', 'decision', 'certificate-issued', 'certificate-revoked', 'lottery-commitment', 'lottery-entrants', 'lottery-opening', 'selection-input', 'selection-result', 'audit-heads', 'log-key'];

/** What entries of a kind are called. */
export function kindWord(kind) {
  return word('log.kindNames', kind);
}

/** What has happened, of which call; `title` is that of the call, as far as it is known. */
export function entryRead({ kind, ...entry }, title) {
  const happened = SENTENCES[kind]?.(entry) ?? word('log.kinds', kind);
  return html`<span class="log-what">${happened}</span>
    ${
      entry.call
        ? html` <a class="log-call" href=${historyAddress({ id: entry.call })}>${title ?? entry.title ?? entry.call}</a>`
        : nothing
    }
    ${entry.reason ? html`<span class="meta">${t('log.reason', { reason: reasonRead(kind, entry.reason) })}</span>` : nothing}
    ${entry.digest ? html`<span class="meta"><code title=${entry.digest}>${entry.digest.slice(0, 16)}…</code></span>` : nothing}`;
}

const SENTENCES = {
  'call-published': ({ opens, closes, zone }) =>
    opens && closes
      ? t('log.callPublishedFromTo', { opens: clock(opens, zone), closes: clock(closes, zone) })
      : word('log.kinds', 'call-published'),
  'call-changed': ({ change, closes, countries = [] }) => {
    if (change !== 'extension' || !closes) return word('log.changes', change);
    const until = { time: dateTime(closes), countries: list(countries.map(country)) };
    return t(countries.length ? 'log.extendedFor' : 'log.extended', until);
  },
  'lottery-commitment': ({ by }) => t('log.lotteryCommitment', { who: whose(by) }),
  'lottery-entrants': ({ entrants }) => t('log.lotteryEntrants', { count: entrants }),
  'lottery-opening': ({ by }) => t('log.lotteryOpening', { who: whose(by) }),
  'audit-heads': ({ chains = [] }) =>
    t('log.auditHeads', { entries: number(chains.reduce((sum, { entries }) => sum + entries, 0)) }),
  'log-key': ({ previous }) => t(previous ? 'log.keyFollows' : 'log.keyFirst'),
};

/** Of calls in the coordinator's words; of certificates, one of a few. */
function reasonRead(kind, reason) {
  return kind === 'certificate-revoked' ? word('certificate.reasons', reason) : reason;
}

/** Whose part of a lottery. */
function whose(by) {
  return by === 'operator' ? t('lottery.operator') : country(by);
}

/** By the clock of the call. */
function clock(instant, zone) {
  return t('glance.clock', { time: briefDateTime(instant, zone), zone: shortClockName(instant, zone) });
}
