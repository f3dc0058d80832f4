import { html, nothing } from 'lit';
import { emptyState } from '../components/pieces.js';
import { api, query } from '../core/api.js';
import { country, number, time } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { router } from '../core/router.js';
import { t, word } from '../core/texts.js';
import { Page } from '../core/view.js';
import { bars, columns, legend, STAGES, table } from './figure-charts.js';

const FILTERS = ['kind', 'country', 'year', 'provider', 'sector'];
/** While a call is open somebody may apply at any moment; otherwise figures change a few times a year. */
const LIVE_PAUSE = 10_000;
const CALM_PAUSE = 60_000;
const BARS_AT_MOST = 10;

/** How many people applied, were selected and went: for everybody, live while a call is open. */
class FiguresPage extends Page {
  static properties = {
    filters: { state: true },
    figures: { state: true },
    before: { state: true },
    lookedAt: { state: true },
    lost: { state: true },
  };

  #timer = null;
  #asking = null;
  #seen = () => this.#look();

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
    this.queryChanged();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  queryChanged() {
    this.filters = Object.fromEntries(FILTERS.map((name) => [name, router.query[name] ?? '']));
    this.#read();
  }

  render() {
    if (!this.figures) return this.renderWaiting(t('figures.title'), () => this.#read());
    const { figures } = this;
    return html`<section class="figures-top">
        <h1>${t('figures.title')}</h1>
        <p class="figures-intro">${t('figures.intro')}</p>
        ${this.#renderLive()}
      </section>
      ${this.#renderFilters()}
      ${this.problem ? html`<yol-problem .problem=${this.problem}></yol-problem>` : nothing}
      ${this.#renderTotals()}
      ${figures.total.applied === 0 ? emptyState(t('figures.emptyTitle'), t('figures.emptyText')) : this.#renderPictures()}
      ${this.#renderMethod()}`;
  }

  /** The time is for the eye; only what has changed is read aloud. */
  #renderLive() {
    const { open, total } = this.figures;
    const changed = this.before && STAGES.some((stage) => this.before.total[stage] !== total[stage]);
    return html`<p class="figures-live ${this.lost ? 'figures-lost' : open ? 'figures-open' : ''}" id="figures-live">
        <span class="figures-pulse" data-looked-at=${this.lookedAt} aria-hidden="true"></span>
        <strong>${open ? t('figures.live', { count: open }) : t('figures.notLive')}</strong>
        <span>${t(this.lost ? 'figures.lost' : 'figures.asOf', { time: time(this.lookedAt) })}</span>
      </p>
      <p class="visually-hidden" role="status">
        ${changed ? t('figures.changed', Object.fromEntries(STAGES.map((stage) => [stage, number(total[stage])]))) : nothing}
      </p>`;
  }

  #renderFilters() {
    const { choices } = this.figures;
    const words = {
      kind: choices.kinds.map((kind) => [kind, word('kinds', kind)]),
      country: choices.countries.map((code) => [code, countryName(code)]).sort(byWord),
      year: choices.years.map((year) => [String(year), String(year)]),
      provider: choices.providers.map(({ id, name }) => [id, name]),
      sector: choices.sectors.map((sector) => [sector, word('sectors', sector)]).sort(byWord),
    };
    return html`<search aria-label=${t('figures.filters')} class="no-print">
        <form id="figure-filters" class="filters figure-filters" @submit=${(event) => event.preventDefault()}>
          ${FILTERS.map(
            (name) =>
              html`<div>
                <label for="figures-${name}">${t(`figures.filter.${name}`)}</label>
                <select
                  id="figures-${name}"
                  name=${name}
                  @change=${(event) => this.#choose({ [name]: event.target.value })}
                >
                  <option value="" .selected=${!this.filters[name]}>${t('figures.all')}</option>
                  ${words[name].map(
                    ([value, label]) =>
                      html`<option value=${value} .selected=${this.filters[name] === value}>${label}</option>`,
                  )}
                </select>
              </div>`,
          )}
        </form>
      </search>
      <div class="result-line">
        <p id="figures-calls">${t('figures.calls', { count: this.figures.calls })} ${this.#chosen(words)}</p>
        ${
          FILTERS.some((name) => this.filters[name])
            ? html`<button type="button" class="link-button no-print" id="figures-clear" @click=${() => this.#clear()}>
                ${t('figures.clear')}
              </button>`
            : nothing
        }
      </div>`;
  }

  /** On paper there are no fields to see what was chosen in. */
  #chosen(words) {
    const chosen = FILTERS.filter((name) => this.filters[name]).map(
      (name) => words[name].find(([value]) => value === this.filters[name])?.[1] ?? this.filters[name],
    );
    return chosen.length ? html`<span class="figures-chosen">${chosen.join(' · ')}</span>` : nothing;
  }

