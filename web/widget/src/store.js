import { Date, Number, Set, bag, keys, list, read, stringify } from './own.js';

const ANSWER = 'tideline.answer.';
const SEEN = 'tideline.seen.';
const SHOWN = 'tideline.shown';
const MOST = 100;
const DAY = 86_400_000;
const LONGEST = 7 * DAY;

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
})();

/** That a survey was shown; it gives way to answers. */
const isShown = ({ name }) => name.endsWith('.shown');

/** Answers that wait for the door, one item each so that two tabs never write over each other; at most 100, at most 7 days. */
export function keep(entry) {
  quietly(() => {
    const all = kept();
    if (all.length >= MOST) all.sort((a, b) => isShown(b) - isShown(a) || a.at - b.at).slice(0, all.length - MOST + 1).forEach(({ name }) => forget(name));
    storage.setItem(ANSWER + entry.name, stringify(entry));
  });
}

export const forget = (name) => quietly(() => storage.removeItem(ANSWER + name));
export const isKept = (name) => quietly(() => storage.getItem(ANSWER + name) !== null);

/** All that wait, those that are too old or not ours to read removed. */
export const kept = () => quietly(() => keys(storage).filter((name) => name.startsWith(ANSWER)).map(entryOf).filter((entry) => entry)) || [];

function entryOf(item) {
  const entry = read(storage.getItem(item));
  const fine = entry && entry.at > Date.now() - LONGEST && [entry.name, entry.url, entry.body].every((text) => typeof text === 'string');
  if (!fine) storage.removeItem(item);
  return fine && entry;
}

/** Remembers that somebody answered or closed a popover. */
export const see = (key) => quietly(() => storage.setItem(SEEN + key, Date.now()));
export const seenWithin = (key, days) => quietly(() => Date.now() - Number(storage.getItem(SEEN + key)) < days * DAY);

/** Surveys that this page has shown: they stay when their elements are made anew. */
const here = new Set();
const isNote = (one) => one && one.at <= Date.now() && typeof one.at === 'number' && typeof one.type === 'string';
const notes = () => quietly(() => read(storage.getItem(SHOWN)).filter(isNote)) || [];

/** Remembers that a survey was shown at which contact rules look; newest first, at most 100. */
export function note(key, type) {
  here.add(key);
  quietly(() => storage.setItem(SHOWN, stringify(list([bag({ key, type, at: Date.now() }), ...notes()].slice(0, MOST)))));
}

/** The contact rule that keeps a survey away for longest, by what this browser was shown; as the service decides for those whom it knows. */
export const withheld = ({ contact = [] }, key) =>
  quietly(() => {
    const now = Date.now();
    let why;
    for (const { scope, days, most } of here.has(key) ? [] : contact) {
      const same = (one) => (scope === 'SURVEY' ? one.key === key : most || scope === 'ANY_SURVEY' || one.type.toUpperCase().startsWith(scope));
      const last = notes().filter(same)[(most || 1) - 1];
      const until = last && last.at + days * DAY;
      if (until > (why ? why.until : now)) why = bag({ reason: scope, until });
    }
    return why && bag({ ...why, until: new Date(why.until).toISOString() });
  });

/** A browser may refuse storage at any time; then nothing is kept. */
function quietly(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}
