import { Date, Math, Number, Set } from './own.js';

const AGAIN = new Set([408, 425, 429]);
const SHORTEST = 500;
const LONGEST = 60_000;

/**
 * What to do after an answer of the door.
 *
 * @param {number} status 0 where the network gave none
 * @param {?string} retryAfter header of that name: seconds or a date
 * @param {number} tries how often it was sent before
 * @returns {'stored' | 'refused' | number} milliseconds to wait where it is to be sent again: full jitter between 0.5 s and a bound that doubles up to
 *   60 s, and never less than the door asks for
 */
export function next(status, retryAfter, tries, random = Math.random(), now = Date.now()) {
  if (status >= 200 && status < 300) return 'stored';
  if (status && status < 500 && !AGAIN.has(status)) return 'refused';
  const bound = Math.min(LONGEST, SHORTEST * 2 ** (tries + 1));
  return asked(retryAfter, now) + SHORTEST + random * (bound - SHORTEST);
}

function asked(retryAfter, now) {
  if (!retryAfter) return 0;
  const seconds = Number(retryAfter);
  const wait = seconds >= 0 ? seconds * 1000 : Date.parse(retryAfter) - now;
  return wait > 0 ? wait : 0;
}
