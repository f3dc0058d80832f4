import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { applicantName, loadMore } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { share } from '../figures/figure-charts.js';
import { compared, comparedCutOffs, comparedKinds, comparedTerms } from './run-facts.js';
import { barRows } from './selection-pictures.js';
import { seatsInAll } from './seats-of-call.js';
import { capName, placeOf, scoreRead, seatName } from './selection-words.js';

const SOME = 50;

/** What another run of a call would come to beside one: its terms, its counts, who was taken last, and who gets something else. */
class RunComparison extends Page {
  static properties = {
    call: { attribute: false },
    run: { attribute: false },
    other: { attribute: false },
    read: { state: true },
  };

  #asked = null;

  willUpdate() {
    const asked = `${this.run.id} ${this.other.id}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.read = null;
    this.#more();
  }

  render() {
    const { call, run, other, read } = this;
    return html`${this.#table('comparison', compared(counted(call, run), counted(call, other)))}
      <yol-problem .problem=${this.problem}></yol-problem>
      ${
        read
          ? html`${this.#table('compared-terms', comparedTerms(call, run, other, read))}
            ${this.#table('compared-kinds', comparedKinds(read))}
            ${this.#table('compared-last', comparedCutOffs(read), { shown: scoreRead, most: 100 })} ${this.#renderPeople()}`
          : nothing
      }`;
  }

  /** Lines side by side, what differs marked and drawn. */
  #table(id, lines, { shown = number, most } = {}) {
    if (!lines.length) return nothing;
    const longest = most ?? Math.max(0, ...lines.flatMap((each) => [each.one ?? 0, each.other ?? 0]));
    const title = TITLES[id];
    return html`${title ? html`<h3 id="${id}-heading">${t(`selection.compare.${title}`)}</h3>` : nothing}
      <div class="table-frame">
        <table id=${id} aria-labelledby=${title ? `${id}-heading` : nothing}>
          <thead>
            <tr>
              ${columnHead({ label: t('selection.compare.what') })} ${columnHead({ label: t('selection.compare.this'), isNumber: true })}
              ${columnHead({ label: t('selection.compare.other'), isNumber: true })}
              ${columnHead({ label: t('selection.compare.difference'), isNumber: true })}
              <th scope="col" class="compared-bars">${t('selection.compare.drawn')}</th>
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              (each) =>
                html`<tr class=${each.difference ? 'differs' : nothing}>
                  <th scope="row">${nameOf(this.call, each)}</th>
                  <td class="number">${valueOf(each.one, shown)}</td>
                  <td class="number">${valueOf(each.other, shown)}</td>
                  <td class="number">${signed(each.difference)}</td>
                  <td class="compared-bars">${drawn(each, longest)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #renderPeople() {
    const { same, different, people } = this.read;
    return html`<section id="compared-people">
      <h3>${t('selection.compare.people')}</h3>
      <p>${t('selection.compare.peopleIntro')}</p>
      ${barRows([
        { name: t('selection.compare.same'), value: same },
        { name: t('selection.compare.different'), value: different, look: 'figure-went' },
      ])}
      ${people.length ? this.#renderMoved(people) : nothing}
      ${loadMore(people.length < different, this.loading, () => this.#more())}
    </section>`;
  }

  #renderMoved(people) {
    return html`<div class="table-frame">
      <table id="compared-moved" class="stacking">
        <thead>
          <tr>
            ${columnHead({ label: t('selection.compare.who') })} ${columnHead({ label: t('selection.compare.this') })}
            ${columnHead({ label: t('selection.compare.other') })}
          </tr>
        </thead>
        <tbody>
          ${people.map(
            (person) =>
              html`<tr>
                <th scope="row">
                  <a href="/manage/calls/${this.call.id}/applications/${person.applicationId}">${applicantName(person)}</a>
                </th>
                <td data-label=${t('selection.compare.this')}>${this.#allotted(person.one)}</td>
                <td data-label=${t('selection.compare.other')}>${this.#allotted(person.other)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #allotted(allotted) {
    if (!allotted) return html`<span class="meta">${t('selection.noPlace')}</span>`;
    return html`${placeOf(this.call, allotted.place)} <span class="meta">${seatName(this.call, allotted.seat)}</span>`;
  }

  #more() {
    return this.load(async () => {
      const asked = this.#asked;
      const from = this.read?.people.length ?? 0;
      const address = `/api/selections/${encodeURIComponent(this.run.id)}/comparison`;
      const { body } = await api.get(`${address}${query({ with: this.other.id, from, limit: SOME })}`);
      if (asked !== this.#asked) return;
      this.read = { ...body, people: [...(this.read?.people ?? []), ...body.people] };
    });
  }
}

const TITLES = { 'compared-terms': 'terms', 'compared-kinds': 'kinds', 'compared-last': 'lastTaken' };

/** What a run came to, with the seats that there are within the caps it was made under. */
function counted(call, { figures, trial }) {
  return { ...figures, seats: seatsInAll(call, figures.places, trial?.caps) };
}

function drawn({ one, other }, most) {
  return html`<svg class="figure-bars" width="100%" height="14" aria-hidden="true" focusable="false">
    <rect class="figure-selected" x="0" y="0" rx="2" width="${share(one ?? 0, most)}%" height="6"></rect>
    <rect class="figure-went" x="0" y="8" rx="2" width="${share(other ?? 0, most)}%" height="6"></rect>
  </svg>`;
}

function nameOf(call, { key, id, seat }) {
  if (key === 'rank') return t('selection.choice', { rank: id });
  if (key === 'place') return placeOf(call, id);
  if (key === 'cap') return t('selection.compare.together', { what: capName(call, id) });
  if (key === 'kind') return html`${placeOf(call, id)} <span class="meta">${seatName(call, seat)}</span>`;
  if (key === 'waiting') return html`<span class="meta">${t('selection.compare.waiting', { place: placeOf(call, id) })}</span>`;
  return t(`selection.compare.${key}`);
}

function valueOf(value, shown) {
  return value === null ? '–' : shown(value);
}

function signed(difference) {
  if (difference === null) return '–';
  return difference === 0 ? '=' : number(difference, { signDisplay: 'always', maximumFractionDigits: 2 });
}

customElements.define('yol-run-comparison', RunComparison);
