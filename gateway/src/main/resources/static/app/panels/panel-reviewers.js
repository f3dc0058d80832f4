import { html, nothing } from 'lit';
import { field, placeName } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { api } from '../core/api.js';
import { date, localDateTime, number, withOffset, zoneName } from '../core/format.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';
import { panelPath } from './panel-address.js';
import { addedUp, shareOf, withChanges } from './reviewer-loads.js';

/**
 * Who reviews at each place of a call, and by when. What is chosen is kept as what changes, so that a colleague's panel
 * saved in between is not undone. Tells `saved` with the panel as it is then.
 */
class PanelReviewers extends Form {
  static properties = {
    call: { attribute: false },
    panel: { attribute: false },
    /** How many applications each place has, by its id; null while that is not known. */
    applications: { attribute: false },
    lines: { attribute: false },
    changes: { state: true },
    due: { state: true },
  };

  constructor() {
    super();
    this.changes = {};
    this.due = null;
  }

  render() {
    const { panel } = this;
    const chosen = new Map(withChanges(panel.places, this.changes).map(({ placeId, reviewers }) => [placeId, reviewers]));
    const loads = new Map(addedUp(this.lines, 'reviewer').map(({ key, all }) => [key, all]));
    return html`<form id="panel-form" novalidate @submit=${this.#send}>
      <p>${t('panel.chooseIntro')}</p>
      ${panel.places.map((each, index) => this.#renderPlace(each, index, chosen.get(each.place.id), loads))}
      ${field({
        id: 'panel-due',
        label: t('panel.due'),
        hint: t('panel.dueHint', { zone: zoneName(this.call.zone) }),
        optional: true,
        error: this.#error('/dueBy'),
        control: ({ described, invalid }) =>
          html`<input
            id="panel-due"
            type="datetime-local"
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${this.due ?? this.#dueNow}
            @input=${(event) => (this.due = event.target.value)}
          />`,
      })}
      <yol-problem .problem=${this.saveProblem} .fieldOf=${(pointer) => this.#fieldOf(pointer)}></yol-problem>
      <p class="buttons">
        <button type="submit" id="panel-save" aria-busy=${this.saving === true} ?disabled=${this.saving || !this.#isChanged}>
          ${t('panel.save')}
        </button>
        ${this.#isChanged ? html`<span class="meta" role="status">${t('panel.unsaved')}</span>` : nothing}
      </p>
    </form>`;
  }

  #renderPlace({ place, candidates }, index, chosen, loads) {
    const applications = this.applications?.[place.id];
    const error = this.#errorIn(`/places/${index}`);
    const share = shareOf({ applications: applications ?? 0, reviews: this.panel.reviews, reviewers: chosen.length });
    return html`<fieldset class="panel-place" id="place-${place.id}" tabindex="-1" aria-describedby=${error ? `place-${place.id}-error` : nothing}>
      <legend>${placeName(place)}</legend>
      <p class="meta">
        ${applications === undefined ? nothing : html`${t('panel.applications', { count: applications, number: number(applications) })} · `}
        ${
          chosen.length
            ? html`${t('panel.chosen', { count: chosen.length, number: number(chosen.length) })}${share ? html` · ${t('panel.share', { count: share, number: number(share) })}` : nothing}`
            : t('panel.nobodyChosen')
        }
      </p>
      ${
        chosen.length && chosen.length < this.panel.reviews
          ? html`<p class="notice notice-warning">${t('panel.tooFew', { count: this.panel.reviews })}</p>`
          : nothing
      }
      ${candidates.length ? nothing : html`<p class="notice">${t('panel.noCandidates')}</p>`}
      <div class="checks">
        ${candidates.map((candidate) => this.#renderCandidate(place.id, candidate, chosen.includes(candidate.id), loads))}
      </div>
      ${error ? html`<small class="field-error" id="place-${place.id}-error">${error}</small>` : nothing}
    </fieldset>`;
  }

  #renderCandidate(placeId, { id, name, seen }, isChosen, loads) {
    const load = loads.get(id);
    return html`<label
      ><input type="checkbox" value=${id} .checked=${isChosen} @change=${(event) => this.#choose(placeId, id, event.target.checked)} />
      ${name}
      <span class="meta"
        >${load ? t('panel.load', { count: load, number: number(load) }) : t('panel.seen', { day: date(seen) })}</span
      ></label
    >`;
  }

  get #dueNow() {
    return this.panel.dueBy ? localDateTime(this.panel.dueBy, this.call.zone) : '';
  }

  get #isChanged() {
    const isOther = this.panel.places.some(({ place, reviewers }) =>
      Object.entries(this.changes[place.id] ?? {}).some(([id, whether]) => reviewers.includes(id) !== whether),
    );
    return isOther || (this.due !== null && this.due !== this.#dueNow);
  }

  #choose(placeId, id, whether) {
    this.changes = { ...this.changes, [placeId]: { ...this.changes[placeId], [id]: whether } };
  }

  #fieldOf(pointer) {
    const [, part, index] = pointer.split('/');
    return part === 'places' ? `place-${this.panel.places[index]?.place.id}` : 'panel-due';
  }

  #error(pointer) {
    return this.saveProblem?.errors?.find((error) => error.pointer === pointer)?.detail ?? null;
  }

  #errorIn(beginning) {
    return this.saveProblem?.errors?.find(({ pointer }) => pointer.startsWith(`${beginning}/`))?.detail ?? null;
  }

  async #send(event) {
    event.preventDefault();
    if (!(await this.save(() => this.#put(true)))) return;
    this.changes = {};
    this.due = null;
    announce(t('panel.saved'));
    this.dispatchEvent(new CustomEvent('saved', { detail: this.panel }));
  }

  /** What a colleague has saved in between is taken, with what was changed here on top of it. */
  async #put(again) {
    const path = panelPath(this.call.id);
    const due = this.due ?? this.#dueNow;
    const request = {
      places: withChanges(this.panel.places, this.changes),
      dueBy: due ? new Date(withOffset(due, this.call.zone)).toISOString() : null,
    };
    try {
      this.panel = (await api.put(path, request, { version: this.panel.version })).body;
    } catch (thrown) {
      if (!again || !thrown.is?.('stale-version')) throw thrown;
      this.panel = (await api.get(path)).body;
      await this.#put(false);
    }
  }
}

customElements.define('yol-panel-reviewers', PanelReviewers);
