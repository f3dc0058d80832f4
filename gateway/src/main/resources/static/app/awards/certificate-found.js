import { html, nothing } from 'lit';
import { field, writtenText } from '../components/pieces.js';
import { date, dateTime } from '../core/format.js';
import { t, word } from '../core/texts.js';
import { View } from '../core/view.js';
import { isHolder, numberOf } from './credential-check.js';

/** What became of checking a certificate: `found` is `{finding, says, view}`. */
class CertificateFound extends View {
  static properties = {
    found: { attribute: false },
    compared: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('found')) this.compared = null;
  }

  render() {
    const { finding, says, view } = this.found;
    return html`<div class="notice notice-${finding === 'valid' ? 'good' : 'problem'}" id="finding" data-finding=${finding}>
        <p><strong>${t(`certificate.${finding}Title`)}</strong></p>
        <p>${t(`certificate.${finding}Text`)}</p>
        ${says ? facts(says, view) : nothing}
      </div>
      ${says ? this.#renderName() : nothing}`;
  }

  #renderName() {
    return html`<section class="panel" aria-labelledby="holder-heading">
      <h2 id="holder-heading">${t('certificate.name')}</h2>
      <p>${t('certificate.nameIntro')}</p>
      <form id="holder-form" novalidate @submit=${this.#compare}>
        ${field({
          id: 'holder-name',
          label: t('certificate.nameField'),
          control: () => html`<input id="holder-name" name="name" autocomplete="off" maxlength="200" />`,
        })}
        <button type="submit" id="compare-name" class="secondary outline">${t('verify.compare')}</button>
      </form>
      <div role="status">
        ${
          this.compared === null
            ? nothing
            : html`<p class="notice notice-${this.compared ? 'good' : 'problem'}" id="holder-found">
                <strong>${t(this.compared ? 'certificate.nameIs' : 'certificate.nameIsNot')}</strong>
              </p>`
        }
      </div>
    </section>`;
  }

  async #compare(event) {
    event.preventDefault();
    this.compared = await isHolder(this.found.says, new FormData(event.target).get('name'));
  }
}

/** Its kind, as papers call it. */
export function kindName(kind) {
  return t(kind === 'completion' ? 'certificate.completion' : 'certificate.award');
}

/** What it says, in the reader's language where the service knows it in that. */
function facts(says, view) {
  const { achievement, activityEndDate } = says.credentialSubject;
  return html`<dl class="fact-list" id="said">
    ${said(t('certificate.programme'), view ? writtenText(view.title) : achievement.name)}
    ${view?.provider && Object.keys(view.provider).length ? said(t('certificate.provider'), writtenText(view.provider)) : nothing}
    ${said(t('certificate.kind'), kindName(achievement.achievementType === 'Award' ? 'award' : 'completion'))}
    ${view ? said(t('certificate.place'), view.place) : nothing}
    ${activityEndDate ? said(t('certificate.ended'), date(activityEndDate.slice(0, 10))) : nothing}
    ${said(t('certificate.issued'), date(says.validFrom.slice(0, 10)))} ${view?.revoked ? revocation(view.revoked) : nothing}
    ${said(t('certificate.number'), html`<code>${numberOf(says)}</code>`)} ${said(t('verify.issuer'), says.issuer.url)}
  </dl>`;
}

/** When and why it was revoked; the words are there for its holder and those who revoked it. */
export function revocation({ reason, words, at }) {
  return html`${said(t('certificate.revokedAt'), dateTime(at))} ${said(t('certificate.reason'), word('certificate.reasons', reason))}
  ${words ? said(t('certificate.words'), words) : nothing}`;
}

/** A row of facts. */
export function said(name, value) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

customElements.define('yol-certificate-found', CertificateFound);
