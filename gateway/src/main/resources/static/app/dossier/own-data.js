import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { fileSize } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';

const DOWNLOADS = {
  data: { path: '/api/profile/export', type: 'application/zip', name: 'yol-my-data.zip' },
  messages: { path: '/api/notifications/export', type: 'application/json', name: 'yol-my-messages.json' },
};

/** What is held of the reader: to take along, and the way to have it erased. */
class OwnData extends Form {
  static properties = { came: { state: true }, saved: { state: true } };

  #asking = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  render() {
    return html`<section class="panel" id="own-data" aria-labelledby="own-data-heading">
      <h2 id="own-data-heading">${t('ownData.title')}</h2>
      <p>${t('ownData.text')}</p>
      <div class="buttons">${this.#button('data')} ${this.#button('messages')}</div>
      <p role="status" id="own-data-state">
        ${this.saving ? t('ownData.coming', { size: fileSize(this.came) }) : this.saved ? t('ownData.saved', { name: this.saved }) : nothing}
      </p>
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      <p><a href="/profile/erasure" id="to-erasure">${t('ownData.erase')}</a></p>
    </section>`;
  }

  #button(which) {
    return html`<button
      type="button"
      class="secondary outline"
      id="download-${which}"
      aria-busy=${this.saving === which}
      ?disabled=${this.saving}
      @click=${() => this.#take(which)}
    >
      ${t(`ownData.${which}`)}
    </button>`;
  }

  #take(which) {
    const { path, type, name } = DOWNLOADS[which];
    this.#asking = new AbortController();
    this.came = 0;
    this.saved = null;
    return this.save(async () => {
      const take = (answer, moved) => this.#whole(answer, moved);
      const { body } = await api.download(path, type, take, { signal: this.#asking.signal });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(body);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href));
      this.saved = name;
    }, which);
  }

  /** Half an archive is none: what a broken line leaves is not saved. */
  async #whole(answer, moved) {
    const parts = [];
    const reader = answer.body.getReader();
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        moved();
        parts.push(part.value);
        this.came += part.value.length;
      }
    } catch {
      throw Problem.broken(t('ownData.broken'));
    }
    return new Blob(parts);
  }
}

customElements.define('yol-own-data', OwnData);
