import { html, nothing } from 'lit';
import { writtenText } from '../components/pieces.js';
import { api } from '../core/api.js';
import { now } from '../core/clock.js';
import { number } from '../core/format.js';
import { t } from '../core/texts.js';
import { View } from '../core/view.js';
import { callEnd } from '../applications/application-facts.js';
import { panelAddress } from '../panels/panel-address.js';

export const TODO = ['unscored', 'undecided', 'unpublished', 'unanswered'];
const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Whether a call closes within a week from now. */
export function closesSoon(closes, now) {
  const left = new Date(closes) - now;
  return left > 0 && left < WEEK;
}

/** What a coordinator still has to do with the applications to their calls. Where nothing is left, nothing is shown. */
class WorkLeft extends View {
  static properties = { calls: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.calls?.length) return nothing;
    return html`<section class="panel work-left" id="work-left" aria-labelledby="work-left-heading">
      <h2 id="work-left-heading">${t('workLeft.title')}</h2>
      <ul>
        ${this.calls.map(
          (call) =>
            html`<li>
              <a href="/manage/calls/${call.callId}/applications">${call.title ? writtenText(call.title) : call.callId}</a>
              ${call.closes && closesSoon(call.closes, now()) ? callEnd(call) : nothing}
              <span class="chips">
                ${TODO.filter((todo) => call.todo[todo]).map(
                  (todo) =>
                    html`<a class="chip" href="/manage/calls/${call.callId}/applications?todo=${todo}"
                      >${t(`todo.${todo}`)} <strong>${number(call.todo[todo])}</strong></a
                    >`,
                )}
                ${call.todo.unscored ? html`<a class="panel-link" href=${panelAddress(call.callId)}>${t('panel.title')}</a>` : nothing}
              </span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** Beside the list of programmes, which is shown in any case. */
  async #read() {
    const { body } = await api.get('/api/applications/counts/todo', { quiet: true }).catch(() => ({}));
    this.calls = body ?? null;
  }
}

customElements.define('yol-work-left', WorkLeft);
