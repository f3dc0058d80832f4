import { html } from 'lit';
import { writtenText } from '../components/pieces.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { programmeTitles } from './programme-titles.js';

/** What nobody may hold beside a place of a call, of some programmes. */
class ExcludedProgrammes extends View {
  static properties = {
    programmes: { attribute: false },
    titles: { state: true },
  };

  constructor() {
    super();
    this.titles = {};
  }

  willUpdate(changed) {
    if (changed.has('programmes')) programmeTitles(this.programmes).then((titles) => (this.titles = titles));
  }

  render() {
    return html`${t('particulars.excludesSome')}
      <ul>
        ${this.programmes.map(
          (id) => html`<li><a href="/programs/${id}">${this.titles[id] ? writtenText(this.titles[id]) : id}</a></li>`,
        )}
      </ul>`;
  }
}

customElements.define('yol-excluded-programmes', ExcludedProgrammes);
