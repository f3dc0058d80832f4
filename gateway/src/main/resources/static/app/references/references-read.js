import { html, nothing } from 'lit';
import { paragraphs } from '../components/pieces.js';
import { api } from '../core/api.js';
import { dateTime, fileSize } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

/** What referees say, for those who judge the application. */
class ReferencesRead extends View {
  static properties = {
    application: { attribute: false },
    known: { state: true },
    problem: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  async #read() {
    try {
      this.known = (await api.get(this.#path, { quiet: true })).body;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
    }
  }

  render() {
    const { known } = this;
    return html`<section class="panel" id="references" aria-labelledby="references-heading">
      <h2 id="references-heading">${t('form.references')}</h2>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${known && !known.items.length ? html`<p class="hint">${t('references.nobody')}</p>` : nothing}
      ${known ? known.items.map((item) => this.#renderItem(item)) : nothing}
    </section>`;
  }

  #renderItem({ id, referee, state, answeredAt, letter }) {
    return html`<article class="reference" data-testid="reference-${referee.email}">
      <h3>${referee.name}</h3>
      <p class="meta">${[referee.institution, referee.relation, referee.email].join(' · ')}</p>
      <p>
        <span class="badge badge-${state === 'received' ? 'good' : 'quiet'}">${t(`references.states.${state}`)}</span>
        ${answeredAt ? html`<time datetime=${answeredAt}>${dateTime(answeredAt)}</time>` : nothing}
      </p>
      ${letter ? this.#renderLetter(id, letter) : nothing}
    </article>`;
  }

  #renderLetter(id, { answers, file }) {
    return html`<dl class="fact-list">
        ${['since', 'capacity'].map(
          (name) =>
            html`<div>
              <dt>${t(`letter.${name}`)}</dt>
              <dd>${answers[name]}</dd>
            </div>`,
        )}
        <div>
          <dt>${t('letter.rank')}</dt>
          <dd>${t(`letter.ranks.${answers.rank}`)}</dd>
        </div>
      </dl>
      ${answers.text ? paragraphs(answers.text) : nothing}
      ${
        file
          ? html`<p>
              <a
                class="button secondary outline"
                target="_blank"
                rel="noopener"
                href="${this.#path}/${encodeURIComponent(id)}/file"
                >${file.name} · ${fileSize(file.size)}<span aria-hidden="true"> ↗</span></a
              >
            </p>`
          : nothing
      }`;
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}/references`;
  }
}

customElements.define('yol-references-read', ReferencesRead);
