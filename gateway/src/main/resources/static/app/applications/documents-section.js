import { html, nothing } from 'lit';
import { confirmed } from '../components/confirm.js';
import { documentNote } from '../components/pieces.js';
import { api } from '../core/api.js';
import { FILE_ENDINGS, LARGEST_FILE } from '../core/domain.js';
import { dateTime, fileSize, number } from '../core/format.js';
import { Problem } from '../core/problem.js';
import { named, t } from '../core/texts.js';
import { View } from '../core/view.js';
import { documentLink } from './application-facts.js';

const PDF = 'application/pdf';

/** The documents a call asks for: upload with progress, replace, remove; what is wrong stands at the document. */
class Documents extends View {
  static properties = {
    application: { attribute: false },
    keeper: { attribute: false },
    errors: { attribute: false },
    progress: { state: true },
    problems: { state: true },
  };

  constructor() {
    super();
    this.progress = {};
    this.problems = {};
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
    const sent = this.progress[kind];
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
              ${document.locationRemoved ? html`<p class="meta">${t('documents.locationRemoved')}</p>` : nothing}`
            : html`<p class="meta">${t('documents.missing')}</p>`
        }
        ${
          sent === undefined
            ? nothing
            : html`<progress max="1" .value=${sent} aria-label=${t('documents.sending', { document: name })}></progress>
                <p class="meta" role="status">
                  ${t('documents.sent', { percent: number(sent, { style: 'percent' }) })}
                </p>`
        }
        <yol-problem .problem=${this.problems[kind]}></yol-problem>
        ${error ? html`<small class="field-error" id="document-${kind}-error">${error}</small>` : nothing}
      </div>
      <div class="buttons">
        ${document ? documentLink(this.application, document) : nothing}
        <label class="upload" for="document-${kind}">
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
            ?disabled=${sent !== undefined}
            aria-describedby=${error ? `document-${kind}-error` : nothing}
            aria-invalid=${error ? 'true' : nothing}
            @change=${(event) => this.#chosen(kind, event.target)}
          />
        </label>
        ${
          document
            ? html`<button
                type="button"
                class="icon-button"
                id="remove-document-${kind}"
                ?disabled=${sent !== undefined}
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

  async #chosen(kind, input) {
    const [file] = input.files;
    if (!file) return;
    const refusal = refused(file, this.#types(kind));
    this.problems = { ...this.problems, [kind]: refusal };
    if (!refusal) await this.#send(kind, file);
    input.value = '';
  }

  #send(kind, file) {
    const onProgress = (sent) => (this.progress = { ...this.progress, [kind]: sent });
    onProgress(0);
    return this.#attempt(
      kind,
      (version) => api.upload(this.#path(kind), file, { version, onProgress, onWait: () => onProgress(0) }),
      (now, before) => isNewly(kind, file, now, before),
    );
  }

  async #remove(kind, name) {
    const agreed = await confirmed({
      title: t('documents.removeTitle', { document: name }),
      text: t('documents.removeText'),
      action: t('documents.removeButton'),
      danger: true,
    });
    if (agreed)
      await this.#attempt(
        kind,
        (version) => api.delete(this.#path(kind), { version }).then(again(this.application.id)),
        (now) => !documentOf(now, kind),
      );
  }

  async #attempt(kind, work, done) {
    this.problems = { ...this.problems, [kind]: null };
    try {
      await this.keeper.doing(work, { done });
    } catch (thrown) {
      this.problems = { ...this.problems, [kind]: Problem.from(thrown) };
    } finally {
      const { [kind]: done, ...rest } = this.progress;
      this.progress = rest;
    }
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
function isNewly(kind, file, now, before) {
  const document = documentOf(now, kind);
  return document?.name === file.name && document.size === file.size && document.at !== documentOf(before, kind)?.at;
}

/** A removal may answer nothing: then the application is read again. */
function again(id) {
  return (answer) => (answer.body ? answer : api.get(`/api/applications/${encodeURIComponent(id)}`));
}

/** What can be said without sending; the service looks into the bytes and has the last word. */
function refused(file, types) {
  if (file.size > LARGEST_FILE) {
    return new Problem({
      title: t('documents.tooLargeTitle'),
      detail: t('documents.tooLarge', { size: fileSize(file.size) }),
    });
  }
  if (file.type && !types.includes(file.type)) {
    const say = types.includes(PDF) ? 'documents.wrongType' : 'documents.wrongTypePicture';
    return new Problem({ title: t('documents.wrongTypeTitle'), detail: t(say, { name: file.name }) });
  }
  return null;
}

customElements.define('yol-documents', Documents);
