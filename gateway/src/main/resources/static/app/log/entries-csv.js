/** Entries as a spreadsheet: what all of them have in columns of their own, the whole of each as canonical JSON. */
import { canonical } from './canonical.js';

const COLUMNS = ['index', 'at', 'kind', 'call', 'leaf', 'entry'];
/** By it programs for spreadsheets know that the file is UTF-8. */
const MARK = '\uFEFF';

export function csvOf(items) {
  const rows = items.map(({ index, leaf, entry }) => [index, entry.at, entry.kind, entry.call ?? '', leaf, canonical(entry)]);
  return `${MARK}${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value) {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
