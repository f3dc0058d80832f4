import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { applicantName } from '../components/pieces.js';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { BACKGROUND, News } from '../inbox/messages.js';
import { applicationAddress } from './selection-address.js';
import { placeOf, seatName } from './selection-words.js';

const PAUSE = 15_000;
const NUMBERS = ['seats', 'offered', 'accepted', 'declined', 'expired', 'free'];

/** What has become of the seats of a published selection, as it is now. */
class SeatsBoard extends Page {
  static properties = {
    call: { attribute: false },
    selectionId: {},
    items: { state: true },
  };

  #timer = null;
  #news = new News(
    () => this.#read(BACKGROUND),
    () => true,
  );

  connectedCallback() {
    super.connectedCallback();
    this.#news.start();
    this.#read();
    this.#timer = setInterval(() => this.#read(BACKGROUND), PAUSE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#news.stop();
    clearInterval(this.#timer);
  }

  render() {
    return html`<section class="panel" id="seats-board" aria-labelledby="seats-heading">
      <h2 id="seats-heading">${t('selection.board.title')}</h2>
      <yol-problem .problem=${this.problem}></yol-problem>
      ${this.items ? this.#renderItems() : html`<p aria-busy="true">${t('status.loading')}</p>`}
    </section>`;
  }

  #renderItems() {
    return html`<div class="table-frame">
      <table class="stacking" id="seats">
        <thead>
          <tr>
            ${columnHead({ label: t('selection.place') })}
            ${NUMBERS.map((name) => columnHead({ label: t(`selection.board.${name}`), isNumber: true }))}
            ${columnHead({ label: t('selection.board.bar') })} ${columnHead({ label: t('selection.board.next') })}
          </tr>
        </thead>
        <tbody>
          ${this.items.map((item) => this.#renderItem(item))}
        </tbody>
      </table>
    </div>`;
  }

  #renderItem(item) {
    return html`<tr>
      <th scope="row">${placeOf(this.call, item.placeId)}</th>
      ${NUMBERS.map((name) => html`<td class="number" data-label=${t(`selection.board.${name}`)}>${number(item[name])}</td>`)}
      <td class="compared-bars">${bar(item)}</td>
      <td data-label=${t('selection.board.next')}>
        ${this.#renderNext(item.next)}
        ${item.reserved.map(({ category, next }) => html`<p class="meta">${seatName(this.call, category)}</p>${this.#renderNext(next)}`)}
      </td>
    </tr>`;
  }

  #renderNext(waiting) {
    if (!waiting.length) return t('selection.board.nobody');
    return html`<ol class="next-waiting">
      ${waiting.map(
        (each) =>
          html`<li value=${each.position}>
            <a href=${applicationAddress(this.call.id, each.applicationId)}>${applicantName(each)}</a>
          </li>`,
      )}
    </ol>`;
  }

  #read(options) {
    return this.load(async () => {
      const { body } = await api.get(`/api/selections/${encodeURIComponent(this.selectionId)}/seats`, options);
      this.items = body.items;
    });
  }
}

/** Accepted, offered, and free, of all seats. */
function bar({ seats, accepted, offered }) {
  if (!seats) return nothing;
  const part = (count) => (count / seats) * 100;
  return html`<svg class="figure-bars" width="100%" height="12" aria-hidden="true" focusable="false">
    <rect class="figure-whole" x="0" y="0" rx="2" width="100%" height="12"></rect>
    <rect class="figure-selected" x="0" y="0" width="${part(accepted)}%" height="12"></rect>
    <rect class="figure-applied" x="${part(accepted)}%" y="0" width="${part(offered)}%" height="12"></rect>
  </svg>`;
}

customElements.define('yol-seats-board', SeatsBoard);
