/** Fields of the editor; `form` is `{draft, errors, change}` and ids follow the pointers of the request. */
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { field } from '../components/pieces.js';
import { languageName } from '../core/format.js';
import { t } from '../core/texts.js';

export function inputField(form, name, { type = 'text', hint, optional, min, max, step, list, label = t(`editor.${name}`) } = {}) {
  return field({
    id: name,
    label,
    hint,
    optional,
    error: form.errors[name],
    control: ({ described, invalid }) =>
      html`<input
        id=${name}
        name=${name}
        type=${type}
        min=${min ?? nothing}
        max=${max ?? nothing}
        step=${step ?? nothing}
        list=${list ?? nothing}
        .value=${form.draft[name] ?? ''}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @input=${(event) => form.change({ [name]: event.target.value })}
      />`,
  });
}

export function selectField(form, name, options, { hint, label = t(`editor.${name}`) } = {}) {
  return field({
    id: name,
    label,
    hint,
    error: form.errors[name],
    control: ({ described, invalid }) =>
      html`<select
        id=${name}
        name=${name}
        aria-describedby=${described}
        aria-invalid=${invalid}
        @change=${(event) => form.change({ [name]: event.target.value })}
      >
        ${options.map(([value, label]) => html`<option value=${value} .selected=${form.draft[name] === value}>${label}</option>`)}
      </select>`,
  });
}

/** A part that is not for every call: open from the beginning where something stands in it, and when it is wrong. */
export function optionalPart({ id, summary, isThere, isWrong, content }) {
  return html`<details id=${id ?? nothing} ?open=${guard([Boolean(isWrong)], () => Boolean(isThere || isWrong))}>
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

/** Whether something is wrong in the fields whose ids begin so. */
export function isWrongIn(errors, ...beginnings) {
  return Object.keys(errors).some((name) => beginnings.some((beginning) => name.startsWith(beginning)));
}

/** One field of a row or of a part, whose value and change are not those of the draft. */
export function partField({ id, label, value, change, error, hint, optional, type = 'text', min, max, list, lang, lines }) {
  return field({
    id,
    label,
    hint,
    optional,
    error,
    control: ({ described, invalid }) =>
      lines
        ? html`<textarea
            id=${id}
            rows=${lines}
            lang=${lang ?? nothing}
            maxlength=${max ?? nothing}
            .value=${value ?? ''}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => change(event.target.value)}
          ></textarea>`
        : html`<input
            id=${id}
            type=${type}
            lang=${lang ?? nothing}
            list=${list ?? nothing}
            min=${type === 'number' ? (min ?? nothing) : nothing}
            max=${type === 'number' ? (max ?? nothing) : nothing}
            maxlength=${type === 'number' ? nothing : (max ?? nothing)}
            inputmode=${type === 'number' ? 'numeric' : nothing}
            .value=${value ?? ''}
            aria-describedby=${described}
            aria-invalid=${invalid}
            @input=${(event) => change(event.target.value)}
          />`,
  });
}

/** The same text side by side in several languages; `id` is followed by the language. */
export function languageFields({ id, languages, text = {}, change, errors, max, lines }) {
  return html`<div class="form-grid">
    ${languages.map((language) =>
      partField({
        id: `${id}-${language}`,
        label: languageName(language),
        lang: language,
        value: text[language],
        change: (value) => change({ ...text, [language]: value }),
        error: errors[`${id}-${language}`],
        optional: true,
        max,
        lines,
      }),
    )}
  </div>`;
}

/** Takes a row away. */
export function removeButton({ id, label, press, disabled = false }) {
  return html`<button type="button" class="icon-button" id=${id} aria-label=${label} ?disabled=${disabled} @click=${press}>
    ×
  </button>`;
}

/** A line to type something into that is added by a press or the Enter key; `press` is the id of its button. */
export function addLine({ id, label, button = label, press = `${id}-button`, words = [], add }) {
  const take = (line) => {
    const input = line.querySelector('input');
    if (!input.value.trim()) return;
    add(input.value);
    input.value = '';
  };
  const pressed = (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    take(event.target.closest('.add-line'));
  };
  return html`<div class="add-line">
    <div>
      <label for=${id}>${label}</label>
      <input id=${id} list="${id}-words" maxlength="200" autocomplete="off" @keydown=${pressed} />
      <datalist id="${id}-words">${words.map((each) => html`<option value=${each}></option>`)}</datalist>
    </div>
    <button
      type="button"
      class="secondary"
      id=${press}
      @click=${(event) => take(event.target.closest('.add-line'))}
    >
      ${button}
    </button>
  </div>`;
}

export function checkboxes(form, name, options, { hint, label = t(`editor.${name}`) } = {}) {
  const chosen = form.draft[name] ?? [];
  const toggle = (value, on) =>
    form.change({ [name]: on ? [...chosen, value] : chosen.filter((other) => other !== value) });
  return html`<fieldset id=${name} tabindex="-1" aria-describedby=${form.errors[name] ? `${name}-error` : nothing}>
    <legend>${label}</legend>
    ${hint ? html`<small>${hint}</small>` : nothing}
    <div class="checks">
      ${options.map(
        ([value, label]) =>
          html` <label
            ><input
              type="checkbox"
              id="${name}-${value}"
              name=${name}
              value=${value}
              .checked=${chosen.includes(value)}
              @change=${(event) => toggle(value, event.target.checked)}
            />
            ${label}</label
          >`,
      )}
    </div>
    ${form.errors[name] ? html`<small class="field-error" id="${name}-error">${form.errors[name]}</small>` : nothing}
  </fieldset>`;
}
