/** The programme and the call that an editor writes, as the service holds them. */
import { api } from '../core/api.js';
import { writtenFor } from '../core/organisations.js';
import { Problem } from '../core/problem.js';
import { same } from '../core/same.js';
import { blankCall, callDraftOf, callRequest, nextCallAfter } from './call-draft.js';
import { blankProgramme, programmeDraftOf, programmeRequest } from './programme-draft.js';

/**
 * Four kinds of work: a programme with its first call while both are drafts; one call alone, a draft or a new one; an
 * amendment of a published call; an amendment of a published programme. The two parts are saved one after the other,
 * each in its own version.
 */
export class EditorWork {
  programme = null;
  call = null;
  /** Organisations that a new programme may be offered by; null where that is settled. */
  providers = null;
  /** The call that a new one begins with; null for an empty one. */
  source = null;

  constructor({ programmeId, callId, copyOf, adding, amending }) {
    Object.assign(this, { programmeId, callId, copyOf, adding: Boolean(adding || copyOf), amending: Boolean(amending) });
  }

  /** Whether only a call is written here, and its programme is what it is. */
  get isCallAlone() {
    return this.adding || Boolean(this.callId);
  }

  get writesProgramme() {
    return !this.isCallAlone;
  }

  get writesCall() {
    return this.isCallAlone || !this.amending;
  }

  get isPublic() {
    return this.isCallAlone ? this.call?.status === 'published' : this.programme?.status === 'published';
  }

  /** Whether it has an address. */
  get isSaved() {
    return Boolean(this.isCallAlone ? this.callId : this.programmeId);
  }

  /** Whether a programme that was created here still lacks the call that is written with it. */
  get isHalf() {
    return Boolean(this.programme && this.writesProgramme && this.writesCall && !this.call);
  }

  /** Calls of the programme that a new one may begin with, the one that closes last first. */
  get sources() {
    const { calls = [] } = this.programme ?? {};
    return calls.filter(({ closes }) => closes).sort((one, other) => new Date(other.closes) - new Date(one.closes));
  }

  /** Under what is typed here kept on this device. */
  get thing() {
    if (this.callId) return `call:${this.callId}`;
    if (this.copyOf) return `copy-of:${this.copyOf}`;
    return this.adding ? `call-of:${this.programmeId}` : `programme:${this.programmeId ?? 'new'}`;
  }

  async fetch(options) {
    if (this.callId) {
      this.call = (await api.get(callPath(this.callId), options)).body;
      this.programmeId = this.call.programmeId;
    }
    if (this.copyOf && !this.callId) {
      this.source = (await api.get(callPath(this.copyOf), options)).body;
      this.programmeId = this.source.programmeId;
    }
    if (this.programmeId) {
      this.programme = (await api.get(programmePath(this.programmeId), options)).body;
      if (this.writesProgramme) this.call = this.#firstDraft();
      else if (this.adding && !this.copyOf) this.source ??= this.sources[0] ?? null;
    } else {
      this.providers = await writtenFor();
    }
  }

