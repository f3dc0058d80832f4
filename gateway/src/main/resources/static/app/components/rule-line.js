import { html, nothing } from 'lit';
import { t } from '../core/texts.js';

const SIGNS = { met: '✓', 'not-met': '✗', unknown: '?' };

/** A rule of a call with what it says of the reader. */
export function ruleLine({ missingText, ...rule }) {
  return line(rule, missingText);
}

/** The same, where what is not known can be filled in: `fieldOf` answers where, `go` leads there. */
export function ruleLineTo({ missing, missingText, ...rule }, fieldOf, go) {
  const [first] = missing;
  if (!first) return line(rule, missingText);
  return line(
    rule,
    html`<a
      href="#${fieldOf(first)}"
      @click=${(event) => {
        event.preventDefault();
        go(fieldOf(first));
      }}
      >${missingText}</a
    >`,
  );
}

function line({ answer, requirement, reason }, missing) {
  return html`<li class="rule rule-${answer}">
    <span class="rule-sign" aria-hidden="true">${SIGNS[answer]}</span>
    <span
      ><span class="visually-hidden">${t(`eligible.answer.${answer}`)}: </span>${requirement}
      ${reason || missing ? html`<small>${reason ? html`${reason}${missing ? '. ' : nothing}` : nothing}${missing}</small>` : nothing}</span
    >
  </li>`;
}
