import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { deadline, field } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { now } from '../core/clock.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { LANGUAGES, t, texts } from '../core/texts.js';
import { Form } from '../core/view.js';

const LINES = ['name', 'institution', 'relation'];

/** The student's references: whom they name, whom they ask, and how each stands. What is written is never here. */
class References extends Form {
  static properties = {
    application: { attribute: false },
    error: {},
    step: { attribute: false },
    known: { state: true },
    problem: { state: true },
    errors: { state: true },
    typed: { state: true },
    acted: { state: true },
  };

  constructor() {
    super();
    this.errors = {};
    this.typed = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Something has come of a reference. */
  async refresh() {
    try {
      this.known = (await api.get(this.#path, { quiet: true })).body;
      this.problem = null;
      this.dispatchEvent(new CustomEvent('asked', { detail: askedOf(this.known) }));
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  render() {
    const { known } = this;
    return html`<section class="panel" id="references" aria-labelledby="references-heading">
      <h2 id="references-heading">
        ${this.step ? html`<span class="step" aria-hidden="true">${this.step}</span> ` : nothing}${t('form.references')}
      </h2>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${known ? this.#renderKnown(known) : nothing}
    </section>`;
  }

  #renderKnown(known) {
    const asked = askedOf(known);
    return html`<p>${t('references.intro', { count: known.needed })}</p>
      <p>
        <strong id="references-asked">${t('references.asked', { asked, needed: known.needed })}</strong>
        ${deadline(known.closes, known.zone, { label: t('references.until') })}
      </p>
      ${this.error && asked < known.needed ? html`<p class="field-error" id="references-error">${this.error}</p>` : nothing}
      ${known.items.length ? html`<ul class="rows" id="referees">${known.items.map((item) => this.#renderItem(item))}</ul>` : nothing}
      <yol-problem id="references-problem" .problem=${this.saveProblem}></yol-problem>
      ${known.actions.includes('name') ? this.#renderNaming() : nothing}`;
  }

  #renderItem(item) {
    const { referee, state, id } = item;
    const press = (action, work, style = 'secondary outline') =>
      item.actions.includes(action)
        ? html`<button
            type="button"
            class=${style}
            data-testid="${action}-${referee.email}"
            aria-busy=${this.saving === id + action}
            ?disabled=${Boolean(this.saving)}
            aria-label="${t(`references.${action}`)}: ${referee.name}"
            @click=${work}
          >
            ${t(`references.${action}`)}
          </button>`
        : nothing;
    return html`<li class="document" data-testid="referee-${referee.email}">
      <div>
        <strong>${referee.name}</strong>
        <span class="badge badge-${state === 'received' ? 'good' : 'quiet'}">${t(`references.states.${state}`)}</span>
        <p class="meta">${[referee.institution, referee.relation, referee.email, LANGUAGES[referee.language]].join(' · ')}</p>
        <p class="meta">${this.#history(item)}</p>
        ${item.unreachable ? html`<p class="field-error">${t('references.unreachable')}</p>` : nothing}
      </div>
      <div class="buttons">
        ${press('ask', () => this.#act(item, 'ask', 'request'), '')}
        ${press('remind', () => this.#act(item, 'remind', 'reminder'))}
        ${press('withdraw', () => this.#withdraw(item))}
      </div>
    </li>`;
  }

  #history({ askedAt, openedAt, answeredAt, mailedAt, remindAgainAt, state }) {
    const line = (key, at) => (at ? t(`references.${key}`, { at: dateTime(at) }) : null);
    const lines = [line('askedAt', askedAt)];
    if (mailedAt && askedAt && mailedAt !== askedAt) lines.push(line('mailedAt', mailedAt));
    lines.push(line('openedAt', openedAt), line(state === 'declined' ? 'declinedAt' : 'receivedAt', answeredAt));
    if (remindAgainAt && new Date(remindAgainAt) > now()) lines.push(line('remindAgainAt', remindAgainAt));
    return lines.filter(Boolean).join(' · ');
  }

  #renderNaming() {
    if (!this.typed) {
      return html`<p>
        <button type="button" class="secondary outline" id="referee-add" @click=${this.#begin}>
          ${t('references.name')}
        </button>
      </p>`;
    }
    return html`<fieldset class="team-member" id="referee-new">
      <legend>${t('references.new')}</legend>
      <div class="form-grid">
        ${LINES.map((name) => this.#line(name))} ${this.#line('email', { type: 'email', hint: t('references.emailHint'), most: 254 })}
        ${field({
          id: 'referee-language',
          label: t('references.language'),
          hint: t('references.languageHint'),
          control: ({ described }) =>
            html`<select
              id="referee-language"
              aria-describedby=${described}
              @change=${(event) => (this.typed = { ...this.typed, language: event.target.value })}
            >
              ${Object.entries(LANGUAGES).map(
                ([tag, name]) => html`<option value=${tag} .selected=${this.typed.language === tag}>${name}</option>`,
              )}
            </select>`,
        })}
      </div>
      <div class="buttons">
        <button
          type="button"
          id="referee-save"
          aria-busy=${this.saving === 'name'}
          ?disabled=${Boolean(this.saving)}
          @click=${this.#name}
        >
          ${t('references.save')}
        </button>
        <button type="button" class="secondary outline" @click=${() => (this.typed = null)}>${t('action.cancel')}</button>
      </div>
    </fieldset>`;
  }

  #line(name, { type = 'text', hint, most = 200 } = {}) {
    return field({
      id: `referee-${name}`,
      label: t(`references.fields.${name}`),
      hint: hint ?? (name === 'relation' ? t('references.relationHint') : undefined),
      error: this.errors[`/${name}`],
      text: this.typed[name],
      most,
      control: ({ described, invalid }) =>
        html`<input
          id="referee-${name}"
          type=${type}
          autocomplete="off"
          .value=${this.typed[name] ?? ''}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @keydown=${(event) => event.key === 'Enter' && this.#pressed(event)}
          @input=${(event) => (this.typed = { ...this.typed, [name]: event.target.value })}
        />`,
    });
  }

  /** Enter saves the referee, and does not submit the application. */
  #pressed(event) {
    event.preventDefault();
    if (!this.saving) this.#name();
  }

  async #begin() {
    this.typed = { language: texts.language };
    this.errors = {};
    await this.updateComplete;
    this.querySelector('#referee-name')?.focus();
  }

  async #name() {
    const named = await this.save(() => api.post(this.#path, { name: '', institution: '', relation: '', email: '', ...this.typed }), 'name');
    this.errors = Object.fromEntries((this.saveProblem?.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
    if (named) this.typed = null;
    else if (Object.keys(this.errors).length) {
      this.saveProblem = null;
      await this.updateComplete;
      this.querySelector('#referee-new [aria-invalid]')?.focus();
      return;
    }
    await this.refresh();
  }

  async #act(item, action, address) {
    const done = await this.save(
      () => api.post(`/api/references/${encodeURIComponent(item.id)}/${address}`, {}, { version: item.version }),
      item.id + action,
    );
    if (done) announce(t(`references.done.${action}`, { name: item.referee.name }));
    const told = this.saveProblem;
    await this.refresh();
    // Somebody else was first, as the list now shows.
    if (told?.is('stale-version')) this.saveProblem = null;
  }

  async #withdraw(item) {
    const agreed =
      item.state === 'named' ||
      (await confirmed({
        title: t('references.withdrawTitle', { name: item.referee.name }),
        text: t('references.withdrawText'),
        action: t('references.withdraw'),
        danger: true,
      }));
    if (agreed) await this.#act(item, 'withdraw', 'withdrawal');
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}/references`;
  }
}

/** Who has declined is asked no longer. */
function askedOf({ items }) {
  return items.filter(({ state }) => !['named', 'declined'].includes(state)).length;
}

customElements.define('yol-references', References);