  /** Of a programme that is a draft all calls are; which one is written here does not change. */
  #firstDraft() {
    const { id } = this.call ?? {};
    return this.programme.calls.find((call) => (id ? call.id === id : call.status === 'draft'));
  }

  /** What is held, as it is typed. */
  draft() {
    if (!this.writesCall) return programmeDraftOf(this.programme);
    const call = this.call ? callDraftOf(this.call) : this.adding ? nextCallAfter(this.source) : blankCall();
    if (!this.writesProgramme) return call;
    if (this.programme) return { ...programmeDraftOf(this.programme), ...call };
    return { ...blankProgramme(), ...call, providerId: this.providers[0]?.id };
  }

  /** What would stop the publication of what is saved: `[{pointer, detail}]`. */
  async faults() {
    if (!this.call || this.amending || this.isPublic) return [];
    return (await api.get(`${callPath(this.call.id)}/publication`, { quiet: true })).body.errors;
  }

  /** What would be sent of a draft, part by part. */
  requestsOf(draft) {
    return {
      programme: this.writesProgramme ? programmeRequest(draft, this.programme) : undefined,
      call: this.writesCall ? callRequest(draft, draft.kind ?? this.programme.kind) : undefined,
    };
  }

  /** The fields of a draft that belong to one of the parts. */
  partOf(draft, part) {
    if (this.isCallAlone || this.amending) return draft;
    const isProgrammes = (field) => field in blankProgramme();
    return Object.fromEntries(Object.entries(draft).filter(([field]) => isProgrammes(field) === (part === 'programme')));
  }

  /**
   * Sends what differs from what was sent `before`, the parts beside each other as soon as both have an address: then
   * all of it is on its way when the page is left. `landed(part)` is called for each that has arrived; `creating`
   * hears of the request that creates something, and null when it is answered; `repeated` is one that was not.
   */
  async send(draft, before, { creating, landed, repeated, ...options }) {
    const creation = { creating, repeated };
    if (this.writesProgramme && !this.programme) {
      const path = '/api/programs';
      const { body } = await created(path, this.requestsOf(draft).programme, creation, options);
      this.programme = { ...body, calls: [] };
      this.programmeId = body.id;
      creation.repeated = null;
      landed('programme');
      // What this try was for is one of those that follow.
      if (repeated) return;
    }
    const asked = this.requestsOf(draft);
    const known = this.requestsOf(before);
    const done = await Promise.allSettled([
      this.writesProgramme && !same(asked.programme, known.programme) && this.#putProgramme(asked.programme, landed, options),
      this.writesCall && !this.call && this.#createCall(asked.call, landed, creation, options),
      this.call && this.writesCall && !same(asked.call, known.call) && this.#putCall(asked.call, draft, landed, options),
    ]);
    const [problem, other] = done.filter(({ reason }) => reason).map(({ reason }) => reason);
    if (problem) throw joined(problem, other);
  }

  async #putProgramme(body, landed, options) {
    const path = programmePath(this.programmeId);
    const heldNow = () => heldAt(path, body, (programme) => programmeRequest(programmeDraftOf(programme), programme));
    const answer = await api.put(path, body, { version: this.programme.version, heldNow, ...options });
    this.programme = { ...answer.body, calls: this.programme.calls ?? [] };
    landed('programme');
  }

  async #createCall(body, landed, creation, options) {
    this.call = (await created(`${programmePath(this.programmeId)}/calls`, body, creation, options)).body;
    if (this.adding) this.callId = this.call.id;
    landed('call');
  }

  async #putCall(body, draft, landed, options) {
    const path = callPath(this.call.id);
    const kind = draft.kind ?? this.programme.kind;
    const heldNow = () => heldAt(path, body, (call) => callRequest(callDraftOf(call), kind));
    this.call = (await api.put(path, body, { version: this.call.version, heldNow, ...options })).body;
    landed('call');
  }

  publish() {
    const { id, version } = this.call;
    return api.post(`${callPath(id)}/publication`, {}, { version });
  }

  /** Puts the draft away: of a programme with its call the programme, else the call. */
  archive() {
    return this.#put('archive');
  }

  /** Takes the draft back from the archive. */
  takeBack() {
    return this.#put('return');
  }

  get isArchived() {
    return Boolean((this.writesProgramme ? this.programme : this.call)?.archived);
  }

  #put(where) {
    const path = this.writesProgramme ? programmePath(this.programmeId) : callPath(this.callId);
    const { version } = this.writesProgramme ? this.programme : this.call;
    return api.post(`${path}/${where}`, {}, { version });
  }
}

function programmePath(id) {
  return `/api/programs/${encodeURIComponent(id)}`;
}

function callPath(id) {
  return `/api/calls/${encodeURIComponent(id)}`;
}

/** Creates something, or asks once more for what was asked for and not answered. */
async function created(path, body, { creating, repeated }, options) {
  const creation = repeated ?? { path, body, key: crypto.randomUUID() };
  creating(creation);
  try {
    const answer = await api.post(creation.path, creation.body, { ...options, key: creation.key });
    creating(null);
    return answer;
  } catch (problem) {
    if (!problem.passing) creating(null);
    throw problem;
  }
}

/** Of two parts that were refused all that is wrong is said; what has to be read anew comes first. */
function joined(problem, other) {
  if (!other || problem.is?.('stale-version')) return problem;
  if (other.is?.('stale-version') || !problem.errors?.length) return other;
  return new Problem({ ...problem, title: problem.title, errors: [...problem.errors, ...(other.errors ?? [])] });
}

/** What is at the path, if it is what was sent but for the reason, which is not held there. */
async function heldAt(path, { reason, ...sent }, asSent) {
  const answer = await api.get(path);
  const { reason: _, ...held } = asSent(answer.body);
  return same(held, sent) ? answer : null;
}
