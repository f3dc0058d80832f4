const DAYS = 30;
const DAY = 86_400_000;

/** The days up to the last one in a row, those without an entry too: `[{day, entries}]`. */
export function daysInARow(days, most = DAYS) {
  if (!days.length) return [];
  const entries = new Map(days.map(({ day, entries: count }) => [day, count]));
  const last = Date.parse(days.at(-1).day);
  const count = Math.min(most, 1 + Math.round((last - Date.parse(days[0].day)) / DAY));
  return Array.from({ length: count }, (_, place) => {
    const day = new Date(last - (count - 1 - place) * DAY).toISOString().slice(0, 10);
    return { day, entries: entries.get(day) ?? 0 };
  });
}
