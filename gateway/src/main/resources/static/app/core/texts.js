/** The words of the user interface: message files in `/texts`, English where a translation is missing. */
import { fileOf } from './files.js';
import { Problem } from './problem.js';
import { fetched } from './transport.js';
import { patiently } from './waiting.js';

export const LANGUAGES = { en: 'English', ja: '日本語', ru: 'Русский' };

const REMEMBERED = 'yol:language';

class Texts extends EventTarget {
  language = 'en';
  #messages = { en: {} };
  #plurals = new Intl.PluralRules('en');

  /** The language to begin with, before the preferences of a signed-in reader are known. */
  static preferred() {
    const wanted = [localStorage.getItem(REMEMBERED), ...navigator.languages].map((tag) => tag?.slice(0, 2));
    return wanted.find((language) => language in LANGUAGES) ?? 'en';
  }

  /** Changes the language of the whole page; everything that shows words draws itself again on `change`. */
  async use(language) {
    if (!(language in LANGUAGES)) return;
    await Promise.all([this.#load('en'), this.#load(language)]);
    localStorage.setItem(REMEMBERED, language);
    this.language = language;
    this.#plurals = new Intl.PluralRules(language);
    document.documentElement.lang = language;
    this.dispatchEvent(new Event('change'));
  }

  /** The text for a key such as `inbox.unread`; `{name}` is filled from values, plural forms follow `values.count`. */
  text(key, values = {}) {
    const message = find(this.#messages[this.language], key) ?? find(this.#messages.en, key) ?? key;
    const form = typeof message === 'string' ? message : (message[this.#plurals.select(values.count)] ?? message.other);
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  }

  /** The text for a word of the domain such as `documents.passport`; a word nobody translated is shown readably. */
  word(group, name) {
    const key = `${group}.${name}`;
    const message = find(this.#messages[this.language], key) ?? find(this.#messages.en, key);
    return typeof message === 'string' ? message : readable(name);
  }

  async #load(language) {
    if (this.#messages[language]?.loaded) return;
    // Without any words there is nothing to say about waiting for them.
    const quiet = () => !this.#messages.en.loaded;
    this.#messages[language] = { ...(await patiently(() => file(language), { quiet })), loaded: true };
  }
}

async function file(language) {
  const { answer, body } = await fetched(fileOf(`texts/${language}.json`), { method: 'GET' });
  if (!answer.ok) throw Problem.of(answer, body);
  return body;
}

function find(messages, key) {
  return key.split('.').reduce((part, name) => part?.[name], messages);
}

function readable(name = '') {
  const words = String(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const texts = new Texts();
export const preferredLanguage = Texts.preferred;
export const t = (key, values) => texts.text(key, values);
export const word = (group, name) => texts.word(group, name);

/**
 * One of several language versions of a text written by people: the reader's language, else English, else any.
 * Answers `{text, lang, fallback}` so that the page can say when it is not the reader's language.
 */
export function localized(versions = {}) {
  const lang = [texts.language, 'en', ...Object.keys(versions)].find((language) => versions[language]);
  return {
    text: versions[lang] ?? '',
    lang: lang ?? texts.language,
    fallback: Boolean(lang) && lang !== texts.language,
  };
}
