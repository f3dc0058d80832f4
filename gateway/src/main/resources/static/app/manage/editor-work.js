/** The programme and the call that an editor writes, as the service holds them. */
import { api } from '../core/api.js';
import { writtenFor } from '../core/organisations.js';
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

  async fetch() {
    if (this.callId) {
      this.call = (await api.get(callPath(this.callId))).body;
      this.programmeId = this.call.programmeId;
    }
    if (this.copyOf && !this.callId) {
      this.source = (await api.get(callPath(this.copyOf))).body;
      this.programmeId = this.source.programmeId;
    }
    if (this.programmeId) {
      this.programme = (await api.get(programmePath(this.programmeId))).body;
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

  /** Sends the programme and then its call; `created` is called as soon as the programme has an address. */
  async send(draft, created) {
    if (this.writesProgramme) {
      const isNew = !this.programmeId;
      const programme = await this.#sendProgramme(draft);
      this.programme = { ...programme, calls: this.programme?.calls ?? [] };
      this.programmeId = programme.id;
      if (isNew) created();
    }
    if (!this.writesCall) return;
    this.call = await this.#sendCall(draft);
    if (this.adding) this.callId = this.call.id;
  }

  async #sendProgramme(draft) {
    const body = programmeRequest(draft, this.programme);
    if (!this.programme) return (await api.post('/api/programs', body)).body;
    const path = programmePath(this.programmeId);
    const heldNow = () => heldAt(path, body, (programme) => programmeRequest(programmeDraftOf(programme), programme));
    return (await api.put(path, body, { version: this.programme.version, heldNow })).body;
  }

  async #sendCall(draft) {
    const kind = draft.kind ?? this.programme.kind;
    const body = callRequest(draft, kind);
    if (!this.call) return (await api.post(`${programmePath(this.programmeId)}/calls`, body)).body;
    const path = callPath(this.call.id);
    const heldNow = () => heldAt(path, body, (call) => callRequest(callDraftOf(call), kind));
    return (await api.put(path, body, { version: this.call.version, heldNow })).body;
  }

  publish() {
    const { id, version } = this.call;
    return api.post(`${callPath(id)}/publication`, {}, { version });
  }

  /** Puts the draft away: of a programme with its call the programme, else the call. */
  archive() {
    const path = this.writesProgramme ? programmePath(this.programmeId) : callPath(this.callId);
    const { version } = this.writesProgramme ? this.programme : this.call;
    return api.post(`${path}/archive`, {}, { version });
  }
}

function programmePath(id) {
  return `/api/programs/${encodeURIComponent(id)}`;
}

function callPath(id) {
  return `/api/calls/${encodeURIComponent(id)}`;
}

/** What is at the path, if it is what was sent but for the reason, which is not held there. */
async function heldAt(path, { reason, ...sent }, asSent) {
  const answer = await api.get(path);
  const { reason: _, ...held } = asSent(answer.body);
  return same(held, sent) ? answer : null;
}
