import { html, nothing } from 'lit';
import { t } from '../core/texts.js';
import { faultsIn, labelOf } from './editor-sections.js';
import { fieldOf } from './editor-values.js';

/** The parts of the editor, each with what is missing in it. */
export function contents(sections, faults) {
  return html`<nav class="contents" aria-label=${t('editor.contents')}>
    <ol>
      ${sections.map((section) => entry(section, faultsIn(section, faults)))}
    </ol>
  </nav>`;
}

function entry({ id, title }, faults) {
  const heading = `${id}-heading`;
  return html`<li class=${faults.length ? 'is-missing' : 'is-complete'} data-section=${id}>
    <a href="#${heading}" @click=${(event) => jump(event, heading)}>
      <span class="contents-mark" aria-hidden="true">${faults.length ? '•' : '✓'}</span> ${t(title)}
      <span class="visually-hidden">(${faults.length ? t('editor.missing') : t('editor.complete')})</span>
    </a>
    ${faults.length ? faultLines(faults) : nothing}
  </li>`;
}

/** What is missing, each as the way to its field. */
export function faultLines(faults) {
  return html`<ul class="fault-lines">
    ${faults.map(
      ({ pointer, detail }) =>
        html`<li>
          <a href="#${fieldOf(pointer)}" @click=${(event) => jump(event, fieldOf(pointer))}>${labelOf(pointer)}</a>
          <span class="fault-detail">${detail}</span>
        </li>`,
    )}
  </ul>`;
}

function jump(event, id) {
  const target = document.getElementById(id);
  if (!target) return;
  event.preventDefault();
  target.closest('details')?.setAttribute('open', '');
  target.scrollIntoView({ block: id.endsWith('-heading') ? 'start' : 'center' });
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
