import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { placeRead } from '../applications/application-facts.js';
import { api } from '../core/api.js';
import { fileSize, number } from '../core/format.js';
import { named, t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { BACKGROUND } from '../inbox/messages.js';
import { entryAddress } from '../log/log-address.js';
import { findings, readFiles } from './public-files.js';
import { guideAddress, recordAddress } from './selection-address.js';
import { capName, cutOffList, scoreRead, shortened } from './selection-words.js';
import { whyOf } from './why.js';

/** Why an application got what it got, place by place; and whether that is so, found by the reader's own browser. */
class OwnSelection extends Form {
  static properties = {
    application: { attribute: false },
    own: { state: true },
    progress: { state: true },
    found: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.own) return nothing;
    const { number: digits, lottery } = this.own;
    return html`<section class="panel" id="own-selection" aria-labelledby="own-selection-heading">
      <h2 id="own-selection-heading">${t('selection.why')}</h2>
      <p>${t('selection.whyIntro')} <a href=${guideAddress()}>${t('guide.selection-by-hand')}</a></p>
      ${this.#renderPlaces()}
      <dl class="fact-list">
        <div>
          <dt>${t('selection.lot')}</dt>
          <dd id="own-lottery">${shortened(lottery)} <span class="meta">${t('selection.lotHint')}</span></dd>
        </div>
        <div>
          <dt>${t('selection.number')}</dt>
          <dd>${shortened(digits)} <span class="meta">${t('selection.numberHint')}</span></dd>
        </div>
      </dl>
      <div class="buttons no-print">
        <button type="button" id="check-selection" aria-busy=${Boolean(this.saving)} ?disabled=${this.saving} @click=${() => this.#check()}>
          ${t('selection.check')}
        </button>
        <a class="button secondary outline" href=${recordAddress(this.application.callId)}>${t('selection.record')}</a>
      </div>
      ${this.#renderProgress()}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      <div role="status">${this.found ? this.#renderFound() : nothing}</div>
    </section>`;
  }

  #renderPlaces() {
    return html`<div class="table-frame">
      <table class="stacking" id="own-places">
        <thead>
          <tr>
            ${columnHead({ label: t('selection.place') })} ${columnHead({ label: t('selection.score') })}
            ${columnHead({ label: t('selection.last') })} ${columnHead({ label: t('selection.reason') })}
          </tr>
        </thead>
        <tbody>
          ${this.own.places.map((place, at) => this.#renderPlace(place, at))}
        </tbody>
      </table>
    </div>`;
  }

  #renderPlace(place, at) {
    const { placeId, score, outcome, cutOffs } = place;
    return html`<tr class="own-${outcome}">
      <th scope="row">${t('selection.ranked', { rank: at + 1, place: placeRead(this.application, placeId) })}</th>
      <td data-label=${t('selection.score')}>${score ? scoreRead(score) : '–'}</td>
      <td data-label=${t('selection.last')}>
        ${outcome === 'excluded' ? '–' : cutOffList(this.application, cutOffs, { score, categories: this.own.categories })}
      </td>
      <td data-label=${t('selection.reason')}>
        ${whyRead(this.application, place, this.own.categories)} ${positionRead(place)}
        ${this.#followed(place) ? html`<p class="meta">${t('selection.followed')}</p>` : nothing}
      </td>
    </tr>`;
  }

  /** Whether a seat that became free later was offered. */
  #followed({ placeId, outcome }) {
    return outcome !== 'got' && this.application.offer?.placeId === placeId;
  }

  #renderProgress() {
    if (!this.saving) return nothing;
    const isReading = this.progress < 1;
    return html`<p id="check-progress">
      <progress max="1" value=${isReading ? this.progress : nothing} aria-label=${t('selection.check')}></progress>
      ${isReading ? t('selection.reading', { percent: Math.floor(this.progress * 100) }) : t('selection.reckoning')}
    </p>`;
  }

  #renderFound() {
    const { all, bytes } = this.found;
    const isRight = all.every(({ right }) => right !== false);
    return html`<div class="notice ${isRight ? 'notice-good' : 'notice-problem'}" id="checked-selection">
      <p><strong>${t(isRight ? 'selection.right' : 'selection.wrong')}</strong></p>
      ${isRight ? nothing : this.#renderNext()}
      <p class="meta">${t('selection.checkedSize', { size: fileSize(bytes) })}</p>
      <ul class="checked">
        ${all.map(
          ({ name, right, values = {} }) =>
            html`<li class=${right === false ? 'checked-wrong' : nothing} id="checked-${name}">
              <span aria-hidden="true">${right ? '✓' : right === false ? '✗' : '–'}</span>
              <span>${this.#sentence(name, right, values)}</span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderNext() {
    const address = `/api/selections/${encodeURIComponent(this.own.selectionId)}`;
    return html`<p>
      ${t('selection.wrongNext')} <a href="${address}/input" download="input.json">input.json</a>
      <a href="${address}/result" download="result.json">result.json</a>
    </p>`;
  }

  #sentence(name, right, values) {
    const key = right ? 'checked' : right === false ? 'checkedWrong' : 'checkedLater';
    const { entry, applicants, choices, faults, count } = values;
    const said = t(`selection.${key}.${name}`, {
      count,
      applicants: number(applicants ?? 0),
      choices: number(choices ?? 0),
      faults: number(faults ?? 0),
    });
    return right && name === 'log'
      ? html`${said} <a href=${entryAddress(entry)}>${t('log.entry.title', { number: number(entry) })}</a>`
      : said;
  }

  async #read() {
    const path = `/api/applications/${encodeURIComponent(this.application.id)}/selection`;
    this.own = await api.get(path, BACKGROUND).then(
      ({ body }) => body,
      () => null,
    );
  }

  #check() {
    this.progress = 0;
    this.found = null;
    return this.save(async () => {
      const { own } = this;
      const { body: record } = await api.get(`/api/selections/${encodeURIComponent(own.selectionId)}/record`);
      const files = await readFiles(record, (share) => (this.progress = share));
      this.progress = 1;
      // It takes a second where there are tens of thousands: what is going on is to be seen before.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const all = await findings({ record, own, ...files });
      this.found = { all, bytes: files.input.length + files.result.length };
    });
  }
}

/** The rule that applied, in one sentence. */
function whyRead(application, place, categories) {
  const { rule, last } = whyOf(place, categories);
  if (rule === 'excluded') return t(`selection.excluded.${place.excluded}`);
  return t(`selection.rules.${rule}`, {
    score: place.score ? scoreRead(place.score) : '',
    last: last ? scoreRead(last.score) : '',
    group: last?.cap ? capName(application, last.cap) : '',
    category: rule === 'got-category' ? named(application, 'category', place.seat) : '',
  });
}

function positionRead({ outcome, position }) {
  if (!position) return nothing;
  return html`<span class="meta">${t(`selection.position.${outcome === 'reserve' ? 'listed' : 'below'}`, { position: number(position) })}</span>`;
}

customElements.define('yol-own-selection', OwnSelection);
