import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, loadMore } from '../components/pieces.js';
import { searchField, searchText } from '../components/search-field.js';
import { api, query } from '../core/api.js';
import { COUNTRIES, KINDS, LEVELS, PHASES } from '../core/domain.js';
import { fileOf } from '../core/files.js';
import { country } from '../core/format.js';
import { router } from '../core/router.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { programmeCard } from './programme-card.js';

const FILTERS = ['text', 'kind', 'country', 'level', 'phase', 'sort'];
const TYPING_PAUSE = 300;

/** Everybody's way in: search and filter what is offered; the address holds the filters. */
class ProgrammeList extends Page {
  static properties = {
    filters: { state: true },
    items: { state: true },
    next: { state: true },
    total: { state: true },
  };

  #timer = null;
  #asking = null;

  connectedCallback() {
    super.connectedCallback();
    this.queryChanged();
  }

  queryChanged() {
    this.filters = Object.fromEntries(FILTERS.map((name) => [name, router.query[name] ?? '']));
    this.filters.text = searchText(this.filters.text);
    this.#read();
  }

  render() {
    return html` <section class="hero">
        <div>
          <h1>${t('programmes.title')}</h1>
          <p>${t('programmes.intro')}</p>
        </div>
        <img src=${fileOf('icons/hero.svg')} alt="" width="420" height="180" />
      </section>
      <search aria-label=${t('programmes.filters')}>
        <form id="filters" class="filters" @submit=${(event) => event.preventDefault()}>
          ${searchField({
            id: 'filter-text',
            label: t('programmes.search'),
            text: this.filters.text,
            placeholder: t('programmes.searchHint'),
            typed: (text) => this.#typed(text),
          })}
          ${this.#select(
            'kind',
            KINDS.map((kind) => [kind, word('kinds', kind)]),
          )}
          ${this.#select(
            'country',
            COUNTRIES.map((code) => [code, country(code)]),
          )}
          ${this.#select(
            'level',
            LEVELS.map((level) => [level, word('level', level)]),
          )}
          ${this.#select(
            'phase',
            PHASES.map((phase) => [phase, word('phases', phase)]),
          )}
          ${this.#select(
            'sort',
            ['closes', 'title'].map((sort) => [sort, t(`programmes.sort.${sort}`)]),
            false,
          )}
        </form>
      </search>
      <div class="result-line">
        <p role="status" id="result-count">${this.#resultLine()}</p>
        ${
          FILTERS.some((name) => name !== 'sort' && this.filters[name])
            ? html` <button type="button" class="link-button" id="clear-filters" @click=${() => this.#clear()}>
                ${t('programmes.clear')}
              </button>`
            : nothing
        }
      </div>
      ${
        this.problem
          ? html`<yol-problem .problem=${this.problem}></yol-problem>
              <button type="button" class="secondary" @click=${() => this.#read()}>${t('action.tryAgain')}</button>`
          : nothing
      }
      ${
        this.items?.length === 0 && !this.loading
          ? emptyState(t('programmes.emptyTitle'), t('programmes.emptyText'))
          : nothing
      }
      <div class="cards" aria-busy=${this.loading && !this.items ? 'true' : nothing}>
        ${repeat(this.items ?? [], ({ id }) => id, programmeCard)}
      </div>
      ${loadMore(this.next, this.loading, () => this.#more())}`;
  }

  #select(name, options, any = true) {
    return html`<div>
      <label for="filter-${name}">${t(`programmes.filter.${name}`)}</label>
      <select id="filter-${name}" name=${name} @change=${(event) => this.#choose({ [name]: event.target.value })}>
        ${any ? html`<option value="" .selected=${!this.filters[name]}>${t('programmes.any')}</option>` : nothing}
        ${options.map(
          ([value, label]) => html` <option value=${value} .selected=${this.filters[name] === value}>${label}</option>`,
        )}
      </select>
    </div>`;
  }

  #resultLine() {
    if (this.loading && !this.items) return t('status.loading');
    if (!this.items) return '';
    return this.total === undefined
      ? t('programmes.shown', { count: this.items.length })
      : t('programmes.found', { count: this.total });
  }

  #typed(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose({ text }), TYPING_PAUSE);
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query(this.filters));
    this.#read();
  }

  #clear() {
    this.#choose(Object.fromEntries(FILTERS.map((name) => [name, ''])));
  }

  /** A newer question makes an older answer worthless. */
  #read() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    return this.load(async () => {
      try {
        const { body } = await api.get(`/api/programs${query(this.filters)}`, { signal: asking.signal });
        if (asking.signal.aborted) return;
        this.items = body.items;
        this.next = body.next;
        this.total = body.total;
      } catch (problem) {
        if (!asking.signal.aborted) throw problem;
      }
    });
  }

  #more() {
    return this.load(async () => {
      const { body } = await api.get(`/api/programs${query({ ...this.filters, after: this.next })}`);
      this.items = [...this.items, ...body.items];
      this.next = body.next;
    });
  }
}

customElements.define('yol-programme-list', ProgrammeList);
