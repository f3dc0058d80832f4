/**
 * What somebody last read of what is theirs to write, kept on this device: without a network they read it here and write
 * on. Signing out forgets it, as it forgets what was typed.
 */
import { HELD, keep, kept } from './kept.js';
import { session } from './session.js';

/** Keeps what the server has just said of a thing. */
export function hold(thing, { body, version }) {
  keep(session.account, nameOf(thing), { body, version });
}

/**
 * Reads a thing by `read(options)`, which answers like `api.get`. While no answer comes, what was last read here is
 * answered instead, and `arrived` is called when the server has answered after all.
 */
export async function readHeld(thing, read, arrived = () => {}) {
  let instead = null;
  const answer = new Promise((resolve, reject) => {
    const onWait = (problem) => {
      if (problem?.status !== 0 || instead) return;
      instead = kept(session.account, nameOf(thing));
      if (instead) resolve(instead);
    };
    read({ onWait }).then((read) => {
      hold(thing, read);
      resolve(read);
      if (instead) arrived(read);
    }, reject);
  });
  return answer;
}

function nameOf(thing) {
  return `${HELD}${thing}`;
}
