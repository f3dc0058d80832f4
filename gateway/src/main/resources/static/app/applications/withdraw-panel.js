import { html } from 'lit';
import { confirmed } from '../components/confirm.js';
import { field } from '../components/pieces.js';
import { now } from '../core/clock.js';
import { api } from '../core/api.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';

/** Taking an application back, whatever was saved last, with a reason if the student likes to give one. */
class WithdrawPanel extends Form {
  static properties = { application: { attribute: false } };

  render() {
    return html`<details class="panel quiet" id="withdraw">
      <summary>${t('withdraw.title')}</summary>
      <form @submit=${this.#withdraw}>
        <p>${t('withdraw.text')} ${t(this.#end())}</p>
        ${field({
          id: 'withdraw-reason',
          label: t('withdraw.reason'),
          optional: true,
          control: () => html` <input id="withdraw-reason" name="reason" maxlength="500" />`,
        })}
        <yol-problem .problem=${this.saveProblem}></yol-problem>
        <button type="submit" class="danger outline" aria-busy=${this.saving} ?disabled=${this.saving}>
          ${t('withdraw.button')}
        </button>
      </form>
    </details>`;
  }

  #end() {
    return new Date(this.application.closes) > now() ? 'withdraw.notTheEnd' : 'withdraw.theEnd';
  }

  async #withdraw(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason').trim();
    const agreed = await confirmed({
      title: t('withdraw.confirmTitle'),
      text: `${t('withdraw.confirmText')} ${t(this.#end())}`,
      action: t('withdraw.button'),
      danger: true,
    });
    if (!agreed) return;
    await this.save(async () => {
      const path = `/api/applications/${encodeURIComponent(this.application.id)}`;
      const { version } = await api.get(path);
      await api.post(`${path}/withdrawal`, reason ? { reason } : {}, { version });
      this.dispatchEvent(new CustomEvent('changed', { detail: {} }));
    });
  }
}

customElements.define('yol-withdraw', WithdrawPanel);
