import { t } from '../core/texts.js';

/** Puts away what is over, or takes it back, as `yol-act` shows it: `send(act, typed, said)` sends it and says so. */
export function archiveAct({ archived, title, send }) {
  const [name, said] = archived ? ['return', 'changes.returned'] : ['archive', 'changes.archived'];
  const words = archived ? t('changes.return') : title;
  return {
    name,
    title: words,
    meaning: [t(`changes.${name}Intro`)],
    button: words,
    blank: { reason: '' },
    send: (typed) => send(name, typed, said),
  };
}
