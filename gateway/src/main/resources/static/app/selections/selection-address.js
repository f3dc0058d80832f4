/** Where selections are read, and applications by those who look at them. */
import { session } from '../core/session.js';

/** The public record of that of a call. */
export function recordAddress(callId) {
  return `/selections/${encodeURIComponent(callId)}`;
}

/** Where it is run, compared and published. */
export function runsAddress(callId) {
  return `/manage/selections/${encodeURIComponent(callId)}`;
}

/** An application as whoever reads runs of its call reads it. */
export function applicationAddress(callId, id) {
  return session.is('coordinator') ? `/manage/calls/${callId}/applications/${id}` : `/applications/${id}`;
}

/** What is to be read about how selections are decided: names of documents. */
export const GUIDES = ['selection-by-hand', 'selection', 'selection-checker'];

export function guideAddress(name = GUIDES[0]) {
  return name === GUIDES[0] ? '/selections/how' : `/selections/how/${name}`;
}
