/** Fields of the editor; `form` is `{draft, errors, change}` and ids follow the pointers of the request. */
import { html, nothing } from 'lit';
import { field } from '../components/pieces.js';
import { t } from '../core/texts.js';

export function inputField(form, name, { type = 'text', hint, optional, min, max, list } = {}) {
  return field({
    id: name,
    label: t(`editor.${name}`),
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
