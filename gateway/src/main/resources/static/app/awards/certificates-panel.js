import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { applicantName, field } from '../components/pieces.js';
import { saveFile } from '../components/saved-file.js';
import { api } from '../core/api.js';
import { now } from '../core/clock.js';
import { date } from '../core/format.js';
import { session } from '../core/session.js';
import { t, word } from '../core/texts.js';
import { Form } from '../core/view.js';
import { kindName, revocation, said } from './certificate-found.js';

const PDF = 'application/pdf';
const REASONS = ['mistake', 'ended', 'other'];

/** Certificates: to take along for the student; for the coordinator, what they come from, and how they end. */
class CertificatesPanel extends Form {
  static properties = {
    application: { attribute: false },
    version: { attribute: false },
    certificates: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('application')) this.#read();
  }

  render() {
    const own = session.is('student');
    return html`<section class="panel" id="certificates" aria-labelledby="certificates-heading">
      <h2 id="certificates-heading">${t(own ? 'certificate.title' : 'certificate.titleOthers')}</h2>
      ${own && this.certificates?.length ? html`<p>${t('certificate.text')}</p>` : nothing}
      ${this.certificates?.length === 0 && this.application.state !== 'accepted' ? html`<p>${t('certificate.soon')}</p>` : nothing}
      ${this.certificates?.map((each) => this.#renderOne(each))}
      <yol-problem .problem=${this.saveProblem}></yol-problem>
      ${this.#may('award') ? this.#renderAward() : nothing} ${this.#may('complete') ? this.#renderCompletion() : nothing}
    </section>`;
  }

  #renderOne(certificate) {
    const { id, kind, since, endedOn, revoked, jwt } = certificate;
    return html`<article class="certificate" data-kind=${kind}>
      <h3>${kindName(kind)}</h3>
      ${revoked ? html`<p class="notice notice-problem">${t('certificate.revokedTitle')}</p>` : nothing}
      <dl class="fact-list">
        ${endedOn ? said(t('certificate.ended'), date(endedOn)) : nothing}
        ${said(t('certificate.issued'), date(since.slice(0, 10)))} ${revoked ? revocation(revoked) : nothing}
      </dl>
      <div class="buttons no-print">
        ${
          jwt
            ? html`<button
                  type="button"
                  class="certificate-pdf"
                  aria-busy=${this.saving === id}
                  ?disabled=${this.saving}
                  @click=${() => this.#takePdf(id)}
                >
                  ${t('certificate.pdf')}
                </button>
                <button
                  type="button"
                  class="secondary outline certificate-jwt"
                  @click=${() => saveFile(`yol-certificate-${id}.jwt`, 'application/vc+jwt', jwt)}
                >
                  ${t('certificate.jwt')}
                </button>`
            : nothing
        }
        <a href="/certificates/${id}">${t('certificate.page')}</a>
      </div>
      ${session.is('coordinator') && !revoked ? this.#renderRevocation(certificate) : nothing}
    </article>`;
  }

  #renderAward() {
    return html`<p>${t('certificate.awardText', { student: applicantName(this.application.student) })}</p>
      <button type="button" id="award" aria-busy=${this.saving === 'award'} ?disabled=${this.saving} @click=${this.#award}>
        ${t('certificate.awardAct')}
      </button>`;
  }

  #renderCompletion() {
    return html`<form id="completion-form" novalidate @submit=${this.#complete}>
      <p>${t('certificate.completeText', { student: applicantName(this.application.student) })}</p>
      ${field({
        id: 'completion-endedOn',
        label: t('certificate.ended'),
        error: this.saveProblem?.errors?.find(({ pointer }) => pointer === '/endedOn')?.detail,
        control: ({ described, invalid }) =>
          html`<input
            type="date"
            id="completion-endedOn"
            name="endedOn"
            max=${new Date(now()).toISOString().slice(0, 10)}
            required
            aria-describedby=${described}
            aria-invalid=${invalid}
          />`,
      })}
      <button type="submit" id="complete" aria-busy=${this.saving === 'complete'} ?disabled=${this.saving}>
        ${t('certificate.completeAct')}
      </button>
    </form>`;
  }

  #renderRevocation(certificate) {
    const { kind } = certificate;
    return html`<details class="quiet no-print revocation">
      <summary>${t('certificate.revokeAct')}</summary>
      <form novalidate @submit=${(event) => this.#revoke(event, certificate)}>
        <p>${t('certificate.revokeIntro')}</p>
        ${field({
          id: `revocation-reason-${kind}`,
          label: t('certificate.reasonField'),
          control: () =>
            html`<select id="revocation-reason-${kind}" name="reason">
              ${REASONS.map((reason) => html`<option value=${reason}>${word('certificate.reasons', reason)}</option>`)}
            </select>`,
        })}
        ${field({
          id: `revocation-words-${kind}`,
          label: t('certificate.wordsField'),
          error: this.saveProblem?.errors?.find(({ pointer }) => pointer === '/words')?.detail,
          control: ({ described, invalid }) =>
            html`<textarea
              id="revocation-words-${kind}"
              name="words"
              rows="3"
              maxlength="2000"
              aria-describedby=${described}
              aria-invalid=${invalid}
            ></textarea>`,
        })}
        <button type="submit" class="secondary" aria-busy=${this.saving === 'revoke'} ?disabled=${this.saving}>
          ${t('certificate.revokeAct')}
        </button>
      </form>
    </details>`;
  }

  async #award() {
    const student = applicantName(this.application.student);
    const agreed = await confirmed({
      title: t('certificate.awardAct'),
      text: t('certificate.awardText', { student }),
      action: t('certificate.awardAct'),
    });
    if (agreed) await this.#press('award', `${this.#path}/award`, {}, this.version);
  }

  #complete(event) {
    event.preventDefault();
    const endedOn = new FormData(event.target).get('endedOn') || null;
    return this.#press('complete', `${this.#path}/completion`, { endedOn }, this.version);
  }

  async #revoke(event, { id, version }) {
    event.preventDefault();
    const typed = new FormData(event.target);
    const body = { reason: typed.get('reason'), words: typed.get('words').trim() };
    const agreed = await confirmed({
      title: t('certificate.revokeAct'),
      text: t('certificate.revokeIntro'),
      action: t('certificate.revokeAct'),
      danger: true,
    });
    if (agreed) await this.#press('revoke', `/api/awards/${id}/revocation`, body, version);
  }

  #press(name, path, body, version) {
    return this.save(async () => {
      await api.post(path, body, { version });
      this.dispatchEvent(new CustomEvent('changed', { detail: { said: t('certificate.recorded') } }));
    }, name);
  }

  #takePdf(id) {
    return this.save(async () => {
      const { body } = await api.download(`/api/awards/${id}/certificate.pdf`, PDF, (answer) => answer.blob());
      saveFile(`yol-certificate-${id}.pdf`, PDF, body);
    }, id);
  }

  async #read() {
    try {
      this.certificates = (await api.get(`${this.#path}/certificates`, { quiet: true })).body;
    } catch {
      this.certificates ??= null;
    }
  }

  #may(action) {
    return this.application.actions?.includes(action);
  }

  get #path() {
    return `/api/applications/${encodeURIComponent(this.application.id)}`;
  }
}

customElements.define('yol-certificates', CertificatesPanel);
