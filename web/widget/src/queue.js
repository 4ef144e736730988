import { ask } from './door.js';
import { next } from './retry.js';
import { Date, Map, bag, clearTimeout, read, setTimeout, stringify } from './own.js';
import { solve } from './proof.js';
import { forget, keep, kept } from './store.js';

/** All that this page still has to bring to the door, by name. */
const waiting = new Map();

/**
 * Brings a body to the door, again and again under its one name until the door has taken or refused it.
 *
 * @param {{name: string, url: string, body: string, at: number, kept?: boolean}} entry kept: it outlives the page
 * @param {function(string, ?object)} tell hears 'waiting', 'stored' or 'refused', and the door's words
 */
export function send(entry, tell = () => {}) {
  const before = waiting.get(entry.name);
  if (before) clearTimeout(before.timer);
  if (entry.kept) keep(entry);
  const job = { entry, tell, tries: 0, timer: 0 };
  waiting.set(entry.name, job);
  return attempt(job);
}

async function attempt(job) {
  const { entry } = job;
  job.timer = -1;
  const sent = job.proof ? stringify(bag({ ...read(entry.body), proof: job.proof })) : entry.body;
  const { status, retryAfter, body } = await ask(entry.url, sent);
  const asked = body?.challenge;
  if (asked) job.proof = job.proof ? null : await solve(body);
  if (waiting.get(entry.name) !== job) return;
  if (asked && job.proof) return attempt(job);
  const verdict = next(status, retryAfter, job.tries++);
  if (typeof verdict === 'number') {
    job.timer = setTimeout(() => attempt(job), verdict);
    job.tell('waiting', body);
    return;
  }
  waiting.delete(entry.name);
  if (entry.kept) forget(entry.name);
  job.tell(verdict, body);
}

/** Takes up what an earlier page left behind, but no draft that another page may still hold. */
export function resume() {
  const now = Date.now();
  for (const entry of kept()) {
    if (!waiting.has(entry.name) && !(entry.notBefore > now)) send(entry);
  }
}

window.addEventListener('online', () => {
  for (const job of waiting.values()) {
    if (job.timer === -1) continue;
    clearTimeout(job.timer);
    attempt(job);
  }
  resume();
});
