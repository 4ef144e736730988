import { String, bag, read } from '../own.js';
// Those that are alike stand beside one another: so the file is smaller once it is gzipped.
import de from './de.js';
import en from './en.js';
import fr from './fr.js';
import es from './es.js';
import pt from './pt.js';
import ar from './ar.js';
import ja from './ja.js';
import hant from './zh-hant.js';
import zh from './zh.js';

const KNOWN = bag({ ar, de, en, es, fr, ja, pt, zh });
const HANT = /^zh-(hant|tw|hk|mo)\b/i;
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b|-(arab|hebr)\b/i;

/**
 * The widget's own words.
 *
 * @param {string} language BCP 47 tag of the survey
 * @param {?string} given JSON of words that the page would rather have, by the names of en.js
 * @returns {{words: object, language: string}} language: that of the words, English where nobody gave those of the survey's
 */
export function wordsIn(language, given) {
  const own = HANT.test(language) ? hant : KNOWN[language.toLowerCase().split('-')[0]];
  const others = read(given || '{}');
  return { words: bag({ ...(own || en), ...others }), language: own || given ? language : 'en' };
}

export const directionOf = (language) => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');

/** Digits as the language writes them. */
export function digitsIn(language) {
  try {
    return new Intl.NumberFormat(language).format;
  } catch {
    return String;
  }
}
