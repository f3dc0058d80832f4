/** Starts the page: words first, then the shell; who is reading is waited for only so long. */
import { keepShell } from './core/offline.js';
import { preferredLanguage, texts } from './core/texts.js';
import { session } from './core/session.js';
import { loadPreferences } from './preferences/preferences.js';
import { tellOfCutPastes } from './components/pasted.js';
import { announce } from './components/toasts.js';
import { t } from './core/texts.js';
import './shell/app.js';

/** After this, what anybody may read is shown without knowing who reads it. */
const NO_LONGER = 1_500;

const app = document.querySelector('yol-app');
const known = session.load();
await texts.use(preferredLanguage());
const unknown = new Promise((resolve) => setTimeout(resolve, NO_LONGER));
await Promise.race([known, unknown]).catch(() => {});
app.ready = true;
tellOfCutPastes();
try {
  await known;
  if (session.authenticated) await loadPreferences().catch(() => announce(t('preferences.unavailable')));
} catch (problem) {
  app.startProblem = problem;
}
// The first page comes before what makes the next visit better.
await keepShell();
