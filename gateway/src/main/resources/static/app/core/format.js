/** Dates, zones, numbers and names in the reader's language. */
import { now } from './clock.js';
import { t, texts } from './texts.js';

export const READER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** English is read far from America: the day comes before the month, and clocks show 24 hours. */
const locale = () => (texts.language === 'en' ? 'en-GB' : texts.language);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function dateTime(instant, zone = READER_ZONE) {
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

/** How a zone's clock stands against Greenwich at that instant: "GMT+6". */
export function zoneOffset(instant, zone) {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    new Date(instant),
  );
  return parts.find(({ type }) => type === 'timeZoneName').value;
}

export function shortDateTime(instant) {
  return format(instant, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

export function date(day) {
  return format(`${day}T00:00:00Z`, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
}

export function time(instant) {
  return format(instant, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
}

/** A zone by the name of its city, which says more to a reader than an offset. */
export function zoneName(zone) {
  return t(`zones.${zone}`) === `zones.${zone}` ? zone.split('/').at(-1).replaceAll('_', ' ') : t(`zones.${zone}`);
}

/** Whether both zones show the same clock at that instant. */
export function sameClock(instant, zone, other = READER_ZONE) {
  return localDateTime(instant, zone) === localDateTime(instant, other);
}

/** "in 12 days", "in 3 hours", "2 days ago". */
export function relative(instant, at = now()) {
  const distance = new Date(instant) - at;
  const size = Math.abs(distance);
  const [amount, unit] =
    size >= 2 * DAY
      ? [distance / DAY, 'day']
      : size >= 2 * HOUR
        ? [distance / HOUR, 'hour']
        : [distance / MINUTE, 'minute'];
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.trunc(amount), unit);
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
  return number(amount, { style: 'unit', unit, maximumFractionDigits: 1 });
}

export function money(amount, currency) {
  return number(amount, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 });
}

export function list(items) {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}

export function country(code) {
  if (code === 'any') return t('programme.anyCountry');
  return name('region', code);
}

export function languageName(code) {
  return name('language', code);
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

function name(type, code) {
  try {
    return new Intl.DisplayNames(locale(), { type }).of(code);
  } catch {
    return code;
  }
}
