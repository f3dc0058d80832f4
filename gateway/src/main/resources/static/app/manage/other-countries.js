/** The countries of the world that are none of the platform's own. */
import { COUNTRIES } from '../core/domain.js';
import { namesIn } from '../core/format.js';
import { texts } from '../core/texts.js';

/** Names that no country of ISO 3166 has: unions, islands within others, codes for tests. */
const NO_COUNTRIES = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ'];

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const byLanguage = new Map();

/** `[code, name]` of each, by name. */
export function otherCountries() {
  if (!byLanguage.has(texts.language)) byLanguage.set(texts.language, named());
  return byLanguage.get(texts.language);
}

function named() {
  const names = new Intl.DisplayNames(namesIn(), { type: 'region', fallback: 'none' });
  return (
    LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
      .filter((code) => !COUNTRIES.includes(code) && !NO_COUNTRIES.includes(code))
      // A code that was given up stands for the one that came after it.
      .filter((code) => names.of(code) && new Intl.Locale(`und-${code}`).region === code)
      .map((code) => [code, names.of(code)])
      .sort(([, one], [, other]) => one.localeCompare(other, namesIn()))
  );
}
