import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { deadline, field, writtenText } from '../components/pieces.js';
import { savingState } from '../components/saving-state.js';
import { api } from '../core/api.js';
import { FILE_ENDINGS } from '../core/domain.js';
import { dateTime, fileSize, number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { session } from '../core/session.js';
import { hasChosen, t, texts } from '../core/texts.js';
import { ofFile, refusedFile } from '../core/uploads.js';
import { Page } from '../core/view.js';
import { LetterKeeper } from './letter-keeper.js';

const ADDRESS = '/api/references/link';
const RANKS = ['top-1', 'top-5', 'top-10', 'top-25', 'top-50', 'lower-half', 'cannot-say'];
const LONGEST = 10_000;
const LONGEST_LINE = 200;

/**
 * Where a referee writes, who has no account. The token is behind the # of the address, which no server sees, and goes to
 * the service in a header.
 */
class ReferencePage extends Page {
  static properties = {
    view: { state: true },
    errors: { state: true },
    sent: { state: true },
    fileProblem: { state: true },
  };

  #keeper = null;
  #moved = () => this.#read();

  constructor() {
    super();
    this.errors = {};
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#moved);
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#moved);
    this.#close();
  }

  get #token() {
    return decodeURIComponent(window.location.hash.slice(1));
  }

  #close() {
    this.#keeper?.close();
    this.#keeper = null;
  }

  #read() {
    this.#close();
    this.view = null;
    return this.load(async () => {
      const answer = await api.get(ADDRESS, { link: this.#token });
      const { asked } = answer.body;
      if (asked && !session.authenticated && !hasChosen()) await texts.show(asked.language);
      if (answer.body.state === 'open') {
        this.#keeper = new LetterKeeper(this.#token, answer);
        this.#keeper.addEventListener('change', () => this.#kept());
      }
      this.view = answer.body;
    });
  }

  /** Sent, declined or closed in the meantime, it is no longer for writing. */
  #kept() {
    if (!this.#keeper) return;
    const { view, problem } = this.#keeper;
    if (view.state !== 'open') this.#over(view);
    else if (problem && (problem.status === 409 || problem.status === 404)) this.#read();
    this.requestUpdate();
  }

  #over(view) {
    this.#close();
    this.view = view;
    this.updateComplete.then(() => {
      window.scrollTo(0, 0);
      const heading = this.querySelector('h1');
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus();
    });
  }

  render() {
    if (this.problem?.status === 404) {
      return html`<h1>${t('letter.notValidTitle')}</h1>
        <p id="link-not-valid">${t('letter.notValidText')}</p>`;
    }
    if (!this.view) return this.renderWaiting(t('letter.title'), () => this.#read());
    return this.view.state === 'open' ? this.#renderOpen() : this.#renderOver();
  }

  #renderOver() {
    const { state, at } = this.view;
    return html`<h1>${t(`letter.${state}Title`)}</h1>
      <p id="reference-over">${t(`letter.${state}Text`, { at: dateTime(at) })}</p>`;
  }

  #renderOpen() {
    const { asked } = this.view;
    const { typed } = this.#keeper;
    return html`<div class="title-block">
        <h1>${t('letter.heading', { student: asked.student })}</h1>
        <p class="provider">
          <a href="/calls/${asked.callId}" target="_blank" rel="noopener">${writtenText(asked.programmeTitle)}</a>
        </p>
        ${deadline(asked.closes, asked.zone, { label: t('letter.until') })}
      </div>
      <div class="panel">
        <p>${t('letter.intro', { referee: asked.referee, student: asked.student })}</p>
        <p class="meta">${t('letter.you', { institution: asked.institution, relation: asked.relation })}</p>
        <p>${t('letter.readers', { student: asked.student })}</p>
      </div>
      ${savingState(this.#keeper, { id: 'saving-state' })}
      ${this.#keeper.status === 'refused' ? html`<yol-problem .problem=${this.#keeper.problem} .fieldOf=${fieldOf}></yol-problem>` : nothing}
      <form id="letter-form" class="panel" novalidate @submit=${this.#submit} ?inert=${Boolean(this.saving)}>
        ${this.#line('since', typed)} ${this.#line('capacity', typed)}
        ${field({
          id: 'letter-rank',
          label: t('letter.rank'),
          hint: t('letter.rankHint'),
          error: this.errors['/rank'],
          control: ({ described, invalid }) =>
            html`<select
              id="letter-rank"
              aria-describedby=${described}
              aria-invalid=${invalid}
              @change=${(event) => this.#write('rank', event.target.value)}
            >
              <option value="" .selected=${!typed.rank}>${t('form.choose')}</option>
              ${RANKS.map(
                (rank) =>
                  html`<option value=${rank} .selected=${typed.rank === rank}>${t(`letter.ranks.${rank}`)}</option>`,
              )}
            </select>`,
        })}
        ${field({
          id: 'letter-text',
          label: t('letter.text'),
          hint: t('letter.textHint', { count: number(LONGEST) }),
          error: this.errors['/text'],
          text: typed.text,
          most: LONGEST,
          control: ({ described, invalid }) =>
            html`<textarea
              id="letter-text"
              rows="14"
              .value=${typed.text ?? ''}
              aria-describedby=${described}
              aria-invalid=${invalid}
              @input=${(event) => this.#write('text', event.target.value)}
            ></textarea>`,
        })}
        ${this.#renderFile()}
        <yol-problem id="letter-problem" .problem=${this.saveProblem} .fieldOf=${fieldOf}></yol-problem>
        <div class="buttons">
          <button type="submit" id="letter-send" aria-busy=${this.saving === 'send'}>${t('letter.send')}</button>
          <button type="button" id="letter-decline" class="secondary outline" @click=${this.#decline}>
            ${t('letter.decline')}
          </button>
        </div>
      </form>`;
  }

  #line(name, typed) {
    return field({
      id: `letter-${name}`,
      label: t(`letter.${name}`),
      hint: t(`letter.${name}Hint`),
      error: this.errors[`/${name}`],
      text: typed[name],
      most: LONGEST_LINE,
      control: ({ described, invalid }) =>
        html`<input
          id="letter-${name}"
          autocomplete="off"
          .value=${typed[name] ?? ''}
          aria-describedby=${described}
          aria-invalid=${invalid}
          @keydown=${(event) => event.key === 'Enter' && event.preventDefault()}
          @input=${(event) => this.#write(name, event.target.value)}
        />`,
    });
  }

  #renderFile() {
    const { file } = this.#keeper.view.letter;
    return html`<div class="document" data-testid="letter-file">
      <div>
        <strong>${t('letter.file')}</strong> <span class="optional">${t('field.optional')}</span>
        <p class="meta">
          ${file ? html`<span class="tick" aria-hidden="true">✓</span> ${file.name} · ${fileSize(file.size)}` : t('letter.fileHint')}
        </p>
        ${
          this.sent === undefined
            ? nothing
            : html`<progress max="1" .value=${this.sent} aria-label=${t('letter.file')}></progress>
                <p class="meta" role="status">
                  ${t('documents.sent', { percent: number(this.sent, { style: 'percent' }) })}
                </p>`
        }
        <yol-problem .problem=${this.fileProblem}></yol-problem>
      </div>
      <div class="buttons">
        <label class="upload" for="letter-upload">
          <span>${file ? t('documents.replace') : t('documents.choose')}</span>
          <input
            type="file"
            id="letter-upload"
            accept=".pdf,.jpg,.jpeg,.png"
            ?disabled=${this.sent !== undefined}
            @change=${this.#chosen}
          />
        </label>
        ${
          file
            ? html`<button
                type="button"
                class="icon-button"
                id="letter-file-remove"
                aria-label=${t('letter.removeFile')}
                @click=${this.#removeFile}
              >
                ×
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #write(name, value) {
    const { [`/${name}`]: gone, ...rest } = this.errors;
    if (gone !== undefined) this.errors = rest;
    this.#keeper.change({ [name]: value });
  }

  async #chosen({ target }) {
    const [file] = target.files;
    if (!file) return;
    this.fileProblem = refusedFile(file, Object.keys(FILE_ENDINGS));
    if (!this.fileProblem) {
      const onProgress = (sent) => (this.sent = sent);
      onProgress(0);
      const form = new FormData();
      form.append('file', file);
      await this.#withFile((options) => api.once('PUT', `${ADDRESS}/file`, { file: form, onProgress, ...options }));
      this.sent = undefined;
    }
    target.value = '';
  }

  #removeFile() {
    return this.#withFile((options) => api.delete(`${ADDRESS}/file`, options));
  }

  async #withFile(work) {
    this.fileProblem = null;
    try {
      await this.#keeper.act(work);
    } catch (thrown) {
      this.fileProblem = ofFile(Problem.from(thrown));
    }
  }

  async #submit(event) {
    event.preventDefault();
    const agreed = await confirmed({
      title: t('letter.sendTitle'),
      text: t('letter.sendText', { student: this.view.asked.student }),
      action: t('letter.send'),
    });
    if (agreed) await this.#send();
  }

  async #send() {
    const keeper = this.#keeper;
    this.errors = {};
    await this.save(
      () => keeper.act((options) => api.post(`${ADDRESS}/submission`, { answers: given(keeper.typed) }, options)),
      'send',
    );
    this.errors = Object.fromEntries((this.saveProblem?.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
    // Another window was first: what came of it is shown.
    if (this.saveProblem && [404, 409, 412].includes(this.saveProblem.status)) await this.#read();
  }

  async #decline() {
    const agreed = await confirmed({
      title: t('letter.declineTitle'),
      text: t('letter.declineText', { student: this.view.asked.student }),
      action: t('letter.decline'),
      danger: true,
    });
    if (!agreed) return;
    const link = this.#token;
    const declined = await this.save(async () => {
      const { body } = await api.post(`${ADDRESS}/refusal`, {}, { link });
      this.#over(body);
    }, 'decline');
    if (!declined && [404, 409].includes(this.saveProblem.status)) await this.#read();
  }
}

function given(answers) {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value));
}

function fieldOf(pointer) {
  return `letter-${pointer.split('/').at(-1)}`;
}

customElements.define('yol-reference-page', ReferencePage);
