import { html, nothing } from 'lit';
import { field, writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { country, zoneName } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { historyAddress } from '../log/log-address.js';
import { callDeadline, phaseBadge } from '../programmes/programme-card.js';
import { amendmentsMade } from './amendments.js';
import { archiveAct } from './archive-act.js';
import { archivedBadge } from './call-rows.js';
import { checkboxes } from './editor-fields.js';
import './act-form.js';

/** All that a coordinator does with a published call, in one place: some of it here, the rest in the editor. */
class CallChanges extends Page {
  static properties = {
    callId: {},
    call: { state: true },
    programme: { state: true },
    chosen: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.chosen = 'extend';
    this.#read();
  }

  render() {
    if (!this.call) return this.renderWaiting(t('changes.title'), () => this.#read());
    const acts = [this.#extension(), this.#closing(), this.#archive()];
    const chosen = acts.find(({ name }) => name === this.chosen) ?? acts[0];
    return html`<p class="back"><a href="/manage/${this.call.programmeId}">← ${t('changes.back')}</a></p>
      <h1>${t('changes.title')}</h1>
      <p class="provider">${writtenText(this.programme.title)}</p>
      <p>${phaseBadge(this.call.phase)} ${archivedBadge(this.call)} ${callDeadline(this.call)}</p>
      ${this.call.counts?.started ? html`<p>${t('changes.begun', { count: this.call.counts.started })}</p>` : nothing}
      <nav class="acts buttons" aria-label=${t('changes.title')}>
        ${acts.map(
          ({ name, title }) =>
            html`<button
              type="button"
              class="secondary outline"
              id="act-${name}"
              aria-pressed=${chosen.name === name}
              @click=${() => (this.chosen = name)}
            >
              ${title}
            </button>`,
        )}
        <a class="button secondary outline" id="amend" href="/manage/calls/${this.call.id}/amendment">${t('changes.amend')}</a>
        <a class="button secondary outline" id="copy-call" href="/manage/calls/${this.call.id}/copy">${t('changes.copy')}</a>
      </nav>
      <yol-act
        .act=${chosen}
        @done=${({ detail }) => (this.call = detail)}
        @stale=${() => this.#read()}
      ></yol-act>
      ${amendmentsMade(this.call)}
      <p><a href=${historyAddress(this.call)}>${t('log.ofCall')}</a></p>`;
  }

  #extension() {
    const origins = this.programme.origins.map((code) => [code, country(code)]);
    return {
      name: 'extend',
      title: t('changes.extend'),
      meaning: [t('changes.extendIntro')],
      button: t('changes.extendButton'),
      blank: { countries: [], closes: '', reason: '' },
      fields: (form) =>
        html`${checkboxes(form, 'countries', origins, { label: t('changes.countries'), hint: t('changes.countriesHint') })}
        ${this.#closesField(form)}`,
      send: (typed) => this.#send('extensions', typed, 'changes.extended'),
    };
  }

  #closing() {
    return {
      name: 'close-early',
      title: t('changes.closeEarly'),
      meaning: [t('changes.closeIntro')],
      button: t('changes.closeEarly'),
      danger: true,
      blank: { closes: '', reason: '' },
      fields: (form) => this.#closesField(form),
      send: (typed) => this.#send('closing', typed, 'changes.closedEarly'),
    };
  }

  #archive() {
    return archiveAct({
      archived: this.call.archived,
      title: t('changes.archive'),
      send: (...act) => this.#send(...act),
    });
  }

  #closesField({ draft, errors, change }) {
    return field({
      id: 'closes',
      label: t('changes.closes'),
      hint: t('changes.closesHint', { zone: zoneName(this.call.zone) }),
      error: errors.closes,
      control: ({ described, invalid }) =>
        html`<input
          id="closes"
          type="datetime-local"
          .value=${draft.closes}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @input=${(event) => change({ closes: event.target.value })}
        />`,
    });
  }

  async #send(act, typed, done) {
    const { id, version } = this.call;
    const { body } = await api.post(`/api/calls/${encodeURIComponent(id)}/${act}`, typed, { version });
    announce(t(done));
    return body;
  }

  #read() {
    return this.load(async () => {
      const call = (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body;
      this.programme = (await api.get(`/api/programs/${encodeURIComponent(call.programmeId)}`)).body;
      this.call = call;
    });
  }
}

customElements.define('yol-call-changes', CallChanges);
