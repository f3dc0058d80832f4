import { html, nothing } from 'lit';
import { columnHead } from '../components/column-head.js';
import { placeName } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { number, score, time } from '../core/format.js';
import { session } from '../core/session.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { panelPath } from './panel-address.js';
import { progressBars, progressLegend, scoreRange } from './panel-pictures.js';
import { addedUp, mostLeft, total } from './reviewer-loads.js';

/** How far the reviewers of a call are, and how they score beside each other. Reminds those who have some left to do. */
class PanelProgress extends Form {
  static properties = {
    callId: {},
    panel: { attribute: false },
    progress: { attribute: false },
  };

  render() {
    const { lines, overdue, at } = this.progress;
    const sum = total(lines);
    if (!sum.all) return html`<p id="no-reviews">${t('panel.noReviews')}</p>`;
    return html`<div class="queue-progress" id="panel-progress">
        <p>
          <strong>${t('reviews.progress', { done: number(sum.done), all: number(sum.all) })}</strong>
          ${overdue && sum.done < sum.all ? html`<span class="badge badge-bad">${t('reviews.overdue', { count: sum.all - sum.done })}</span>` : nothing}
          <span class="meta">${t('panel.countedAt', { time: time(at) })}</span>
        </p>
        <progress max=${sum.all} value=${sum.done} aria-label=${t('reviews.progress', { done: number(sum.done), all: number(sum.all) })}></progress>
      </div>
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      ${progressLegend()}
      <div>
        <figure class="figure" id="by-place">
          <figcaption><h3>${t('panel.byPlace')}</h3></figcaption>
          ${progressBars(addedUp(lines, 'placeId').map((row) => ({ ...row, name: this.#placeName(row.key) })))}
        </figure>
        <figure class="figure" id="by-reviewer">
          <figcaption><h3>${t('panel.byReviewer')}</h3></figcaption>
          ${progressBars(
            mostLeft(addedUp(lines, 'reviewer')).map((row) => ({ ...row, name: this.#name(row.key) })),
            (row) => this.#renderRemind(row),
          )}
          ${this.#may && sum.done < sum.all ? this.#renderRemindAll() : nothing}
        </figure>
      </div>
      ${lines.some(({ mean }) => isThere(mean)) ? this.#renderScoring(lines) : nothing}`;
  }

  #renderRemind({ key, done, all }) {
    if (!this.#may || done === all) return nothing;
    return html`<button
      type="button"
      class="link-button"
      aria-label=${t('panel.remindOne', { reviewer: this.#name(key) })}
      ?disabled=${this.saving}
      @click=${() => this.#remind(key)}
    >
      ${t('panel.remind')}
    </button>`;
  }

  #renderRemindAll() {
    return html`<p>
      <button type="button" class="secondary" id="remind-all" aria-busy=${this.saving === 'all'} ?disabled=${this.saving} @click=${() => this.#remind(null)}>
        ${t('panel.remindAll')}
      </button>
    </p>`;
  }

  /** How severe each is beside others: shown, and nothing is made of it. */
  #renderScoring(lines) {
    const scored = lines.filter(({ mean }) => isThere(mean));
    const all = scored.reduce((sum, { mean, done }) => sum + mean * done, 0) / scored.reduce((sum, { done }) => sum + done, 0);
    const head = (label, isNumber = true) => columnHead({ label, isNumber });
    return html`<h3 id="scoring-heading">${t('panel.scoring')}</h3>
      <p class="meta">${t('panel.scoringText', { mean: score(all) })}</p>
      <div class="table-frame">
        <table class="stacking" id="scoring">
          <thead>
            <tr>
              ${head(t('panel.reviewer'), false)} ${head(t('decision.place'), false)} ${head(t('panel.done'))}
              ${head(t('panel.mean'))} ${head(t('panel.deviation'))} ${head(t('panel.range'), false)}
              ${head(t('panel.beside'))}
            </tr>
          </thead>
          <tbody>
            ${scored.map(
              (line) =>
                html`<tr>
                  <th scope="row">${this.#name(line.reviewer)}</th>
                  <td data-label=${t('decision.place')}>${this.#placeName(line.placeId)}</td>
                  <td class="number" data-label=${t('panel.done')}>${number(line.done)}</td>
                  <td class="number" data-label=${t('panel.mean')}>${score(line.mean)}</td>
                  <td class="number" data-label=${t('panel.deviation')}>${score(line.deviation)}</td>
                  <td class="compared-bars">${scoreRange(line, all)}</td>
                  <td class="number" data-label=${t('panel.beside')}>${besideOthers(line)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  get #may() {
    return session.is('coordinator');
  }

  #name(reviewer) {
    return this.progress.names[reviewer] ?? reviewer;
  }

  #placeName(placeId) {
    return placeName(this.panel.places.find(({ place }) => place.id === placeId)?.place);
  }

  async #remind(reviewer) {
    let reminded = [];
    const isDone = await this.save(async () => {
      const { body } = await api.post(panelPath(this.callId, '/reminder'), reviewer ? { reviewer } : {});
      reminded = body.reminded;
    }, reviewer ?? 'all');
    if (isDone) announce(t('panel.reminded', { count: reminded.length, number: number(reminded.length) }));
  }
}

/** How far a reviewer's mean is from that of others over the same applications; nothing where nobody else has scored them. */
function besideOthers({ shared, sharedMean, othersMean }) {
  if (!shared) return '–';
  const points = number(sharedMean - othersMean, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return html`${points} <span class="meta">${t('panel.over', { count: shared, number: number(shared) })}</span>`;
}

function isThere(value) {
  return value !== null && value !== undefined;
}

customElements.define('yol-panel-progress', PanelProgress);
