/** Where it is set who reviews for a call, and followed how far they are. */
export function panelAddress(callId) {
  return `/manage/panels/${encodeURIComponent(callId)}`;
}

/** What the services know of it; `part` begins with a slash. */
export function panelPath(callId, part = '') {
  return `/api/reviews/panels/${encodeURIComponent(callId)}${part}`;
}