  #renderTotals() {
    const { total } = this.figures;
    return html`<dl class="figure-totals" id="figure-totals">
      ${STAGES.map(
        (stage) =>
          html`<div class="figure-total figure-total-${stage}">
            <dt>${t(`figures.${stage}`)}</dt>
            <dd>
              <span class="figure-sum" data-testid="total-${stage}">${number(total[stage])}</span>
              ${
                stage !== 'applied' && total.applied
                  ? html`<span class="meta">
                      ${t('figures.share', {
                        share: number(total[stage] / total.applied, { style: 'percent', maximumFractionDigits: 0 }),
                      })}
                    </span>`
                  : html`<span class="meta">${t(`figures.${stage}Meaning`)}</span>`
              }
            </dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderPictures() {
    const { countries, years, sectors, kinds, providers } = this.figures;
    const before = this.before ?? {};
    const names = Object.fromEntries(this.figures.choices.providers.map(({ id, name }) => [id, name]));
    const sector = (key) => (key === 'none' ? t('figures.noSector') : word('sectors', key));
    const kind = (key) => word('kinds', key);
    const provider = (key) => names[key] ?? key;
    const year = (key) => key;
    return html`${legend()}
      <div class="figure-grid">
        ${picture('countries', countries, countryName, bars(countries, countryName, before.countries))}
        ${picture('years', years, year, columns(years, year, spoken(years, year, t('figures.by.years'))))}
        ${picture('kinds', kinds, kind, bars(kinds, kind, before.kinds))}
        ${picture('sectors', sectors, sector, bars(sectors, sector, before.sectors), t('figures.sectorHint'))}
        ${picture('providers', providers, provider, bars(providers.slice(0, BARS_AT_MOST), provider, before.providers))}
      </div>`;
  }

  #renderMethod() {
    return html`<section class="panel figures-method" aria-labelledby="figures-method">
      <h2 id="figures-method">${t('figures.methodTitle')}</h2>
      <p>${t('figures.methodCounted')}</p>
      <p>${t('figures.methodRounded')}</p>
      <p>${t('figures.methodGender')}</p>
      <p>${t('figures.methodSource')}</p>
      <h3>${t('figures.filesTitle')}</h3>
      <ul class="figure-files no-print">
        ${['figures', 'calls', 'programmes'].map(
          (file) =>
            html`<li>
              <strong>${t(`figures.files.${file}`)}</strong>
              <a href="/api/open-data/${file}.csv?bom=true" download>CSV</a>
              <a href="/api/open-data/${file}.json" download>JSON</a>
            </li>`,
        )}
        <li><a href="/api/open-data">${t('figures.files.columns')}</a></li>
      </ul>
      <p>
        ${t('figures.licence')}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>
      </p>
    </section>`;
  }

  #choose(change) {
    this.filters = { ...this.filters, ...change };
    router.replaceQuery(query(this.filters));
    this.#read();
  }

  #clear() {
    this.#choose(Object.fromEntries(FILTERS.map((name) => [name, ''])));
  }

  /** What was asked for by the reader: other figures than those before, which nothing has changed about. */
  #read() {
    return this.load(async () => {
      const figures = await this.#ask();
      if (!figures) return;
      this.before = null;
      this.#show(figures);
    });
  }

  /** The same once more, by itself: what fails is tried again at the next time. */
  async #look() {
    clearTimeout(this.#timer);
    if (document.hidden || !this.figures || !this.isConnected) return;
    try {
      const figures = await this.#ask({ quiet: true });
      if (!figures) return;
      this.before = this.figures;
      this.#show(figures);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      this.lost = true;
      this.#wait();
    }
  }

  #show(figures) {
    this.figures = figures;
    this.lookedAt = Date.now();
    this.lost = false;
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.figures?.open ? LIVE_PAUSE : CALM_PAUSE);
  }

  /** A newer question makes an older answer worthless, which is nothing then. */
  async #ask(options = {}) {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    try {
      const { body } = await api.get(`/api/figures${query(this.filters)}`, { ...options, signal: asking.signal });
      return asking.signal.aborted ? null : body;
    } catch (problem) {
      if (asking.signal.aborted) return null;
      throw problem;
    }
  }
}

function picture(what, rows, name, drawn, hint = nothing) {
  return html`<figure class="panel figure figure-of-${what}" id="figure-${what}">
    <figcaption>
      <h2>${t(`figures.by.${what}`)}</h2>
      ${hint === nothing ? nothing : html`<p class="meta">${hint}</p>`}
    </figcaption>
    ${drawn}
    <details class="no-print">
      <summary>${t('figures.asTable')}</summary>
      ${table(rows, name, t(`figures.by.${what}`))}
    </details>
  </figure>`;
}

/** What a picture says, for who does not see it. */
function spoken(rows, name, heading) {
  return `${heading}. ${rows
    .map((row) =>
      t('figures.row', {
        name: name(row.key),
        ...Object.fromEntries(STAGES.map((stage) => [stage, number(row[stage])])),
      }),
    )
    .join('; ')}`;
}

function countryName(code) {
  return code === 'ZZ' ? t('figures.unknownCountry') : country(code);
}

function byWord([, one], [, other]) {
  return one.localeCompare(other);
}

customElements.define('yol-figures-page', FiguresPage);
