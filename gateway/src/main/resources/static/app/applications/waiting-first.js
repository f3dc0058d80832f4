/** What waits for an answer of the student before everything else, in the same order otherwise. */
export function waitingFirst(applications) {
  const waits = ({ state }) => Number(['offered', 'returned'].includes(state));
  return [...applications].sort((one, other) => waits(other) - waits(one));
}
