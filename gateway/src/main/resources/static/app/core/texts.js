/** The words of the user interface: message files in `/texts`, English where a translation is missing. */
import { LANGUAGES } from './contracts.js';
import { fileOf } from './files.js';
import { Problem } from './problem.js';
import { device, setCookie } from './storage.js';
import { fetched } from './transport.js';
import { patiently } from './waiting.js';

export { LANGUAGES };

const REMEMBERED = 'yol:language';
/** Chosen by somebody who had not signed in: a new account takes it. */
const CHOSEN = 'yol:language-chosen';
/** The gateway reads it, to give the page a title and its words before any script runs. */
const COOKIE = 'yol-language';
/** The languages browsers write dates and numbers in. Of the others they know little, or say so and write "2026 M11 26". */
const BROWSERS_WRITE = { en: 'en-GB', ja: 'ja', ru: 'ru' };

class Texts extends EventTarget {
  language = 'en';
  #messages = { en: {} };
  #plurals = new Intl.PluralRules('en');

  /** The language to begin with, before the preferences of a signed-in reader are known. */
  static preferred() {
    return [device.get(REMEMBERED), ...preferredByReader()].find((language) => language in LANGUAGES) ?? 'en';
  }

  /** Changes the language of the whole page; everything that shows words draws itself again on `change`. */
  async use(language) {
    if (!(language in LANGUAGES)) return;
    await this.#load(language);
    device.set(REMEMBERED, language);
    setCookie(COOKIE, language);
    this.#speak(language);
  }

  /** The same for as long as somebody looks at something: it is not remembered. */
  async show(language) {
    await this.#load(language);
    this.#speak(language);
  }

  #speak(language) {
    this.language = language;
    // Where a browser has no rules for it, one is one and the rest is other, as in all of these languages.
    this.#plurals = new Intl.PluralRules([language, 'en']);
    document.documentElement.lang = language;
    this.dispatchEvent(new Event('change'));
    // For what has no translation yet; nobody waits for it.
    if (language !== 'en') this.#load('en').catch(() => {});
  }

  /** Whether `Intl` has words for dates in this language; else they stand among the texts. */
  get writtenByBrowsers() {
    return this.language in BROWSERS_WRITE;
  }

  /**
   * For `Intl`. English is read far from America: the day comes before the month, and clocks show 24 hours. Numbers are
   * written in Central Asia as they are in Russian.
   */
  get locale() {
    return BROWSERS_WRITE[this.language] ?? 'ru';
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
    const quiet = () => !Object.values(this.#messages).some(({ loaded }) => loaded);
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

/** Remembers what somebody chose before signing in. */
export function rememberChoice(language) {
  device.set(CHOSEN, language);
}

/** Whether somebody has chosen before signing in. */
export function hasChosen() {
  return device.get(CHOSEN) in LANGUAGES;
}

/** What was chosen before signing in, or null; asked for, it is forgotten. */
export function rememberedChoice() {
  const language = device.get(CHOSEN);
  device.remove(CHOSEN);
  return language in LANGUAGES ? language : null;
}

export const t = (key, values) => texts.text(key, values);
export const word = (group, name) => texts.word(group, name);

function preferredByReader() {
  return navigator.languages.map((tag) => tag.split('-')[0]);
}

/**
 * One of several language versions of a text written by people: the reader's language, else one their browser prefers,
 * else English, else any; before all, the one `wanted` for this text. Answers `{text, lang, fallback}` so that the page
 * can say when it is not the reader's language.
 */
export function localized(versions = {}, wanted = null) {
  const order = [wanted, texts.language, ...preferredByReader(), 'en', ...Object.keys(versions)];
  const lang = order.find((language) => versions[language]);
  return {
    text: versions[lang] ?? '',
    lang: lang ?? texts.language,
    fallback: Boolean(lang) && lang !== texts.language && lang !== wanted,
  };
}

/** A keyword of a call as people read it: by the name the call gives it, else by that of the catalogue. */
export function named({ names = [] }, group, keyword) {
  const own = names.find((name) => name.keyword === keyword);
  return own ? localized(own.text).text : word(group, keyword);
}
