/** The parts of an application that are only read, the same for everybody who may see it. */
import { html, nothing } from 'lit';
import { canPreview, preview } from '../components/file-preview.js';
import { deadline, paragraphs, placeName, stateBadge, writtenText } from '../components/pieces.js';
import { now } from '../core/clock.js';
import { query } from '../core/api.js';
import { date, dateTime, fileSize, score } from '../core/format.js';
import { session } from '../core/session.js';
import { named, t, word } from '../core/texts.js';
import { recordAddress } from '../selections/selection-address.js';
import { QUESTIONS } from './answers-section.js';
import './document-scan.js';
import './receipt-downloads.js';
import './receipt-entry.js';

export function callEnd({ closes, zone }) {
  const past = new Date(closes) < now();
  return deadline(closes, zone, { label: t(past ? 'deadline.closed' : 'deadline.closes') });
}

export function placeById(application, placeId) {
  return application.places?.find(({ id }) => id === placeId);
}

/** The place as people say it; before the call is known, at least what the application itself says of it. */
export function placeRead(application, placeId, otherwise = t('place.notKnown')) {
  return application.places ? placeName(placeById(application, placeId)) : otherwise;
}

export function answersRead({ answers = {} }, prefix = '') {
  if (!QUESTIONS.some((name) => answers[name])) return nothing;
  return html`<section class="panel" aria-labelledby="${prefix}answers-heading">
    <h2 id="${prefix}answers-heading">${t(session.is('student') ? 'form.answers' : 'application.plans')}</h2>
    ${QUESTIONS.filter((name) => answers[name]).map(
      (name) =>
        html` <h3>${t(`answers.${name}`)}</h3>
          ${paragraphs(answers[name])}`,
    )}
  </section>`;
}

export function choicesRead(application, prefix = '') {
  if (!application.choices?.length) return nothing;
  return html`<section class="panel" aria-labelledby="${prefix}choices-heading">
    <h2 id="${prefix}choices-heading">${t(session.is('student') ? 'form.choices' : 'application.choices')}</h2>
    <ol class="ranking">
      ${application.choices.map(
        (id) =>
          html`<li>
            ${placeRead(application, id)}
            ${application.scores?.[id] !== undefined ? html`<span class="meta">${t('review.scoreIs', { score: score(application.scores[id]) })}</span>` : nothing}
          </li>`,
      )}
    </ol>
  </section>`;
}

