import { html } from 'lit';
import { LEVELS, WORDS } from '../core/domain.js';
import { labelledSelect } from '../components/labelled-select.js';
import { t, word } from '../core/texts.js';
import { addLine, removeButton } from './editor-fields.js';
import { rulesEditor } from './editor-rules.js';
import { shown } from './own-words.js';
import { withCategory, withoutCategory } from './particulars-draft.js';

/** People whom seats may be kept for, each with what they fulfil besides. */
export function categoriesSection(form) {
  const { draft, change } = form;
  const free = WORDS.category.filter((keyword) => !draft.categories.some(({ id }) => id === keyword));
  return html`<section class="panel" aria-labelledby="categories-heading">
    <h2 id="categories-heading">${t('editor.categories')}</h2>
    <p>${t('editor.categoriesIntro')}</p>
    <div id="categories">${draft.categories.map((category, index) => categoryRow(form, category, index))}</div>
    ${addLine({
      id: 'add-category',
      label: t('editor.addCategory'),
      button: t('choices.addButton'),
      words: free.map((keyword) => shown(draft.names, 'category', keyword)),
      add: (words) => change(withCategory(draft, words)),
    })}
  </section>`;
}

function categoryRow({ draft, errors, change }, category, index) {
  const id = `categories-${index}`;
  const name = shown(draft.names, 'category', category.id);
  const set = (part) =>
    change({ categories: draft.categories.map((other, at) => (at === index ? { ...other, ...part } : other)) });
  return html`<fieldset class="rule-row category-row" id=${id} tabindex="-1">
    <legend>${name}</legend>
    ${labelledSelect({
      id: `${id}-level`,
      label: t('editor.categoryLevel'),
      options: LEVELS.map((level) => [level, word('level', level)]),
      value: category.level,
      blank: t('editor.anyLevel'),
      change: (level) => set({ level }),
    })}
    ${rulesEditor({
      id: `${id}-eligibility`,
      adding: `${id}-add-rule`,
      rules: category.eligibility,
      errors,
      change: (eligibility) => set({ eligibility }),
    })}
    ${removeButton({
      id: `${id}-remove`,
      label: t('choices.remove', { place: name }),
      press: () => change(withoutCategory(draft, category.id)),
    })}
  </fieldset>`;
}
