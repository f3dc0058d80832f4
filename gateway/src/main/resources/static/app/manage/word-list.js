import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WORDS } from '../core/domain.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { addLine } from './editor-fields.js';
import { shown, spoken } from './own-words.js';

/**
 * Keywords in their order, of a catalogue or typed in words of one's own. Fires `changed` with `{keywords, names}`.
 */
class WordList extends View {
  static properties = {
    fieldId: { attribute: false },
    group: { attribute: false },
    label: { attribute: false },
    hint: { attribute: false },
    error: { attribute: false },
    keywords: { attribute: false },
    names: { attribute: false },
  };

  #focusNext = null;

  updated() {
    if (!this.#focusNext) return;
    this.#focusNext
      .map((id) => this.querySelector(`[id="${id}"]`))
      .find((element) => element && !element.disabled)
      ?.focus();
    this.#focusNext = null;
  }

  render() {
    const { fieldId, group, label, hint, error, keywords } = this;
    const describedBy = [hint && `${fieldId}-hint`, error && `${fieldId}-error`].filter(Boolean).join(' ');
    return html`<fieldset id=${fieldId} tabindex="-1" aria-describedby=${describedBy || nothing}>
      <legend>${label}</legend>
      ${hint ? html`<small id="${fieldId}-hint">${hint}</small>` : nothing}
      <ol class="ranking words">
        ${repeat(
          keywords,
          (keyword) => keyword,
          (keyword, index) => this.#renderWord(keyword, index),
        )}
      </ol>
      ${addLine({
        id: `${fieldId}-add`,
        label: t('editor.addWord'),
        button: t('choices.addButton'),
        words: WORDS[group].filter((keyword) => !keywords.includes(keyword)).map((each) => shown(this.names, group, each)),
        add: (words) => this.#add(words),
      })}
      ${error ? html`<small class="field-error" id="${fieldId}-error">${error}</small>` : nothing}
    </fieldset>`;
  }

  #renderWord(keyword, index) {
    const { fieldId, keywords } = this;
    const place = shown(this.names, this.group, keyword);
    const button = (name, sign, press, disabled = false) =>
      html`<button
        type="button"
        class="icon-button"
        id="${fieldId}-${name}-${keyword}"
        ?disabled=${disabled}
        aria-label=${t(`choices.${name}`, { place })}
        @click=${press}
      >
        ${sign}
      </button>`;
    return html`<li>
      <span class="rank-name">${place}</span>
      <span class="buttons">
        ${button('up', '↑', () => this.#move(keyword, index, -1), index === 0)}
        ${button('down', '↓', () => this.#move(keyword, index, 1), index === keywords.length - 1)}
        ${button('remove', '×', () => this.#remove(keyword))}
      </span>
    </li>`;
  }

  #add(words) {
    const { keyword, names } = spoken(words, this.group, this.names);
    this.#change([...new Set([...this.keywords, keyword])], names);
  }

  #move(keyword, index, by) {
    const moved = this.keywords.filter((other) => other !== keyword);
    moved.splice(index + by, 0, keyword);
    this.#change(moved);
    const ways = by < 0 ? ['up', 'down'] : ['down', 'up'];
    this.#focusNext = ways.map((way) => `${this.fieldId}-${way}-${keyword}`);
  }

  #remove(keyword) {
    this.#change(this.keywords.filter((other) => other !== keyword));
    this.#focusNext = [`${this.fieldId}-add`];
  }

  #change(keywords, names = this.names) {
    this.dispatchEvent(new CustomEvent('changed', { detail: { keywords, names } }));
  }
}

customElements.define('yol-words', WordList);
