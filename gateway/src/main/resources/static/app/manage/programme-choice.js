import { html } from 'lit';
import { writtenText } from '../components/pieces.js';
import { localized, t } from '../core/texts.js';
import { View } from '../core/view.js';
import { programmeTitles, publishedProgrammes } from '../programmes/programme-titles.js';
import { addLine, removeButton } from './editor-fields.js';

/** Programmes that are public, chosen by their titles. */
class ProgrammeChoice extends View {
  static properties = {
    fieldId: { attribute: false },
    label: { attribute: false },
    chosen: { attribute: false },
    all: { state: true },
    titles: { state: true },
  };

  constructor() {
    super();
    this.all = [];
    this.titles = {};
  }

  connectedCallback() {
    super.connectedCallback();
    publishedProgrammes().then((all) => (this.all = all));
  }

  willUpdate(changed) {
    if (changed.has('chosen')) programmeTitles(this.chosen).then((titles) => (this.titles = titles));
  }

  render() {
    const free = this.all.filter(({ id }) => !this.chosen.includes(id));
    return html`<ul class="chosen" id=${this.fieldId} tabindex="-1">
        ${this.chosen.map((id) => this.#renderChosen(id))}
      </ul>
      ${addLine({
        id: `${this.fieldId}-add`,
        label: this.label,
        button: t('choices.addButton'),
        words: free.map(({ title }) => localized(title).text),
        add: (words) => this.#add(words, free),
      })}`;
  }

  #renderChosen(id) {
    const title = this.titles[id];
    return html`<li>
      <span>${title ? writtenText(title) : id}</span>
      ${removeButton({
        id: `${this.fieldId}-remove-${id}`,
        label: t('choices.remove', { place: title ? localized(title).text : id }),
        press: () => this.#change(this.chosen.filter((other) => other !== id)),
      })}
    </li>`;
  }

  /** A title of the list; what is none of them is nothing that could be excluded. */
  #add(words, free) {
    const found = free.find(({ title }) => localized(title).text === words.trim());
    if (found) this.#change([...this.chosen, found.id]);
  }

  #change(chosen) {
    this.dispatchEvent(new CustomEvent('changed', { detail: { chosen } }));
  }
}

customElements.define('yol-programme-choice', ProgrammeChoice);
