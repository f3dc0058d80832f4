/**
 * Whether the public log has everything in the order that was promised: parts bound, who takes part, parts opened, what was put
 * in, what came out. Null while an entry is still to come. `lottery` is as the service shows it, `input` and `result` are
 * numbers of entries.
 */
export function isInOrder({ parts, entrants, problems }, input, result) {
  const opened = parts.filter((part) => part.opened).map(({ openedEntry }) => openedEntry);
  const steps = [parts.map(({ entry }) => entry), [entrants?.entry], opened, [input], [result]];
  if (!opened.length || steps.flat().some((entry) => entry === null || entry === undefined)) return null;
  const isAfter = (step, at) => at === 0 || Math.min(...step) > Math.max(...steps[at - 1]);
  return problems.length === 0 && steps.every(isAfter);
}
