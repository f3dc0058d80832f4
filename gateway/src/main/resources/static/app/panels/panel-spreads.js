import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { loadMore, placeName } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api, query } from '../core/api.js';
import { number, score } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { panelPath } from './panel-address.js';
import { applicationLink } from './panel-words.js';

/** Applications whose reviewers differ by more than the call allows for, the widest first; asks for one more review. */
class PanelSpreads extends Page {
  static properties = {
    callId: {},
    panel: { attribute: false },
    items: { state: true },
    next: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.refresh();
  }

  /** Reads them again. */
  refresh() {
    return this.#read('');
  }

  render() {
    const limit = score(this.panel.spread);
    return html`<p>${t('panel.spreadsIntro', { points: limit })}</p>
      <yol-problem .problem=${this.problem ?? this.saveProblem}></yol-problem>
      ${this.items?.length === 0 ? html`<p class="meta" id="no-spreads">${t('panel.noSpreads')}</p>` : nothing}
      ${this.items?.length ? this.#renderTable() : nothing}
      ${loadMore(this.next, this.loading, () => this.#read(this.next))}`;
  }

  #renderTable() {
    const rows = this.items.flatMap((item) =>
      Object.entries(item.spreads)
        .filter(([, spread]) => spread >= this.panel.spread)
        .map(([placeId, spread]) => ({ ...item, placeId, spread })),
    );
    return html`<div class="table-frame">
      <table class="stacking" id="spreads">
        <thead>
          <tr>
            ${columnHead({ label: t('callApplications.student') })} ${columnHead({ label: t('decision.place') })}
            ${columnHead({ label: t('panel.spread'), isNumber: true })} ${columnHead({ label: t('panel.score'), isNumber: true })}
            ${columnHead({ label: t('panel.done'), isNumber: true })}
            ${columnHead({ label: html`<span class="visually-hidden">${t('manage.actions')}</span>` })}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#renderRow(row))}
        </tbody>
      </table>
    </div>`;
  }

  #renderRow(row) {
    const { applicationId, placeId, spread, scores, done, open } = row;
    return html`<tr data-id="${applicationId}/${placeId}">
      <th scope="row">${applicationLink(this.callId, row)}</th>
      <td data-label=${t('decision.place')}>${this.#placeName(placeId)}</td>
      <td class="number" data-label=${t('panel.spread')}><strong>${score(spread)}</strong></td>
      <td class="number" data-label=${t('panel.score')}>${score(scores[placeId])}</td>
      <td class="number" data-label=${t('panel.done')}>${number(done[placeId] ?? 0)}</td>
      <td class="row-links">
        ${
          open[placeId]
            ? html`<span class="meta">${t('panel.furtherAsked', { count: open[placeId], number: number(open[placeId]) })}</span>`
            : session.is('coordinator')
              ? html`<button type="button" class="secondary outline ask-further" ?disabled=${this.saving} @click=${() => this.#ask(row)}>
                  ${t('panel.askFurther')}
                </button>`
              : nothing
        }
      </td>
    </tr>`;
  }

  #placeName(placeId) {
    return placeName(this.panel.places.find(({ place }) => place.id === placeId)?.place);
  }

  async #ask({ applicationId, placeId }) {
    let reviewer = '';
    const isDone = await this.save(async () => {
      const { body } = await api.post(panelPath(this.callId, '/further-review'), { applicationId, placeId });
      reviewer = body.reviewer;
    });
    if (!isDone) return;
    announce(t('panel.further', { reviewer: this.#nameOf(reviewer) }));
    await this.refresh();
    this.dispatchEvent(new CustomEvent('asked'));
  }

  #nameOf(reviewer) {
    const known = this.panel.places.flatMap(({ candidates }) => candidates).find(({ id }) => id === reviewer);
    return known?.name ?? reviewer;
  }

  #read(after) {
    return this.load(async () => {
      const { body } = await api.get(panelPath(this.callId, `/spreads${query({ after })}`));
      this.items = after ? [...this.items, ...body.items] : body.items;
      this.next = body.next;
    });
  }
}

customElements.define('yol-panel-spreads', PanelSpreads);
