import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { emptyState, loadMore } from '../components/pieces.js';
import { searchField, searchText } from '../components/search-field.js';
import { api } from '../core/api.js';
import { number } from '../core/format.js';
import { router } from '../core/router.js';
import { t, texts } from '../core/texts.js';
import { Page } from '../core/view.js';
import { addressOf, AT_FIRST, choices, chosenIn, FACETS, facetName, isAtFirst, NOTHING, questionOf, valueName } from './facets.js';
import { amend, recall, remember, rememberAddress } from './list-memory.js';
import { programmeAddress, programmeCard } from './programme-card.js';

const TYPING_PAUSE = 300;
const SOON = 'closing-in-7-days';
/** Open before anybody has chosen: what most people begin with. */
const OPEN_AT_FIRST = ['phase', 'kind'];

/** Everybody's way in: search and narrow what is offered; the address holds what is chosen. */
class ProgrammeList extends Page {
  static properties = {
    filters: { state: true },
    items: { state: true },
    next: { state: true },
    total: { state: true },
    facets: { state: true },
    showing: { state: true },
  };

  #timer = null;
  #asking = null;
  #typing = false;
  #key = null;
  #back = null;
  #focus = null;
  #seen = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
  #open = new Set(OPEN_AT_FIRST);
  #leaving = () => this.#remembersPlace();

