/** Dates, zones, numbers and names in the reader's language. */
import { now } from './clock.js';
import { NAMES } from './contracts.js';
import { CENTRAL_ASIA } from './domain.js';
import { t, texts } from './texts.js';

export const READER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const locale = () => texts.locale;

/** Names that are not among ours are borrowed from a language in the same letters. */
const LATIN = ['tk', 'uz'];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function dateTime(instant, zone = READER_ZONE) {
  if (!texts.writtenByBrowsers) return ownDateTime(instant, zone);
  return format(instant, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
}

/** The same in fewer letters, for lists. */
export function briefDateTime(instant, zone = READER_ZONE) {
  if (!texts.writtenByBrowsers) return ownDateTime(instant, zone);
  return format(instant, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
}

/** An instant by the reader's clock, beside the same by that of a zone: the day is said again where it is another one. */
export function readerTime(instant, zone) {
  const [day, clock] = localDateTime(instant, READER_ZONE).split('T');
  return localDateTime(instant, zone).startsWith(day) ? clock : shortDateTime(instant);
}

/** How a zone's clock stands against Greenwich at that instant: "GMT+6". */
export function zoneOffset(instant, zone) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(instant),
  );
  return parts.find(({ type }) => type === 'timeZoneName').value;
}

export function shortDateTime(instant) {
  if (!texts.writtenByBrowsers) return ownDateTime(instant, READER_ZONE);
  return format(instant, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

export function date(day) {
  if (!texts.writtenByBrowsers) return ownDate(day);
  return format(`${day}T00:00:00Z`, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
}

/** The twelve months as they are called by themselves. */
export function monthNames() {
  if (!texts.writtenByBrowsers) return t('dates.months').split(' ');
  const named = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => named.format(new Date(Date.UTC(2001, month, 1))));
}

/** A month, as in 2019-09. */
export function month(written) {
  const [year, number] = written.split('-').map(Number);
  if (!texts.writtenByBrowsers) return `${monthNames()[number - 1]} ${year}`;
  return format(`${written}-01T00:00:00Z`, { year: 'numeric', month: 'long', timeZone: 'UTC' });
}

export function time(instant) {
  return format(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** A zone by the name of its city, which says more to a reader than an offset. */
export function zoneName(zone) {
  return own('zones', zone) ?? zone.split('/').at(-1).replaceAll('_', ' ');
}

/** The clock an instant was written by: "Tokyo time, GMT+9"; a zone that is only an offset has no city. */
export function clockName(instant, zone) {
  const name = shortClockName(instant, zone);
  return isOffset(zone) ? name : t('deadline.zone', { zone: name, offset: zoneOffset(instant, zone) });
}

/** The same in a word: "Tokyo". */
export function shortClockName(instant, zone) {
  return isOffset(zone) ? zoneOffset(instant, zone).replace(/^GMT(\+0)?$/, 'UTC') : zoneName(zone);
}

/** Whether both zones show the same clock at that instant. */
export function sameClock(instant, zone, other = READER_ZONE) {
  return localDateTime(instant, zone) === localDateTime(instant, other);
}

/** "in 12 days", "in 3 hours", "2 days ago"; what is nearer than a minute is said to be so. */
export function relative(instant, at = now()) {
  const distance = new Date(instant) - at;
  const size = Math.abs(distance);
  if (size < MINUTE) return t(distance < 0 ? 'relative.justNow' : 'relative.soon');
  const { count, unit } = measured(size);
  if (!texts.writtenByBrowsers) return ownRelative(count, unit, distance < 0);
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.sign(distance) * count, unit);
}

/** "12 days", "3 hours": what is left until an instant ahead. */
export function timeLeft(instant, at = now()) {
  const size = new Date(instant) - at;
  if (size < MINUTE) return relative(instant, at);
  const { count, unit } = measured(size);
  if (!texts.writtenByBrowsers) return t(`glance.left.${unit}`, { count });
  return number(count, { style: 'unit', unit, unitDisplay: 'long' });
}

export function daysUntil(instant, at = now()) {
  return (new Date(instant) - at) / DAY;
}

export function number(value, options) {
  return new Intl.NumberFormat(locale(), options).format(value);
}

export function score(value) {
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function fileSize(bytes) {
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return t(`measures.${unit}`, { amount: number(amount, { maximumFractionDigits: 1 }) });
}

export function money(amount, currency) {
  return number(amount, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 });
}

export function list(items) {
  if (texts.writtenByBrowsers) return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
  const [end, ...others] = [...items].reverse();
  return others.length ? t('measures.and', { start: others.reverse().join(', '), end }) : (end ?? '');
}

export function country(code) {
  if (code === 'any') return t('programme.anyCountry');
  return own('countries', code) ?? name('region', code);
}

/** Several countries; all five of Central Asia are one phrase. */
export function countries(codes) {
  const region = CENTRAL_ASIA.every((code) => codes.includes(code));
  const others = codes.filter((code) => !region || !CENTRAL_ASIA.includes(code)).map(country);
  return list(region ? [t('glance.centralAsia'), ...others] : others);
}

export function languageName(code) {
  return own('languages', code) ?? name('language', code);
}

/** What the contracts call it in the reader's language; nothing for countries and zones that are not ours. */
function own(group, code) {
  return NAMES[texts.language][group][code];
}

function isOffset(zone) {
  return /^(Etc\/|UTC$|GMT)/.test(zone);
}

/** In the largest unit of which there are at least two. */
function measured(milliseconds) {
  const [length, unit] =
    milliseconds >= 2 * DAY ? [DAY, 'day'] : milliseconds >= 2 * HOUR ? [HOUR, 'hour'] : [MINUTE, 'minute'];
  return { count: Math.trunc(milliseconds / length), unit };
}

function ownDate(day) {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return t('dates.date', { day: dayOfMonth, month: t('dates.months').split(' ')[month - 1], year });
}

function ownDateTime(instant, zone) {
  const [day, clock] = localDateTime(instant, zone).split('T');
  return t('dates.moment', { date: ownDate(day), time: clock });
}

function ownRelative(count, unit, past) {
  const units = { day: 'Days', hour: 'Hours', minute: 'Minutes' };
  return t(past ? `relative.${unit}sAgo` : `relative.in${units[unit]}`, { count });
}

/** The wall clock of an instant in a zone as `2026-11-01T09:00`, the value of a `datetime-local` field. */
export function localDateTime(instant, zone) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    })
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The wall clock of a zone with the offset that holds there then: `2026-11-01T09:00:00+06:00`. */
export function withOffset(local, zone) {
  const asUtc = Date.parse(`${local}:00Z`);
  const offsetAt = (instant) => Date.parse(`${localDateTime(instant, zone)}:00Z`) - instant;
  const offset = offsetAt(asUtc - offsetAt(asUtc));
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value) => String(Math.trunc(value)).padStart(2, '0');
  return `${local}:00${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

function format(instant, options) {
  return new Intl.DateTimeFormat(locale(), options).format(new Date(instant));
}

/** For `Intl`: in which language it names what is not ours. */
export function namesIn() {
  return LATIN.includes(texts.language) ? 'en' : locale();
}

function name(type, code) {
  try {
    return new Intl.DisplayNames(namesIn(), { type }).of(code);
  } catch {
    return code;
  }
}
