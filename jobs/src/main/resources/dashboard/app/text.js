/** The words of the page, in the language that was chosen. */
import { ask } from './data.js';

const LANGUAGES = { en: 'en-GB', fr: 'fr-FR' };
const STORED = 'chargelake.language';

let words = {};
let chosen = 'en';

export const languages = Object.keys(LANGUAGES);

export function language() {
  return chosen;
}

export function locale() {
  return LANGUAGES[chosen];
}

/** What was chosen before, else what the browser prefers, else English. */
export function preferredLanguage() {
  const wishes = [remembered(STORED), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wishes.find((wish) => languages.includes(wish)) ?? 'en';
}

export async function speak(name) {
  words = await ask(`i18n/${name}.json`);
  chosen = name;
  document.documentElement.lang = name;
}

export function rememberLanguage(name) {
  remember(STORED, name);
}

/** The text of a key with {names} filled in; the key itself, made readable, where there is none. */
export function t(key, values = {}) {
  const text = words[key] ?? readable(key);
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function knows(key) {
  return key in words;
}

/** The word for a code such as a status: word('status', 'out_of_service'). */
export function word(kind, code) {
  return code === null || code === undefined ? '' : t(`${kind}.${code}`);
}

function readable(key) {
  const bare = key.slice(key.lastIndexOf('.') + 1).replaceAll('_', ' ');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Settings outlive the page where the browser lets them. */
export function remembered(key) {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // a file opened from disk may have no storage: the setting then lasts as long as the page
  }
}
