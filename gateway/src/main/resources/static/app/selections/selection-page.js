import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { writtenText } from '../components/pieces.js';
import { api } from '../core/api.js';
import { country, dateTime, fileSize, number } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { entryAddress, historyAddress } from '../log/log-address.js';
import { readEntries } from '../log/log-source.js';
import { lotteryAddress } from '../lottery/lottery-address.js';
import { GUIDES, guideAddress } from './selection-address.js';
import { inOrder, placesPicture, ranksPicture } from './selection-pictures.js';
import { placesOfCap, seatsInAll } from './seats-of-call.js';
import { capName, cutOffList, placeOf, scoreRead, shortened } from './selection-words.js';

/** What the public log says of a selection, in its order. */
const KINDS = ['selection-input', 'selection-result'];

/** The public record of the selection of a call: all that anybody needs to check it. */
class SelectionPage extends Page {
  static properties = {
    callId: { attribute: false },
    call: { state: true },
    lottery: { state: true },
    record: { state: true },
    entries: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.call) return this.renderWaiting(t('selection.title'), () => this.#read());
    return html`<p class="back"><a href="/calls/${this.callId}">← ${writtenText(this.lottery.programmeTitle)}</a></p>
      <h1>${t('selection.title')}</h1>
      <p>${t('selection.intro')} <a href=${guideAddress()} id="how">${t('guide.selection-by-hand')}</a></p>
      ${this.record ? this.#renderRecord() : html`<p class="notice" id="no-selection">${t('selection.none')}</p>`}
      <p class="meta">
        <a href=${lotteryAddress(this.callId)}>${t('lottery.title')}</a> ·
        <a href=${historyAddress({ id: this.callId })}>${t('log.ofCall')}</a>
      </p>`;
  }

