/** What is typed, as the page of the programme would show it. Kept on this device for the page that shows it. */
import { withOffset } from '../core/format.js';
import { keep, kept } from '../core/kept.js';
import { session } from '../core/session.js';
import { callRequest } from './call-draft.js';
import { programmeRequest } from './programme-draft.js';

const THING = 'preview';

/** Keeps it together with the way back to where it is written. */
export function keepPreview(work, draft, back) {
  keep(session.account, THING, { programme: previewed(work, draft), back });
}

/** `{programme, back}`, or null where nothing was kept. */
export function keptPreview() {
  return kept(session.account, THING);
}

function previewed({ programme, call, providers, writesProgramme, writesCall }, draft) {
  const kind = draft.kind ?? programme.kind;
  const provider = programme?.provider ?? providers.find(({ id }) => id === draft.providerId) ?? providers[0];
  return {
    ...(writesProgramme ? programmeRequest(draft, programme) : programme),
    id: programme?.id,
    provider,
    calls: writesCall ? [callPreview(draft, call, kind)] : programme.calls,
  };
}

function callPreview(draft, call, kind) {
  const { zone } = draft;
  const at = (local) => (local ? withOffset(local, zone) : undefined);
  const { places, opens, closes, answerBy, referencesClose, letters, extensions = [], ...request } = callRequest(draft, kind);
  const hosts = draft.places.map(({ host }) => host).filter(Boolean);
  return {
    ...request,
    id: call?.id,
    phase: 'draft',
    opens: at(opens),
    closes: at(closes),
    answerBy: at(answerBy),
    referencesClose: at(referencesClose),
    letters: letters && { ...letters, requestBy: at(letters.requestBy) },
    extensions: extensions.map((extension) => ({ ...extension, closes: at(extension.closes) })).filter((each) => each.closes),
    places: places.map((place, index) => ({ ...place, host: hosts[index] })),
  };
}
