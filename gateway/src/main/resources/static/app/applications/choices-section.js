import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../components/toasts.js';
import { placeName } from '../components/pieces.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';

/** Ranks places by buttons, so that a keyboard or a thumb is enough; tells each move. Fires `ranked` with the ids. */
class Choices extends View {
  static properties = {
    places: { attribute: false },
    choices: { attribute: false },
    rankAtMost: { attribute: false },
    error: { attribute: false },
  };

  #focusNext = null;

  updated() {
    if (!this.#focusNext) return;
    this.#focusNext
      .map((id) => this.querySelector(`[id="${id}"]`))
      .find((button) => button && !button.disabled)
      ?.focus();
    this.#focusNext = null;
  }

  render() {
    const chosen = this.choices.map((id) => this.places?.find((place) => place.id === id) ?? { id });
    const free = (this.places ?? []).filter(({ id }) => !this.choices.includes(id));
    const full = this.rankAtMost && chosen.length >= this.rankAtMost;
    return html` <p>${t('choices.intro', { count: this.rankAtMost ?? this.places?.length ?? 0 })}</p>
      ${chosen.length === 0 ? html`<p class="hint">${t('choices.none')}</p>` : nothing}
      <ol class="ranking" id="choices" aria-label=${t('form.choices')}>
        ${repeat(
          chosen,
          ({ id }) => id,
          (place, index) => this.#renderChoice(place, index, chosen.length),
        )}
      </ol>
      ${full ? html`<p class="hint">${t('choices.full')}</p>` : this.#renderAdd(free)}
      ${this.error ? html`<small class="field-error" id="choices-error">${this.error}</small>` : nothing}`;
  }

  #renderChoice(place, index, count) {
    const name = placeName(place.host && place);
    return html`<li>
      <span class="rank" aria-hidden="true">${index + 1}</span>
      <span class="rank-name">${name}</span>
      <span class="buttons">
        <button
          type="button"
          class="icon-button"
          id="up-${place.id}"
          ?disabled=${index === 0}
          aria-label=${t('choices.up', { place: name })}
          @click=${() => this.#move(place.id, index, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          class="icon-button"
          id="down-${place.id}"
          ?disabled=${index === count - 1}
          aria-label=${t('choices.down', { place: name })}
          @click=${() => this.#move(place.id, index, 1)}
        >
          ↓
        </button>
        <button
          type="button"
          class="icon-button"
          id="remove-${place.id}"
          aria-label=${t('choices.remove', { place: name })}
          @click=${() => this.#remove(place.id)}
        >
          ×
        </button>
      </span>
    </li>`;
  }

  #renderAdd(free) {
    if (free.length === 0) return nothing;
    return html`<div class="add-line">
      <div>
        <label for="choice-add">${t('choices.add')}</label>
        <select
          id="choice-add"
          aria-invalid=${this.error ? 'true' : nothing}
          aria-describedby=${this.error ? 'choices-error' : nothing}
        >
          ${free.map((place) => html`<option value=${place.id}>${placeName(place)}</option>`)}
        </select>
      </div>
      <button type="button" class="secondary" id="choice-add-button" @click=${this.#add}>
        ${t('choices.addButton')}
      </button>
    </div>`;
  }

  #add() {
    this.#rank([...this.choices, this.querySelector('#choice-add').value]);
    this.#focusNext = ['choice-add-button'];
  }

  #move(id, index, by) {
    const ranked = this.choices.filter((other) => other !== id);
    ranked.splice(index + by, 0, id);
    this.#rank(ranked);
    this.#focusNext = by < 0 ? [`up-${id}`, `down-${id}`] : [`down-${id}`, `up-${id}`];
    const place = placeName(this.places.find((each) => each.id === id));
    announce({ text: t('choices.moved', { place, rank: index + by + 1 }), silent: true });
  }

  #remove(id) {
    this.#rank(this.choices.filter((other) => other !== id));
    this.#focusNext = ['choice-add'];
  }

  #rank(ids) {
    this.dispatchEvent(new CustomEvent('ranked', { detail: ids }));
  }
}

customElements.define('yol-choices', Choices);
