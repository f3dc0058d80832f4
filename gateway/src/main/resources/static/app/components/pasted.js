/** Says it when a field takes only the beginning of what is pasted, which browsers keep to themselves. */
import { t } from '../core/texts.js';
import { announce } from './toasts.js';

export function tellOfCutPastes() {
  document.addEventListener('paste', ({ target, clipboardData }) => {
    // Only fields that hold texts have a limit; -1 is none.
    if (!(target.maxLength > 0)) return;
    const selected = target.selectionEnd - target.selectionStart;
    const room = target.maxLength - target.value.length + selected;
    const over = clipboardData.getData('text').replaceAll('\r\n', '\n').length - room;
    if (over > 0) announce(t('limits.cut', { count: over }));
  });
}
