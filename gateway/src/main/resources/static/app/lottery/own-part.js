import { html } from 'lit';
import { field } from '../components/pieces.js';
import { saveFile } from '../components/saved-file.js';
import { api } from '../core/api.js';
import { dateTime } from '../core/format.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { fileName, madePart, partIn } from './lottery-part.js';

/** An authority makes its part, saves it, binds it, and opens it from the file when its time has come. */
class OwnPart extends Form {
  static properties = {
    lottery: { attribute: false },
    by: { attribute: false },
    made: { state: true },
    chosen: { state: true },
  };

  render() {
    return html`<section class="panel" id="own-part" aria-labelledby="own-part-heading">
      <h2 id="own-part-heading">${t('lottery.own')}</h2>
      ${this.#own ? this.#renderBound(this.#own) : this.#renderUnbound()}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
    </section>`;
  }

  #renderUnbound() {
    const { sealed, contributionsEnd } = this.lottery;
    if (sealed || Date.parse(contributionsEnd) <= Date.now()) return html`<p>${t('lottery.tooLate')}</p>`;
    if (!this.made) {
      return html`<p>${t('lottery.why')}</p>
        <button type="button" id="make-part" @click=${() => this.#make()}>${t('lottery.make')}</button>`;
    }
    return html`<p role="status">${t('lottery.saved', { name: fileName(this.made) })}</p>
      <span class="buttons">
        <button type="button" id="bind-part" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving} @click=${() => this.#bind()}>
          ${t('lottery.bind')}
        </button>
        <button type="button" class="secondary outline" id="save-part" @click=${() => this.#keep()}>${t('lottery.saveAgain')}</button>
      </span>`;
  }

  #renderBound({ committedAt, opened, openedAt }) {
    const { openBy, seed } = this.lottery;
    if (opened) return html`<p role="status" id="part-opened">${t('lottery.isOpen', { time: dateTime(openedAt) })}</p>`;
    if (seed) return html`<p>${t('lottery.leftOut')}</p>`;
    if (!openBy) return html`<p role="status" id="part-bound">${t('lottery.isBound', { time: dateTime(committedAt) })}</p>`;
    return html`<p>${t('lottery.openNow', { time: dateTime(openBy) })}</p>
      ${field({
        id: 'part-file',
        label: t('lottery.file'),
        error: this.chosen === null ? t('lottery.wrongFile') : undefined,
        control: ({ described, invalid }) =>
          html`<input
            type="file"
            id="part-file"
            accept="application/json,.json"
            aria-describedby=${described}
            aria-invalid=${invalid}
            @change=${({ target }) => this.#choose(target.files[0])}
          />`,
      })}
      <button type="button" id="open-part" aria-busy=${Boolean(this.saving)} ?disabled=${!this.chosen || this.saving} @click=${() => this.#open()}>
        ${t('lottery.open')}
      </button>`;
  }

  get #own() {
    return this.lottery.parts.find(({ by }) => by === this.by);
  }

  get #path() {
    return `/api/selections/lotteries/${encodeURIComponent(this.lottery.callId)}`;
  }

  /** The file comes first: what is bound and not kept could never be opened. */
  async #make() {
    this.made = await madePart(this.lottery.callId, this.by);
    this.#keep();
  }

  #keep() {
    saveFile(fileName(this.made), 'application/json', `${JSON.stringify(this.made, null, 2)}\n`);
  }

  #bind() {
    return this.#send('contribution', { commitment: this.made.commitment });
  }

  async #choose(file) {
    this.chosen = file ? await partIn(await file.text(), this.lottery.callId, this.by, this.#own.commitment) : undefined;
  }

  #open() {
    return this.#send('opening', { part: this.chosen });
  }

  #send(what, body) {
    return this.save(async () => {
      const { body: detail } = await api.put(`${this.#path}/${what}`, body);
      this.dispatchEvent(new CustomEvent('yol-changed', { detail }));
    });
  }
}

customElements.define('yol-own-part', OwnPart);
