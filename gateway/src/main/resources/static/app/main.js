/** Starts the page: words first, then who is reading, then the shell. */
import { preferredLanguage, texts } from './core/texts.js';
import { session } from './core/session.js';
import { loadPreferences } from './preferences/preferences.js';
import { announce } from './components/toasts.js';
import { t } from './core/texts.js';
import './shell/app.js';

await texts.use(preferredLanguage());
const app = document.querySelector('yol-app');
try {
  await session.load();
} catch (problem) {
  app.startProblem = problem;
}
app.ready = true;
if (session.authenticated) {
  loadPreferences().catch(() => announce(t('preferences.unavailable')));
}