  #renderRecord() {
    const { at, figures } = this.record;
    const seats = number(seatsInAll(this.call, figures.places));
    return html`<p class="notice" id="selection-published">
        ${t('selection.published', { time: dateTime(at, this.call.zone) })}
        ${t('selection.total', { held: number(figures.held), seats, applicants: number(figures.applicants) })}
      </p>
      <div class="figure-grid">
        <figure class="panel figure"><figcaption><h2>${t('selection.byRank')}</h2></figcaption>${ranksPicture(figures)}</figure>
        <figure class="panel figure">
          <figcaption><h2>${t('selection.byPlace')}</h2></figcaption>
          ${placesPicture(this.call, figures)}
        </figure>
      </div>
      ${this.#renderPlaces()} ${this.#renderCaps()} ${this.#renderLottery()} ${this.#renderFiles()}`;
  }

  #renderPlaces() {
    const { figures, cutOffs } = this.record;
    return html`<section class="panel" aria-labelledby="places-heading">
      <h2 id="places-heading">${t('selection.places')}</h2>
      <div class="table-frame">
        <table class="stacking" id="selection-places">
          <thead>
            <tr>
              ${columnHead({ label: t('selection.place') })} ${columnHead({ label: t('selection.seatsGiven'), isNumber: true })}
              ${columnHead({ label: t('selection.rankedBy'), isNumber: true })}
              ${columnHead({ label: t('selection.waiting'), isNumber: true })} ${columnHead({ label: t('selection.last') })}
            </tr>
          </thead>
          <tbody>
            ${inOrder(this.call, figures.places).map(
              ({ id, seats, held, reserve, ranked }) =>
                html`<tr>
                  <th scope="row">${placeOf(this.call, id)}</th>
                  <td class="number" data-label=${t('selection.seatsGiven')}>
                    ${t('selection.of', { value: number(held), of: number(seats) })}
                  </td>
                  <td class="number" data-label=${t('selection.rankedBy')}>${number(ranked)}</td>
                  <td class="number" data-label=${t('selection.waiting')}>${number(reserve)}</td>
                  <td data-label=${t('selection.last')}>
                    ${cutOffList(this.call, cutOffs.filter((last) => last.place === id || this.#isUnder(last.cap, id)))}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #isUnder(cap, place) {
    return Boolean(cap) && placesOfCap(this.call, cap).includes(place);
  }

  #renderCaps() {
    const caps = this.record.cutOffs.filter(({ cap }) => cap);
    if (!caps.length) return nothing;
    return html`<section class="panel" aria-labelledby="caps-heading">
      <h2 id="caps-heading">${t('selection.fullGroups')}</h2>
      <ul>
        ${caps.map(
          ({ cap, score }) =>
            html`<li>
              ${t('selection.fullGroup', { group: capName(this.call, cap), last: scoreRead(score) })}
              <span class="meta">${t('selection.seatsGiven')}: ${number(this.call.caps?.[cap] ?? 0)}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderLottery() {
    const { parts } = this.lottery;
    return html`<section class="panel" aria-labelledby="lottery-heading">
      <h2 id="lottery-heading">${t('lottery.seed')}</h2>
      <p><code id="selection-seed">${this.record.seed}</code></p>
      <p>${t('selection.seedOf')}</p>
      <ul>
        ${parts
          .filter(({ opened }) => opened)
          .map(
            ({ by, entry, openedEntry }) =>
              html`<li>
                ${by === 'operator' ? t('lottery.operator') : country(by)} ·
                ${t('selection.bound')} ${entryLink(entry)} · ${t('selection.opened')} ${entryLink(openedEntry)}
              </li>`,
          )}
      </ul>
      <p><a href=${lotteryAddress(this.callId)}>${t('lottery.title')}</a></p>
    </section>`;
  }

  #renderFiles() {
    const { id, files, algorithm } = this.record;
    const address = `/api/selections/${id}`;
    return html`<section class="panel" aria-labelledby="files-heading">
      <h2 id="files-heading">${t('selection.files')}</h2>
      <p>${t('selection.filesIntro')}</p>
      <dl class="fact-list">
        ${file('input', `${address}/input`, files.inputBytes, files.input)}
        ${file('result', `${address}/result`, files.resultBytes, files.result)}
        <div>
          <dt>${t('selection.algorithm')}</dt>
          <dd id="selection-algorithm">
            <p>${t('selection.algorithmIs', algorithm)}</p>
            <ul>
              ${GUIDES.map((name) => html`<li><a href=${guideAddress(name)}>${t(`guide.${name}`)}</a></li>`)}
            </ul>
          </dd>
        </div>
        <div>
          <dt>${t('selection.inLog')}</dt>
          <dd id="selection-entries">
            ${this.entries.map(
              ({ index, entry }) =>
                html`<p>${t(`selection.entry.${entry.kind}`)} ${entryLink(index)} <span class="meta">· ${dateTime(entry.at)}</span></p>`,
            )}
          </dd>
        </div>
      </dl>
      <h3>${t('selection.command')}</h3>
      <p>${t('selection.commandHint')}</p>
      <pre><code id="selection-command">./run check-selection ${window.location.origin}${address}</code></pre>
    </section>`;
  }

  #read() {
    return this.load(async () => {
      const id = encodeURIComponent(this.callId);
      const [call, lottery, record, ...entries] = await Promise.all([
        api.get(`/api/calls/${id}`),
        api.get(`/api/selections/lotteries/${id}`),
        api.get(`/api/selections/calls/${id}`).catch(absent),
        ...KINDS.map((kind) => readEntries({ call: this.callId, kind }).catch(() => ({ items: [] }))),
      ]);
      this.lottery = lottery.body;
      this.record = record.body;
      this.entries = entries.flatMap(({ items }) => items).filter(({ entry }) => entry.selection === record.body?.id);
      this.call = call.body;
    });
  }
}

/** One that is not published yet is no fault of the page. */
function absent(problem) {
  if (problem.status !== 404) throw problem;
  return { body: null };
}

function file(name, address, bytes, digest) {
  return html`<div>
    <dt>${t(`selection.file.${name}`)}</dt>
    <dd>
      <a href=${address} download="${name}.json" id="download-${name}">${name}.json</a>
      <span class="meta">${fileSize(bytes)} · SHA-256</span> ${shortened(digest)}
    </dd>
  </div>`;
}

function entryLink(index) {
  return index === null || index === undefined
    ? t('lottery.entryLater')
    : html`<a href=${entryAddress(index)}>${t('log.entry.title', { number: number(index) })}</a>`;
}

customElements.define('yol-selection-page', SelectionPage);
