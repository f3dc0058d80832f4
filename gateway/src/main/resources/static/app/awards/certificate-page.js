import { html, nothing } from 'lit';
import { writtenText } from '../components/pieces.js';
import { Problem } from '../core/problem.js';
import { t } from '../core/texts.js';
import { Page } from '../core/view.js';
import { kindName, revocation, said } from './certificate-found.js';
import { foundCredential, readCertificate } from './credential-found.js';

/** A certificate that somebody was shown: is it genuine, and still valid? For anybody, without an account. */
class CertificatePage extends Page {
  static properties = {
    number: {},
    view: { state: true },
    found: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    if (!this.view) return this.renderWaiting(t('certificate.pageTitle'), () => this.#read());
    return html`<div class="title-block">
        <h1>${kindName(this.view.kind)}</h1>
        <p>${t('certificate.pageIntro')}</p>
      </div>
      <div role="status">
        ${this.found ? html`<yol-certificate-found .found=${this.found}></yol-certificate-found>` : this.#renderErased()}
      </div>
      <p><a href="/verify">${t('certificate.another')}</a></p>`;
  }

  /** What was signed is not here any more; that it was, and whether it is valid, is. */
  #renderErased() {
    const { title, revoked } = this.view;
    return html`<div class="notice notice-warning" id="finding" data-finding="erased">
      <p><strong>${t('certificate.erasedTitle')}</strong></p>
      <p>${t('certificate.erasedText')}</p>
      <dl class="fact-list">
        ${said(t('certificate.programme'), writtenText(title))} ${revoked ? revocation(revoked) : nothing}
      </dl>
    </div>`;
  }

  #read() {
    return this.load(async () => {
      const view = await readCertificate(this.number);
      if (!view) throw new Problem({ status: 404 });
      this.found = view.jwt ? await foundCredential(view.jwt) : null;
      this.view = view;
    });
  }
}

customElements.define('yol-certificate-page', CertificatePage);
