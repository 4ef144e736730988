/**
 * What pages overwrite, taken once at load. Awaiting needs no Promise of the page, and bags of options have no prototype, so that what a page hangs on
 * Object.prototype is neither sent nor obeyed.
 */
export const { fetch, setTimeout, clearTimeout, AbortController, CustomEvent, DataView, Date, IntersectionObserver, Map, Math, Number, RegExp, Set, String, TextEncoder, URL } = window;
export const { parse, stringify } = JSON;
export const { keys } = Object;
const random = window.crypto;
export const { subtle } = random;

/** @returns {object} the fields alone, without a prototype */
export const bag = (fields) => ({ __proto__: null, ...fields });

/** @returns {Array} a list at which JSON is not told otherwise by the page: old libraries make lists JSON within JSON */
export function list(items) {
  items.toJSON = undefined;
  return items;
}

/** Awaits a thing with a then, so that no Promise of the page is in the way. */
export const pause = (milliseconds) => bag({ then: (resolve) => setTimeout(resolve, milliseconds || 0) });

/** What the address brings behind the #, where nothing but the page itself sees it. */
export function brought(name) {
  const found = new RegExp('[#&]' + name + '=([^&]+)').exec(location.hash);
  return found?.[1];
}

/** JSON as bags and lists, or null where the text is none. */
export function read(text) {
  try {
    return parse(text, (name, value) => (value && typeof value === 'object' ? (Array.isArray(value) ? list : bag)(value) : value));
  } catch {
    return null;
  }
}

/** An id of 122 random bits; randomUUID is not there on pages without TLS. */
export const mint = () =>
  '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => (digit ^ (random.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16));

/** An element with attributes and children; text stays text, so nothing here needs a trusted type. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name of keys(attributes)) {
    if (attributes[name] != null) element.setAttribute(name, attributes[name]);
  }
  for (const child of children) {
    if (child) element.append(child);
  }
  return element;
}
