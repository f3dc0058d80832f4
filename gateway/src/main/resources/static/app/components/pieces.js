/** Small pieces of pages, without state of their own. */
import { html, nothing } from 'lit';
import { fileOf } from '../core/files.js';
import {
  briefDateTime,
  clockName,
  dateTime,
  daysUntil,
  languageName,
  READER_ZONE,
  readerTime,
  relative,
  sameClock,
  shortClockName,
  timeLeft,
  zoneName,
} from '../core/format.js';
import { nameOf } from '../core/organisations.js';
import { localized, named, t, word } from '../core/texts.js';

/** A text written by people, marked with its language; says so when it is not in the reader's language. */
export function writtenText(versions, wanted = null) {
  const { text, lang } = localized(versions, wanted);
  return html`<span lang=${lang}>${text}</span>`;
}

/** The hint that belongs below a text which had to fall back to another language. */
export function fallbackHint(versions, wanted = null) {
  const { lang, fallback } = localized(versions, wanted);
  return fallback
    ? html`<p class="hint" data-testid="language-fallback">${t('texts.fallback', { language: languageName(lang) })}</p>`
    : nothing;
}

export function paragraphs(text, lang = nothing) {
  return String(text ?? '')
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((part) => html`<p class="prose" lang=${lang}>${part}</p>`);
}

export function stateBadge(state) {
  return html`<span class="badge badge-${state}">${word('state', state)}</span>`;
}

/** An instant in its own zone, in the reader's when the clocks differ, and how far away it is. */
export function deadline(instant, zone, { label = nothing } = {}) {
  if (!instant) return nothing;
  const ownZone = zone ?? READER_ZONE;
  return html`<span class="deadline deadline-${urgency(instant)}">
    ${label === nothing ? nothing : html`<span class="deadline-label">${label}</span>`}
    <time datetime=${instant}>${dateTime(instant, ownZone)}</time>
    <span class="deadline-zone"
      >${clockName(instant, ownZone)}</span
    >
    ${
      sameClock(instant, ownZone)
        ? nothing
        : html`<span class="deadline-reader">
            ${t('deadline.yours', { time: dateTime(instant), zone: zoneName(READER_ZONE) })}</span
          >`
    }
    <span class="deadline-left">${relative(instant)}</span>
  </span>`;
}

/**
 * An instant in few words: `{urgency, time, yours, left}`, of which `yours` is the reader's own clock, or null where it
 * shows the same.
 */
export function briefDeadline(instant, zone = READER_ZONE) {
  return {
    urgency: urgency(instant),
    time: html`<time datetime=${instant} title=${clockName(instant, zone)}
      >${t('glance.clock', { time: briefDateTime(instant, zone), zone: shortClockName(instant, zone) })}</time
    >`,
    yours: sameClock(instant, zone) ? null : t('glance.yours', { time: readerTime(instant, zone) }),
    left: daysUntil(instant) < 0 ? relative(instant) : timeLeft(instant),
  };
}

/** The same in one line: "Closes 24 Dec 2026, 18:00 Tokyo · 14:00 your time · 28 days". */
export function deadlineLine(instant, zone, label) {
  if (!instant) return nothing;
  const { urgency, time, yours, left } = briefDeadline(instant, zone);
  return html`<span class="deadline-line deadline-${urgency}">
    <span class="deadline-label">${label}</span> ${time}
    ${yours ? html`· <span class="deadline-reader">${yours}</span>` : nothing} ·
    <span class="deadline-left">${left}</span>
  </span>`;
}

function urgency(instant) {
  const days = daysUntil(instant);
  return days < 0 ? 'past' : days < 3 ? 'urgent' : days < 14 ? 'soon' : 'calm';
}

/** What a call says beside a document that it asks for: what to mind, and a form to fill in. */
export function documentNote(call, kind) {
  const note = call.documentNotes?.find(({ document }) => document === kind);
  if (!note) return nothing;
  const { text, lang } = localized(note.text);
  return html`<div class="document-note">
    ${paragraphs(text, lang)}
    ${
      note.template
        ? html`<a href=${note.template} target="_blank" rel="noopener noreferrer"
            >${t('programme.template')}<span class="visually-hidden">: ${named(call, 'document', kind)}</span></a
          >`
        : nothing
    }
  </div>`;
}

/** The place as people say it: university and level. */
export function placeName(place) {
  if (!place) return t('place.unknown');
  const host = place.host?.id === 'any' ? t('place.anyHost') : nameOf(place.host);
  return `${host} · ${word('level', place.level)}`;
}

export function emptyState(title, text, action = nothing) {
  return html`<div class="empty">
    <img src=${fileOf('icons/road.svg')} alt="" width="160" height="80" />
    <p><strong>${title}</strong></p>
    <p>${text}</p>
    ${action}
  </div>`;
}

/**
 * A field with its label, hint and error bound to it. `control` receives the attributes to set. Of a `text` that is
 * longer than `most` letters it says so: nothing is cut off.
 */
export function field({ id, label, hint, error: refused, optional, text, most, control }) {
  const error = tooMany(text, most) ? t('limits.tooLong', { count: tooMany(text, most), most }) : refused;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;
  return html`<div class="field">
    <label for=${id}>${label}${optional ? html` <span class="optional">${t('field.optional')}</span>` : nothing}</label>
    ${control({ described, invalid: error ? 'true' : nothing })}
    ${hint ? html`<small id="${id}-hint">${hint}</small>` : nothing}
    ${error ? html`<small id="${id}-error" class="field-error">${error}</small>` : nothing}
  </div>`;
}

/** How many letters of a text are more than are taken; as the service counts them. */
export function tooMany(text, most) {
  return most ? Math.max(0, (text?.length ?? 0) - most) : 0;
}

/** Enough to tell applications apart, where nobody is to know whose they are; the id says nothing else there. */
export function numberOf(applicationId) {
  return applicationId.replace(/[^a-z0-9]/gi, '').slice(-6).toUpperCase();
}

/** What somebody who applies is called; also one who was erased. Nothing while it is not known. */
export function applicantName(student) {
  return student && (student.name || t('erasure.nobody'));
}

export function loadMore(next, loading, press) {
  if (!next) return nothing;
  return html`<p class="load-more">
    <button
      type="button"
      class="secondary outline"
      id="load-more"
      aria-busy=${loading}
      ?disabled=${loading}
      @click=${press}
    >
      ${t('action.loadMore')}
    </button>
  </p>`;
}
