import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { documentNote } from '../components/pieces.js';
import { api } from '../core/api.js';
import { FILE_ENDINGS } from '../core/domain.js';
import { dateTime, fileSize, number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { named, t } from '../core/texts.js';
import { ofFile, refusedFile } from '../core/uploads.js';
import { View } from '../core/view.js';
import { documentLinks, scanRead } from './application-facts.js';
import { DocumentUpload } from './document-upload.js';

const PDF = 'application/pdf';

/** The documents a call asks for: upload with progress, replace, remove; what is wrong stands at the document. */
class Documents extends View {
  static properties = {
    application: { attribute: false },
    keeper: { attribute: false },
    errors: { attribute: false },
    uploads: { state: true },
    problems: { state: true },
  };

  constructor() {
    super();
    this.uploads = {};
    this.problems = {};
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    Object.values(this.uploads).forEach((upload) => upload.cancel());
  }

  /** Whether a file is on its way, which ends where this is no longer shown. */
  get busy() {
    return Object.keys(this.uploads).length > 0;
  }

  render() {
    const { requiredDocuments = [], documents = [] } = this.application;
    const extra = documents.map(({ kind }) => kind).filter((kind) => !requiredDocuments.includes(kind));
    return html`<p>${t('documents.intro')}</p>
      ${requiredDocuments.length === 0 ? html`<p class="hint">${t('documents.none')}</p>` : nothing}
      <ul class="documents" id="documents">
        ${[...requiredDocuments, ...extra].map((kind) =>
          this.#renderDocument(
            kind,
            documents.find((document) => document.kind === kind),
          ),
        )}
      </ul>`;
  }

  #renderDocument(kind, document) {
    const name = named(this.application, 'document', kind);
    const types = this.#types(kind);
    const upload = this.uploads[kind];
    const error = this.problems[kind] ? null : this.errors?.[`/documents/${kind}`];
    return html`<li class="document" data-testid="document-${kind}">
      <div>
        <strong>${name}</strong>
        ${documentNote(this.application, kind)}
        ${types.includes(PDF) ? nothing : html`<p class="meta">${t('documents.pictures')}</p>`}
        ${
          document
            ? html`<p class="meta">
                <span class="tick" aria-hidden="true">✓</span> ${document.name} · ${fileSize(document.size)} ·
                ${dateTime(document.at)}
              </p>
              ${scanRead(this.application, document)}
              ${document.type?.startsWith('image/') ? this.#renderPreview(name, document) : nothing}
              ${document.locationRemoved ? html`<p class="meta">${t('documents.locationRemoved')}</p>` : nothing}`
            : html`<p class="meta">${t('documents.missing')}</p>`
        }
        ${upload ? this.#renderUpload(kind, name, upload) : nothing}
        <yol-problem .problem=${this.problems[kind]}></yol-problem>
        ${error ? html`<small class="field-error" id="document-${kind}-error">${error}</small>` : nothing}
      </div>
      <div class="buttons">
        ${document ? documentLinks(this.application, document) : nothing}
        <label class="upload" for="document-${kind}" ?hidden=${upload}>
          <span
            >${document ? t('documents.replace') : t('documents.choose')}<span class="visually-hidden"
              >: ${name}</span
            ></span
          >
          <input
            type="file"
            id="document-${kind}"
            name="document-${kind}"
            data-label=${name}
            accept=${types.flatMap((type) => FILE_ENDINGS[type]).join(',')}
            aria-describedby=${error ? `document-${kind}-error` : nothing}
            aria-invalid=${error ? 'true' : nothing}
            @change=${(event) => this.#chosen(kind, event.target)}
          />
        </label>
        ${
          document && !upload
            ? html`<button
                type="button"
                class="icon-button"
                id="remove-document-${kind}"
                aria-label=${t('documents.remove', { document: name })}
                @click=${() => this.#remove(kind, name)}
              >
                ×
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  /** Another digest is another address, so that what was there before is not shown again. */
  #renderPreview(name, { kind, sha256 }) {
    return html`<img
      class="document-preview"
      src="${this.#path(kind)}?${this.application.correction ? 'correction=true&' : ''}${sha256.slice(0, 16)}"
      alt=${t('documents.preview', { document: name })}
    />`;
  }

  #renderUpload(kind, name, { sent, checking, waitsFor }) {
    return html`<progress max="1" .value=${sent} aria-label=${t('documents.sending', { document: name })}></progress>
      <p class="meta" role="status">
        ${checking ? t('documents.checking') : t('documents.sent', { percent: number(sent, { style: 'percent' }) })}
      </p>
      ${waitsFor ? html`<p class="notice" role="status">${this.#whyItWaits(waitsFor)}</p>` : nothing}
      <p class="buttons">
        ${
          waitsFor
            ? html`<button type="button" id="again-document-${kind}" @click=${() => this.uploads[kind].now()}>
                ${t('action.tryAgain')}<span class="visually-hidden">: ${name}</span>
              </button>`
            : nothing
        }
        <button
          type="button"
          class="secondary outline"
          id="cancel-document-${kind}"
          @click=${() => this.uploads[kind].cancel()}
        >
          ${t('action.cancel')}<span class="visually-hidden">: ${name}</span>
        </button>
      </p>`;
  }

  #whyItWaits(problem) {
    if (problem.status !== 0) return html`<strong>${problem.title}</strong> ${problem.detail}`;
    if (!navigator.onLine) return t('documents.offline');
    return html`<strong>${t('documents.stalledTitle')}</strong> ${t('documents.stalled')}`;
  }

  async #chosen(kind, input) {
    const [file] = input.files;
    if (!file) return;
    const refusal = refusedFile(file, this.#types(kind));
    this.problems = { ...this.problems, [kind]: refusal };
    // So that the same file can be chosen again.
    input.value = '';
    if (!refusal) await this.#send(kind, file);
  }

  async #send(kind, file) {
    const upload = new DocumentUpload(this.#path(kind), file);
    upload.addEventListener('change', () => this.requestUpdate());
    this.uploads = { ...this.uploads, [kind]: upload };
    this.#focus(kind, `cancel-document-${kind}`);
    try {
      const sent = await upload.send();
      await this.keeper.doing((version) => api.put(this.#path(kind), sent, { version }), {
        done: (now, before) => isNewly(kind, sent.sha256, now, before),
      });
    } catch (thrown) {
      if (!upload.cancelled) this.problems = { ...this.problems, [kind]: ofFile(Problem.from(thrown)) };
    } finally {
      const { [kind]: ended, ...rest } = this.uploads;
      this.uploads = rest;
      this.#focus(kind, `document-${kind}`);
    }
  }

  async #remove(kind, name) {
    const agreed = await confirmed({
      title: t('documents.removeTitle', { document: name }),
      text: t('documents.removeText'),
      action: t('documents.removeButton'),
      danger: true,
    });
    if (!agreed) return;
    this.problems = { ...this.problems, [kind]: null };
    try {
      await this.keeper.doing(
        (version) => api.delete(this.#path(kind), { version }).then(again(this.application.id)),
        { done: (now) => !documentOf(now, kind) },
      );
      this.#focus(kind, `document-${kind}`);
    } catch (thrown) {
      this.problems = { ...this.problems, [kind]: Problem.from(thrown) };
    }
  }

  /** What was pressed is gone: whoever was at it goes on in its row, and not at the top of the page. */
  async #focus(kind, id) {
    const row = this.querySelector(`[data-testid="document-${kind}"]`);
    const here = row?.contains(document.activeElement) || document.activeElement === document.body;
    await this.updateComplete;
    if (here) this.querySelector(`#${CSS.escape(id)}`)?.focus();
  }

  #types(kind) {
    return this.application.documentTypes?.[kind] ?? Object.keys(FILE_ENDINGS);
  }

  #path(kind) {
    return `/api/applications/${encodeURIComponent(this.application.id)}/documents/${encodeURIComponent(kind)}`;
  }
}

function documentOf({ documents = [] }, kind) {
  return documents.find((document) => document.kind === kind);
}

/** Whether this file has come since, though nobody heard of it. */
function isNewly(kind, sha256, now, before) {
  const document = documentOf(now, kind);
  return document?.sha256 === sha256 && document.at !== documentOf(before, kind)?.at;
}

/** A removal may answer nothing: then the application is read again. */
function again(id) {
  return (answer) => (answer.body ? answer : api.get(`/api/applications/${encodeURIComponent(id)}`));
}

customElements.define('yol-documents', Documents);
