/** Keeps the shell in the browser, when there is nothing better to do for the line. */
import { fileOf } from './files.js';
import { texts } from './texts.js';

/** Where it is forbidden or not known, pages work as before, with a network. */
export async function keepShell() {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    await keepWords();
    texts.addEventListener('change', () => keepWords());
  } catch (refused) {
    console.info('The shell is not kept:', refused.message);
  }
}

async function keepWords() {
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ keep: fileOf(`texts/${texts.language}.json`) });
}
