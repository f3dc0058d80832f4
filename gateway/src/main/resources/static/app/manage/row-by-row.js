/** Asks for the same with many applications, some at a time, and puts together what became of each. */

/** So many that a press is answered within seconds, and its progress can be seen. */
const AT_A_TIME = 100;

export function portions(rows, size = AT_A_TIME) {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, number) => rows.slice(number * size, (number + 1) * size));
}

/**
 * Sends one portion after the other. `send(portion)` answers the results of its rows; `seen(results, total)` hears what
 * is known so far. What breaks off is thrown with the results so far: the portions after it have not been sent.
 */
export async function rowByRow(rows, send, seen) {
  const results = [];
  for (const portion of portions(rows)) {
    results.push(...(await send(portion)));
    seen([...results], rows.length);
  }
  return results;
}

/** Those that were refused, grouped by why; the most frequent reason first. */
export function refusals(results) {
  const groups = new Map();
  results
    .filter(({ status }) => status === 'refused')
    .forEach((result) => {
      const { type, detail } = result.problem;
      const key = `${type} ${detail}`;
      groups.set(key, { detail: reasonOf(result.problem), rows: [...(groups.get(key)?.rows ?? []), result] });
    });
  return [...groups.values()].sort((one, other) => other.rows.length - one.rows.length);
}

/** Where fields are wrong, what is wrong with them says more. */
function reasonOf({ detail, errors }) {
  return errors?.length ? errors.map((error) => error.detail).join(' ') : detail;
}

/** The rows that were chosen, with the versions that decisions have now. */
export function renewed(selection, results) {
  const next = new Map(selection);
  results.forEach(({ applicationId, version }) => {
    const row = next.get(applicationId);
    if (row && version !== null && version !== undefined) next.set(applicationId, { ...row, version });
  });
  return next;
}
