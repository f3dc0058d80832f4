import { html, nothing } from 'lit';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { waits } from '../core/waiting.js';

const SECOND = 1_000;

/** Says that something is waited for and tried again by itself, and how long until then. One for the whole site. */
class WaitingNotice extends View {
  #changed = () => this.requestUpdate();
  #timer = null;

  connectedCallback() {
    super.connectedCallback();
    waits.addEventListener('change', this.#changed);
    // What waits quietly may become worth showing with time.
    this.#timer = setInterval(this.#changed, SECOND);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    waits.removeEventListener('change', this.#changed);
    clearInterval(this.#timer);
  }

  render() {
    const { shown } = waits;
    const next = shown.filter(({ trying }) => !trying).sort((one, other) => one.until - other.until)[0];
    const why = shown.some(({ problem }) => problem.status !== 0) ? 'busy' : 'away';
    return html`<div class="waiting" id="waiting" ?hidden=${shown.length === 0}>
      <div role="status">
        ${shown.length ? html`<p><strong>${t(`waiting.${why}`)}</strong> ${t('waiting.byItself')}</p>` : nothing}
      </div>
      ${shown.length ? this.#renderCountdown(next) : nothing}
    </div>`;
  }

  /** For the eye only: read aloud each second it would be in the way of everything else. */
  #renderCountdown(next) {
    const count = next ? Math.max(1, Math.ceil((next.until - Date.now()) / SECOND)) : 0;
    return html`<div class="waiting-line">
      <p aria-hidden="true" id="waiting-countdown">${next ? t('waiting.next', { count }) : t('waiting.trying')}</p>
      <div class="buttons">
        <button type="button" id="waiting-now" ?disabled=${!next} @click=${() => waits.tryNow()}>
          ${t('waiting.now')}
        </button>
        <button type="button" class="secondary outline" id="waiting-stop" @click=${() => waits.stop()}>
          ${t('waiting.stop')}
        </button>
      </div>
    </div>`;
  }
}

customElements.define('yol-waiting', WaitingNotice);
