/** The reader's own preferences at the notifications service: language of texts and messages, and e-mail. */
import { api } from '../core/api.js';
import { session } from '../core/session.js';
import { texts } from '../core/texts.js';

/** Reads them, which also makes the reader known to the service, and speaks the language chosen there. */
export async function loadPreferences() {
  const answer = await api.get('/api/preferences');
  if (answer.body.language !== texts.language) await texts.use(answer.body.language);
  return answer;
}

/** Changes some of them against the version just read. */
export async function changePreferences(change) {
  const { body, version } = await api.get('/api/preferences');
  const { language, email } = { ...body, ...change };
  return api.put('/api/preferences', { language, email }, { version });
}

/** Speaks another language at once, and remembers it for messages when somebody is signed in. */
export async function chooseLanguage(language) {
  await texts.use(language);
  if (session.authenticated) await changePreferences({ language });
}
