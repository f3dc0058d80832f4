import { html, nothing } from 'lit';
import { field, writtenText } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { country, dateTime, zoneName } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { callDeadline } from '../programmes/programme-card.js';
import { checkboxes } from './editor-fields.js';
import { fieldOf } from './editor-values.js';

const BLANK = { countries: [], closes: '', reason: '' };

/** What a coordinator changes of a published call: a later deadline here, everything else in the editor. */
class CallChanges extends Page {
  static properties = {
    callId: {},
    call: { state: true },
    programme: { state: true },
    typed: { state: true },
    busy: { state: true },
    extensionProblem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.typed = BLANK;
    this.#read();
  }

  render() {
    if (!this.call) return this.renderWaiting(t('changes.title'), () => this.#read());
    return html`<p class="back"><a href="/manage/${this.call.programmeId}">← ${t('changes.back')}</a></p>
      <h1>${t('changes.title')}</h1>
      <p class="provider">${writtenText(this.programme.title)}</p>
      <p>${callDeadline(this.call)}</p>
      ${this.#renderMade()}
      <section class="panel" aria-labelledby="extension-heading">
        <h2 id="extension-heading">${t('changes.extend')}</h2>
        <p>${t('changes.extendIntro')}</p>
        ${this.#renderForm()}
      </section>
      <section class="panel" aria-labelledby="amendment-heading">
        <h2 id="amendment-heading">${t('changes.amend')}</h2>
        <p>${t('changes.amendIntro')}</p>
        <a class="button secondary" id="amend" href="/manage/calls/${this.call.id}/amendment">${t('changes.amendButton')}</a>
      </section>`;
  }

  #renderMade() {
    const { amendments = [], zone } = this.call;
    if (!amendments.length) return nothing;
    return html`<section aria-labelledby="made-heading">
      <h2 id="made-heading">${t('programme.amendments')}</h2>
      <ul class="amendments">
        ${amendments.map(({ at, reason }) => html`<li><time datetime=${at}>${dateTime(at, zone)}</time> ${reason}</li>`)}
      </ul>
    </section>`;
  }

  #renderForm() {
    const form = { draft: this.typed, errors: this.#errors(), change: (part) => (this.typed = { ...this.typed, ...part }) };
    const origins = this.programme.origins.map((code) => [code, country(code)]);
    return html`<form id="extension-form" novalidate @submit=${this.#extend}>
      ${checkboxes(form, 'countries', origins, { hint: t('changes.countriesHint') })}
      ${field({
        id: 'closes',
        label: t('changes.closes'),
        hint: t('changes.closesHint', { zone: zoneName(this.call.zone) }),
        error: form.errors.closes,
        control: ({ described, invalid }) =>
          html`<input
            id="closes"
            type="datetime-local"
            .value=${this.typed.closes}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => form.change({ closes: event.target.value })}
          />`,
      })}
      ${reasonField(form)}
      <yol-problem .problem=${this.extensionProblem} .fieldOf=${fieldOf}></yol-problem>
      <button type="submit" id="extend" aria-busy=${Boolean(this.busy)} ?disabled=${this.busy}>${t('changes.extendButton')}</button>
    </form>`;
  }

  #errors() {
    return Object.fromEntries(
      (this.extensionProblem?.errors ?? []).map(({ pointer, detail }) => [
        pointer.startsWith('/countries') ? 'countries' : fieldOf(pointer),
        detail,
      ]),
    );
  }

  #read() {
    return this.load(async () => {
      const call = (await api.get(`/api/calls/${encodeURIComponent(this.callId)}`)).body;
      this.programme = (await api.get(`/api/programs/${encodeURIComponent(call.programmeId)}`)).body;
      this.call = call;
    });
  }

  async #extend(event) {
    event.preventDefault();
    this.busy = true;
    this.extensionProblem = null;
    const { id, version } = this.call;
    try {
      this.call = (await api.post(`/api/calls/${encodeURIComponent(id)}/extensions`, this.typed, { version })).body;
      this.typed = BLANK;
      announce(t('changes.extended'));
    } catch (thrown) {
      this.extensionProblem = Problem.from(thrown);
      // Somebody else has changed it: what is typed stays, what is true now is shown.
      if (this.extensionProblem.status === 412) this.call = (await api.get(`/api/calls/${encodeURIComponent(id)}`)).body;
    } finally {
      this.busy = false;
    }
  }
}

/** Why something that is public changes: everybody reads it. */
export function reasonField({ draft, errors, change }) {
  return field({
    id: 'reason',
    label: t('changes.reason'),
    hint: t('changes.reasonHint'),
    error: errors.reason,
    control: ({ described, invalid }) =>
      html`<textarea
        id="reason"
        rows="2"
        maxlength="1000"
        .value=${draft.reason ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${(event) => change({ reason: event.target.value })}
      ></textarea>`,
  });
}

customElements.define('yol-call-changes', CallChanges);
