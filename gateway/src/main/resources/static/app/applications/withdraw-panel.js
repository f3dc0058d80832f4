import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { field } from '../components/pieces.js';
import { announce } from '../components/toasts.js';
import { now } from '../core/clock.js';
import { api } from '../core/api.js';
import { router } from '../core/router.js';
import { t } from '../core/texts.js';
import { Form } from '../core/view.js';

/** Taking an application back, whatever was saved last, with a reason if the student likes to give one. */
class WithdrawPanel extends Form {
  static properties = { application: { attribute: false } };

  render() {
    const words = this.#words;
    return html`<details class="panel quiet" id="withdraw">
      <summary>${t(`${words}.title`)}</summary>
      <form @submit=${this.#withdraw}>
        <p>${t(`${words}.text`)} ${t(this.#end())}</p>
        ${
          this.#isUnsent
            ? nothing
            : field({
                id: 'withdraw-reason',
                label: t('withdraw.reason'),
                optional: true,
                control: () => html` <input id="withdraw-reason" name="reason" maxlength="500" />`,
              })
        }
        <yol-problem .problem=${this.saveProblem}></yol-problem>
        <button type="submit" class="danger outline" aria-busy=${this.saving} ?disabled=${this.saving}>
          ${t(`${words}.button`)}
        </button>
      </form>
    </details>`;
  }

  /** A draft that was never sent is nothing that could be taken back: it is deleted. */
  get #isUnsent() {
    const { state, earlierReceipts } = this.application;
    return state === 'draft' && !earlierReceipts?.length;
  }

  get #words() {
    return this.#isUnsent ? 'withdraw.draft' : 'withdraw';
  }

  #end() {
    if (this.#isUnsent) return 'withdraw.draft.end';
    return new Date(this.application.closes) > now() ? 'withdraw.notTheEnd' : 'withdraw.theEnd';
  }

  async #withdraw(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason')?.trim();
    const unsent = this.#isUnsent;
    const agreed = await confirmed({
      title: t(`${this.#words}.confirmTitle`),
      text: unsent ? t('withdraw.draft.text') : `${t('withdraw.confirmText')} ${t(this.#end())}`,
      action: t(`${this.#words}.button`),
      danger: true,
    });
    if (!agreed) return;
    await this.save(async () => {
      const path = `/api/applications/${encodeURIComponent(this.application.id)}`;
      const { version } = await api.get(path);
      await api.post(`${path}/withdrawal`, reason ? { reason } : {}, { version });
      if (unsent) {
        router.go('/applications');
        announce(t('withdraw.draft.done'));
      } else this.dispatchEvent(new CustomEvent('changed', { detail: { said: t('withdraw.done') } }));
    });
  }
}

customElements.define('yol-withdraw', WithdrawPanel);
