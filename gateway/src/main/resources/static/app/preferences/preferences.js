/** The reader's own preferences at the notifications service: language of texts and messages, and e-mail. */
import { api } from '../core/api.js';
import { session } from '../core/session.js';
import { rememberChoice, rememberedChoice, texts } from '../core/texts.js';

/** As last read or written, so that a change is sent at once, even when the page is left in the same moment. */
let latest = null;

/**
 * Reads them, which also makes the reader known to the service, and speaks the language chosen there. Who has chosen
 * none there yet, as in a new account, gets the one they chose before they signed in.
 */
export async function loadPreferences() {
  latest = await api.get('/api/preferences', { quiet: true });
  const before = rememberedChoice();
  if (before && !latest.body.chosen && before !== latest.body.language) await changePreferences({ language: before });
  if (latest.body.language !== texts.language) await texts.use(latest.body.language);
  return latest.body;
}

/** Changes some of them; a change made elsewhere meanwhile stays, as far as it is about something else. */
export async function changePreferences(change) {
  latest ??= await api.get('/api/preferences');
  try {
    latest = await put(change);
  } catch (problem) {
    if (!problem.is?.('stale-version')) throw problem;
    latest = await api.get('/api/preferences');
    latest = await put(change);
  }
  return latest.body;
}

async function put(change) {
  const { language, email } = { ...latest.body, ...change };
  const answer = await api.put('/api/preferences', { language, email }, { version: latest.version, keepalive: true });
  return answer.body && answer.version ? answer : api.get('/api/preferences');
}

/** Speaks another language at once, and remembers it for messages when somebody is signed in. */
export async function chooseLanguage(language) {
  await texts.use(language);
  if (session.authenticated) await changePreferences({ language });
  else rememberChoice(language);
}