  connectedCallback() {
    super.connectedCallback();
    this.showing = false;
    router.addEventListener('change', this.#leaving);
    this.queryChanged();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    router.removeEventListener('change', this.#leaving);
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  queryChanged() {
    clearTimeout(this.#timer);
    const filters = chosenIn(window.location.search);
    this.filters = { ...filters, text: searchText(filters.text) };
    FACETS.filter((facet) => this.filters[facet].length).forEach((facet) => this.#open.add(facet));
    rememberAddress(window.location.pathname + window.location.search);
    const kept = recall();
    if (!kept || kept.language !== texts.language) {
      this.#key = null;
      this.#read();
      return;
    }
    this.#asking?.abort();
    this.#key = window.history.state.list;
    this.#back = { scroll: kept.scroll, focus: kept.focus };
    this.#take(kept);
    this.items = kept.items;
    this.loading = false;
  }

  /** Whoever comes back is where they were, and not at the top. */
  updated(changed) {
    const returned = this.#back && (this.arriving || changed.has('items')) ? this.#back : null;
    if (returned) this.arriving = false;
    super.updated(changed);
    if (returned) {
      if (returned.focus) this.querySelector(returned.focus)?.focus({ preventScroll: true });
      window.scrollTo(0, returned.scroll ?? 0);
    }
    if (this.#focus && !this.loading) {
      const focus = this.#focus;
      this.#focus = null;
      this.querySelector(focus)?.focus();
    }
  }

  render() {
    return html`<div class="find-heading">
        <h1>${t('programmes.title')}</h1>
        <p>${t('programmes.intro')}</p>
      </div>
      <div class="find">
        <search aria-label=${t('programmes.filters')}>
          <form id="filters" @submit=${(event) => event.preventDefault()}>
            ${searchField({
              id: 'filter-text',
              label: t('programmes.search'),
              text: this.filters.text,
              placeholder: t('programmes.searchHint'),
              typed: (text) => this.#typed(text),
            })}
            <button
              type="button"
              class="secondary outline"
              id="show-facets"
              aria-expanded=${this.showing}
              aria-controls="facets"
              @click=${() => (this.showing = !this.showing)}
            >
              ${this.#chosenCount ? t('find.filtersChosen', { count: number(this.#chosenCount) }) : t('find.filters')}
            </button>
            <div id="facets" class=${this.showing ? 'shown' : ''}>${FACETS.map((facet) => this.#renderFacet(facet))}</div>
          </form>
        </search>
        <div class="found">
          <div class="result-line">
            <p role="status" id="result-count" tabindex="-1">${this.#resultLine()}</p>
            ${this.#renderSoon()} ${this.#renderSort()}
          </div>
          ${this.#renderChosen()}
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
          ${loadMore(this.next, this.loading, () => this.#more())}
        </div>
      </div>`;
  }

  #renderFacet(facet) {
    const chosen = this.filters[facet];
    const offers = choices(facet, this.facets?.[facet] ?? [], this.#seen[facet], chosen);
    if (!offers.length) return nothing;
    return html`<details
      class="facet"
      id="facet-${facet}"
      ?open=${this.#open.has(facet)}
      @toggle=${(event) => this.#toggled(facet, event.target.open)}
    >
      <summary>
        ${facetName(facet)} ${chosen.length ? html`<span class="chosen-count">${number(chosen.length)}</span>` : nothing}
      </summary>
      <ul>
        ${repeat(
          offers,
          ({ value }) => value,
          ({ value, name, count }) =>
            html`<li>
              <label class=${count ? '' : 'none'}>
                <input
                  type="checkbox"
                  id="${facet}-${value}"
                  name=${facet}
                  value=${value}
                  .checked=${chosen.includes(value)}
                  @change=${(event) => this.#choose(facet, value, event.target.checked)}
                />
                <span>${name}</span><span class="facet-count">${number(count)}</span>
              </label>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  #renderSort() {
    const orders = this.filters.text.trim() ? ['relevance', 'closes', 'title'] : ['closes', 'title'];
    const order = orders.includes(this.filters.sort) ? this.filters.sort : orders[0];
    return html`<div class="sort">
      <label for="sort">${t('programmes.filter.sort')}</label>
      <select id="sort" name="sort" @change=${(event) => this.#sort(event.target.value, orders[0])}>
        ${orders.map(
          (each) => html`<option value=${each} .selected=${each === order}>${t(`find.sort.${each}`)}</option>`,
        )}
      </select>
    </div>`;
  }

  /** What most people would regret to have missed. */
  #renderSoon() {
    const count = this.facets?.phase?.find(({ value }) => value === SOON)?.count ?? 0;
    if (!count || this.filters.phase.includes(SOON)) return nothing;
    return html`<button
      type="button"
      class="link-button"
      id="closing-soon"
      @click=${() => {
        this.#focus = '#result-count';
        this.#change({ phase: [SOON] });
      }}
    >
      ${t('find.closingSoon', { count })}
    </button>`;
  }

  #renderChosen() {
    const chosen = this.#chosen;
    if (!chosen.length && !this.filters.text.trim()) return nothing;
    return html`<ul class="chips" aria-label=${t('find.chosen')}>
      ${chosen.map(
        ([facet, value], index) =>
          html`<li>
            <button
              type="button"
              class="chip"
              id="chip-${index}"
              aria-label=${t('find.remove', { name: `${facetName(facet)}: ${valueName(facet, value)}` })}
              @click=${() => this.#remove(facet, value, index)}
            >
              ${valueName(facet, value)} <span aria-hidden="true">×</span>
            </button>
          </li>`,
      )}
      ${
        isAtFirst(this.filters)
          ? nothing
          : html`<li>
              <button type="button" class="link-button" id="clear-filters" @click=${() => this.#clear()}>
                ${t('programmes.clear')}
              </button>
            </li>`
      }
    </ul>`;
  }

  #resultLine() {
    if (this.loading && !this.items) return t('status.loading');
    return this.items ? t('programmes.found', { count: this.total ?? this.items.length }) : '';
  }

  get #chosen() {
    return FACETS.flatMap((facet) => this.filters[facet].map((value) => [facet, value]));
  }

  get #chosenCount() {
    return this.#chosen.length;
  }

  #toggled(facet, open) {
    if (open) this.#open.add(facet);
    else this.#open.delete(facet);
  }

  /** The first letter of a word begins a step of the history, the others belong to it. */
  #typed(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const goesOn = this.#typing;
      // Who knows what they look for looks everywhere.
      this.#change(isAtFirst(this.filters) ? { ...NOTHING, text } : { text }, { goesOn });
      this.#typing = true;
    }, TYPING_PAUSE);
  }

  #choose(facet, value, checked) {
    const others = this.filters[facet].filter((each) => each !== value);
    this.#change({ [facet]: checked ? [...others, value] : others });
  }

  #remove(facet, value, index) {
    this.#focus = this.#chosenCount > 1 ? `#chip-${Math.min(index, this.#chosenCount - 2)}` : '#result-count';
    this.#choose(facet, value, false);
  }

  #clear() {
    this.#focus = '#result-count';
    this.#change(AT_FIRST);
  }

  #sort(order, usual) {
    this.#change({ sort: order === usual ? '' : order });
  }

  /** Each choice is a step that `Back` undoes. */
  #change(change, { goesOn = false } = {}) {
    const filters = { ...this.filters, ...change };
    if (filters.sort === 'relevance' && !filters.text.trim()) filters.sort = '';
    const search = addressOf(filters);
    this.#typing = false;
    if (search === window.location.search) return;
    if (goesOn) {
      router.replaceQuery(search);
      this.queryChanged();
    } else {
      router.go(window.location.pathname + search);
    }
  }

  /** A newer question makes an older answer worthless. */
  #read() {
    this.#back = null;
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    return this.load(async () => {
      try {
        const { body } = await api.get(`/api/programs${questionOf(this.filters)}`, { signal: asking.signal });
        if (asking.signal.aborted) return;
        this.#take(body);
        this.items = body.items;
        this.#remember();
      } catch (problem) {
        if (!asking.signal.aborted) throw problem;
      }
    });
  }

  #more() {
    this.#back = null;
    const asked = this.filters;
    return this.load(async () => {
      const { body } = await api.get(`/api/programs${questionOf(asked, { after: this.next })}`);
      if (asked !== this.filters) return;
      this.#take(body);
      this.#focus = body.items.length ? `.cards a[href="${programmeAddress(body.items.at(0))}"]` : '#result-count';
      this.items = [...this.items, ...body.items];
      this.#remember();
    });
  }

  #take({ next, total, facets }) {
    this.next = next;
    this.total = total;
    this.facets = facets;
    FACETS.forEach((facet) => facets?.[facet]?.forEach(({ value }) => this.#seen[facet].add(value)));
  }

  #remember() {
    const { items, next, total, facets } = this;
    this.#key = remember({ items, next, total, facets, language: texts.language });
  }

  /** The address is the next page's already, and what is seen still this one's. */
  #remembersPlace() {
    const link = document.activeElement?.closest?.('.cards a')?.getAttribute('href');
    if (this.#key) amend(this.#key, { scroll: window.scrollY, focus: link ? `.cards a[href="${link}"]` : null });
  }
}

customElements.define('yol-programme-list', ProgrammeList);
