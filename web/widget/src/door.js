import { AbortController, URL, bag, clearTimeout, fetch, read, setTimeout } from './own.js';

const DEADLINE = 15_000;
const script = document.currentScript;
const home = script?.src;

/**
 * Origin of the door.
 *
 * @param {?string} region an origin, or the name of a region that stands as the second label of the host that this script came from
 */
export function doorOf(region) {
  const at = new URL(home || location.href);
  if (!region) return at.origin;
  if (region.includes('://')) return new URL(region).origin;
  const labels = at.hostname.split('.');
  if (/^[a-z0-9-]+$/i.test(region) && labels.length > 2) labels[1] = region;
  return at.protocol + '//' + labels.join('.') + (at.port && ':' + at.port);
}

/**
 * Asks the door, by post where there is a body. As plain text a page may post it without asking first; keepalive lets it outlive the page.
 *
 * @returns {{status: number, retryAfter: ?string, body: ?object}} status 0 where there was no answer
 */
export async function ask(url, sent) {
  const options = sent ? { method: 'POST', body: sent, keepalive: true } : {};
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), DEADLINE);
  try {
    const answer = await fetch(url, bag({ mode: 'cors', credentials: 'omit', signal: abort.signal, ...options }));
    return { status: answer.status, retryAfter: answer.headers.get('Retry-After'), body: read(await answer.text()) };
  } catch {
    return { status: 0, retryAfter: null, body: null };
  } finally {
    clearTimeout(timer);
  }
}
