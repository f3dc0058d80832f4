/** Whether two values say the same: the order of fields does not matter, and an empty field says nothing. */
export function same(one, other) {
  return canonical(one) === canonical(other);
}

/** Whether all that was sent is what is held now; what else is held does not matter. */
export function holds(held, sent) {
  return Object.entries(sent).every(([field, value]) => same({ field: held?.[field] ?? '' }, { field: value ?? '' }));
}

function canonical(value) {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, each]) => each !== '')
            .sort(([a], [b]) => a.localeCompare(b)),
        )
      : part,
  );
}
