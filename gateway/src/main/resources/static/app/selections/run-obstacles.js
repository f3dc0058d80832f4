import { html, nothing } from 'lit';
import { applicantName } from '../components/pieces.js';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { View } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';
import { lotteryAddress } from '../lottery/lottery-address.js';
import { missingByPlace } from './run-facts.js';
import { applicationAddress } from './selection-address.js';
import { placeOf } from './selection-words.js';

/** So many applications are named at a time: each name is a question of its own. */
const SOME = 10;

/** Obstacles whose examples are applications, and places of them. */
const OF_APPLICATIONS = ['scores-missing', 'not-among-entrants', 'changed'];

/** Obstacles that the page of the lottery shows more of. */
const OF_LOTTERY = ['not-drawn', 'entrants-missing', 'commitment-after-submission', 'opening-before-entrants', 'wrong-part', 'wrong-seed'];

/** Obstacles whose examples are sentences of the checker or the engine. */
const OF_SENTENCES = ['check-failed', 'refused'];

/** One thing that is in the way of publishing a run: what it is, what to do next, and of whom. */
class RunObstacle extends View {
  static properties = {
    call: { attribute: false },
    obstacle: { attribute: false },
    names: { state: true },
    shown: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.names = new Map();
    this.shown = SOME;
    this.#name();
  }

  render() {
    const { kind, number: count, examples } = this.obstacle;
    return html`<div class="obstacle" id="obstacle-${kind}">
      <p><strong>${t(`selection.obstacles.${kind}`, { count, number: number(count) })}</strong></p>
      <p>${word('selection.next', kind)}</p>
      ${OF_LOTTERY.includes(kind) ? html`<p><a href=${lotteryAddress(this.call.id)}>${t('lottery.title')}</a></p>` : nothing}
      ${kind === 'scores-missing' && this.call.places.length > 1 ? this.#renderByPlace() : nothing}
      ${OF_APPLICATIONS.includes(kind) ? this.#renderApplications() : nothing}
      ${OF_SENTENCES.includes(kind) ? html`<ul>${examples.slice(0, SOME).map((sentence) => html`<li>${sentence}</li>`)}</ul>` : nothing}
    </div>`;
  }

  #renderByPlace() {
    return html`<ul class="meta">
      ${missingByPlace(this.obstacle).map(
        ({ place, count }) => html`<li>${t('selection.missingAt', { place: placeOf(this.call, place), count, number: number(count) })}</li>`,
      )}
    </ul>`;
  }

  #renderApplications() {
    const { examples } = this.obstacle;
    return html`<ol class="obstacle-list">
        ${examples.slice(0, this.shown).map((example) => {
          const [id, place] = example.split(' ');
          return html`<li>
            <a href=${applicationAddress(this.call.id, id)}>${this.names.get(id) ?? t('application.heading')}</a>
            ${place ? html`<span class="meta">${placeOf(this.call, place)}</span>` : nothing}
          </li>`;
        })}
      </ol>
      ${
        examples.length > this.shown
          ? html`<button type="button" class="secondary outline" @click=${() => this.#more()}>${t('action.loadMore')}</button>`
          : nothing
      }`;
  }

  #more() {
    this.shown += SOME;
    this.#name();
  }

  async #name() {
    if (!OF_APPLICATIONS.includes(this.obstacle.kind)) return;
    const ids = this.obstacle.examples.slice(0, this.shown).map((example) => example.split(' ')[0]);
    for (const id of new Set(ids)) {
      if (this.names.has(id)) continue;
      const { body } = await api.get(`/api/applications/${encodeURIComponent(id)}`, BACKGROUND).catch(() => ({}));
      if (body?.student) this.names = new Map(this.names).set(id, applicantName(body.student));
    }
  }
}

customElements.define('yol-run-obstacle', RunObstacle);