export function documentsRead(application, prefix = '') {
  if (!application.documents?.length) return nothing;
  return html`<section class="panel" aria-labelledby="${prefix}documents-heading">
    <h2 id="${prefix}documents-heading">${t('form.documents')}</h2>
    <ul class="documents">
      ${application.documents.map(
        (document) =>
          html`<li class="document">
            <div>
              <strong>${named(application, 'document', document.kind)}</strong>
              <p class="meta">${document.name} · ${fileSize(document.size)} · ${dateTime(document.at)}</p>
              ${scanRead(application, document)}
            </div>
            <div class="buttons">${documentLinks(application, document)}</div>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What the virus scanner says of a document. */
export function scanRead(application, document) {
  return html`<yol-document-scan .application=${application} .document=${document}></yol-document-scan>`;
}

/** Where a file is shown from: another file has another address, so that what was there before is not shown again. */
export function documentAddress(application, { kind, sha256 }) {
  const address = openAddress(application, kind);
  return `${address}${address.includes('?') ? '&' : '?'}${sha256.slice(0, 16)}`;
}

function openAddress(application, kind) {
  return `/api/applications/${application.id}/documents/${kind}${query({ correction: application.correction ? true : '' })}`;
}

/** The file of a document, of what the student is writing the one in that: within the page, and by itself. */
export function documentLinks(application, document) {
  const { kind, type } = document;
  const name = named(application, 'document', kind);
  const address = openAddress(application, kind);
  const shown = { title: name, type, address: documentAddress(application, document) };
  return html`${
      canPreview(type)
        ? html`<button
            type="button"
            class="secondary outline"
            id="preview-${kind}"
            aria-label=${t('preview.of', { document: name })}
            @click=${() => preview(shown)}
          >
            ${t('preview.show')}
          </button>`
        : nothing
    }<a
      class="button secondary outline"
      target="_blank"
      rel="noopener"
      aria-label=${t('form.openDocument', { document: name })}
      href=${address}
      >${t('action.open')}<span aria-hidden="true"> ↗</span></a
    >`;
}

export function receiptRead(application) {
  const { receipt } = application;
  if (!receipt) return nothing;
  return html`<section class="panel receipt" id="receipt" aria-labelledby="receipt-heading">
    <h2 id="receipt-heading">${t('receipt.title')}</h2>
    ${session.is('student') ? html`<p>${t('receipt.text')}</p>` : nothing}
    <dl class="fact-list">
      <div>
        <dt>${t('receipt.number')}</dt>
        <dd><code data-testid="receipt-id">${receipt.id}</code></dd>
      </div>
      <div>
        <dt>${t('receipt.at')}</dt>
        <dd><time datetime=${receipt.at}>${dateTime(receipt.at)}</time></dd>
      </div>
      ${
        receipt.firstAt
          ? html`<div>
              <dt>${t('receipt.first')}</dt>
              <dd><time datetime=${receipt.firstAt}>${dateTime(receipt.firstAt)}</time></dd>
            </div>`
          : nothing
      }
    </dl>
    ${application.blind ? nothing : receiptProof(application)}
    <yol-receipt-downloads
      .applicationId=${application.id}
      .receiptId=${receipt.id}
      .signed=${!application.blind}
      .bundle=${!session.is('student') && receipt.id === application.receipt?.id}
    ></yol-receipt-downloads>
  </section>`;
}

/** What is signed and stands in the public log: it would lead those on who are not to know whose it is. */
function receiptProof(application) {
  const { receipt } = application;
  return html`<yol-receipt-entry .applicationId=${application.id} .receiptId=${receipt.id}></yol-receipt-entry>
    <p class="receipt-code">
      <img src="/api/receipts/verification/code" alt="" width="112" height="112" />
      <span>${t('receipt.code', { address: `${window.location.origin}/verify` })}</span>
    </p>
    <details>
      <summary>${t('receipt.fingerprints')}</summary>
      <p>${t('receipt.fingerprintsText')}</p>
      <dl class="fingerprints">
        ${Object.entries(receipt.sha256 ?? {}).map(
          ([part, sha256]) =>
            html` <div>
              <dt>${partName(application, part)}</dt>
              <dd><code>${sha256}</code></dd>
            </div>`,
        )}
      </dl>
    </details>`;
}

/** What people call a part that a receipt names. */
export function partName(application, part) {
  const [group, kind] = part.split(':');
  return group === 'document' && kind ? named(application, 'document', kind) : t(`form.${group}`);
}

/** Receipts of what was handed in before and taken back: they stay the student's. */
export function earlierReceiptsRead({ earlierReceipts }) {
  if (!earlierReceipts?.length) return nothing;
  return html`<details class="panel quiet" id="earlier-receipts">
    <summary>${t('receipt.earlier', { count: earlierReceipts.length })}</summary>
    <p>${t('receipt.earlierText')}</p>
    <ul>
      ${earlierReceipts.map(
        ({ id, at }) => html`<li><code>${id}</code> · <time datetime=${at}>${dateTime(at)}</time></li>`,
      )}
    </ul>
  </details>`;
}

/** For those who judge and decide: what the authority of the student's country said, or that it has not. */
export function nominationRead({ intake, state, nominated, nominationRank }) {
  if (session.is('student') || session.is('authority') || intake !== 'nominated') return nothing;
  if (nominationRank) return html`<p class="notice" id="nomination">${t('nomination.rank', { rank: nominationRank })}</p>`;
  if (nominated || !['submitted', 'returned'].includes(state)) return nothing;
  return html`<p class="notice notice-warning" id="nomination">${t('nomination.lacking')}</p>`;
}

/** What was asked to be corrected, on top of everything else while it is. */
export function returnedRead({ returned, zone }) {
  if (!returned) return nothing;
  return html`<section class="notice notice-warning" id="returned" aria-labelledby="returned-heading">
    <h2 id="returned-heading">${t(session.is('student') ? 'returned.title' : 'returned.titleRead')}</h2>
    <p class="prose">${returned.reason}</p>
    <p>${deadline(returned.until, zone, { label: t('returned.until') })}</p>
  </section>`;
}

/** What the student was told, for those who neither decide nor are told. */
export function announcementRead(application) {
  const { outcome, placeId, at } = application.decision;
  return html`<section class="panel" id="announcement" aria-labelledby="announcement-heading">
    <h2 id="announcement-heading">${t('decision.title')}</h2>
    <p>${stateBadge(outcome)} ${placeId ? placeRead(application, placeId) : nothing}</p>
    ${groundsRead(application, application.decision)}
    <p class="meta">${dateTime(at)} · ${t('decision.published')}</p>
  </section>`;
}

/** By what it was decided: by a selection, which everybody can read, or by hand, in the words of those who did. */
export function groundsRead({ callId }, { reason, selectionId }) {
  return selectionId
    ? html`<p class="decided-by-selection"><a href=${recordAddress(callId)}>${t('decision.bySelection')}</a></p>`
    : html`<p class="prose">${reason}</p>`;
}

/** Why it was decided so, in the words of those who decided, for the student. */
export function reasonRead({ decision }) {
  return session.is('student') && decision?.reason
    ? html`<p class="prose" id="reason"><strong>${t('decision.reason')}:</strong> ${decision.reason}</p>`
    : nothing;
}

/** What was decided without an offer, why, and what now; on top of the student's page. */
export function resultRead(application) {
  const { decision, state } = application;
  if (!session.is('student') || !decision || !['reserve', 'not-selected'].includes(state)) return nothing;
  return html`<section class="panel" id="result" aria-labelledby="result-heading">
    <h2 id="result-heading">${t(`result.${state}`)}</h2>
    ${reasonRead(application)}
    <p>${t(`result.${state}Next`)}</p>
    <p class="meta">${dateTime(decision.at)}</p>
  </section>`;
}

/** What is still to come, as far as the call says when; for the student, above what is past. */
export function nextRead({ state, closes, zone, returned, offer, intake, nominated }, call) {
  if (!session.is('student')) return nothing;
  const next = [];
  const open = closes && new Date(closes) > now();
  if (state === 'draft' && open) next.push(deadline(closes, zone, { label: t('next.submit') }));
  if (state === 'returned') next.push(deadline(returned?.until, zone, { label: t('returned.until') }));
  if (state === 'submitted' && open) next.push(deadline(closes, zone, { label: t('next.closes') }));
  const considered = intake !== 'nominated' || nominated !== false;
  if (['submitted', 'returned'].includes(state) && intake === 'nominated' && considered && !nominated) {
    next.push(t('nomination.next'));
  }
  if (['submitted', 'returned', 'nominated'].includes(state) && considered) next.push(t('next.review'));
  if (considered && ['submitted', 'returned', 'nominated', 'under-review'].includes(state)) {
    next.push(
      call?.resultsOn ? t('particulars.results', { date: date(call.resultsOn) }) : t('next.results'),
    );
  }
  if (state === 'offered') next.push(deadline(offer?.answerBy, zone, { label: t('offer.answerBy') }));
  if (state === 'accepted') next.push(t('next.accepted'));
  if (state === 'reserve') next.push(t('next.reserve'));
  if (!next.length) return nothing;
  return html`<section class="panel" aria-labelledby="next-heading">
    <h2 id="next-heading">${t('next.title')}</h2>
    <ol class="timeline" id="next">
      ${next.map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}

/** Where an authority does not nominate it, the step says so: the state stays. */
function stepRead({ state, by }) {
  return by === 'authority' && state !== 'nominated' ? t('nomination.not') : word('state', state);
}

/** A place of another call that was given up for this one, or this one for another; which, its student reads alone. */
function exchangeRead({ state, exchange, elsewhere }) {
  if (!exchange) return nothing;
  const sense = state === 'accepted' ? 'gave' : 'left';
  // Where somebody was erased nothing leads elsewhere any more.
  const known = (elsewhere ?? []).filter(({ applicationId }) => applicationId);
  if (!known.length) return html`<p>${t(`timeline.${sense}Elsewhere`)}</p>`;
  return known.map(
    ({ applicationId, programmeTitle, placeName: place }) =>
      html`<p>
        ${t(`timeline.${sense}`)}
        <a href="/applications/${applicationId}">${writtenText(programmeTitle)}</a> · ${place}
      </p>`,
  );
}

export function timelineRead(application) {
  const { timeline } = application;
  if (!timeline?.length) return nothing;
  return html`<section class="panel" aria-labelledby="timeline-heading">
    <h2 id="timeline-heading">${t('timeline.title')}</h2>
    <ol class="timeline" id="timeline">
      ${timeline.map(
        (step) =>
          html`<li>
            <strong>${stepRead(step)}</strong>
            <p class="meta">
              <time datetime=${step.at}>${dateTime(step.at)}</time> ·
              ${step.by === 'clock' ? t('timeline.clock') : t('timeline.by', { who: word('roles', step.by) })}
            </p>
            ${step.reason ? html`<p>${step.reason}</p>` : nothing}${exchangeRead(step)}
          </li>`,
      )}
    </ol>
  </section>`;
}
