/**
 * What pages overwrite, taken once at load. Awaiting needs no Promise of the page, and bags of options have no prototype, so that what a page hangs on
 * Object.prototype is neither sent nor obeyed.
 */
export const { fetch, setTimeout, clearTimeout, AbortController, CustomEvent, DataView, Date, IntersectionObserver, Map, Math, Number, RegExp, Set, String, TextEncoder, URL } = window;
export const { parse, stringify } = JSON;
const { keys } = Object;
const random = window.crypto;
export const { subtle } = random;

/** @returns {object} the fields alone, without a prototype */
export const bag = (fields) => ({ __proto__: null, ...fields });

/** Awaits a thing with a then, so that no Promise of the page is in the way. */
export const pause = (milliseconds) => bag({ then: (resolve) => setTimeout(resolve, milliseconds || 0) });

/** What the address brings behind the #, where nothing but the page itself sees it. */
export function brought(name) {
  const found = new RegExp('[#&]' + name + '=([^&]+)').exec(location.hash);
  return found && found[1];
}

/** JSON as bags, or null where the text is none. */
export function read(text) {
  try {
    return parse(text, (name, value) => (value && typeof value === 'object' && !Array.isArray(value) ? bag(value) : value));
  } catch {
    return null;
  }
}

/** An id of 122 random bits; randomUUID is not there on pages without TLS. */
export function mint() {
  const bytes = random.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  let id = '';
  for (let at = 0; at < 16; at++) {
    id += (at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '') + (bytes[at] + 256).toString(16).slice(1);
  }
  return id;
}

/** An element with attributes and children; text stays text, so nothing here needs a trusted type. */
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name of keys(attributes)) {
    if (attributes[name] != null) element.setAttribute(name, attributes[name]);
  }
  for (const child of children) {
    if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
  return element;
}
