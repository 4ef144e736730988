import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { answers, choose, door, element, keptIn, put, said, script, surveys, visit } from './stage.mjs';

/** Hashes that the widget does before it lets the page have its turn. */
const SLICE = 256;
const send = (page) => page.getByRole('button', { name: 'Send' }).click();
const post = (body) => fetch(door + '/w/v1/responses', { method: 'POST', body: JSON.stringify(body) });

/** Uses up what the survey takes without a proof. */
async function flood(survey) {
  let status = 200;
  for (let number = 0; status === 200; number++) ({ status } = await post({ survey: surveys[survey], response: 'flood-' + number, score: 1 }));
  assert.equal(status, 429);
}

/** Counts how often the page has its turn, and how often it had when each answer was posted. */
const watch = () => {
  const { port1, port2 } = new MessageChannel();
  const { fetch } = window;
  let turns = 0;
  port1.onmessage = () => port2.postMessage(++turns);
  port2.postMessage(0);
  window.turnsAtPost = [];
  window.fetch = (url, options) => {
    if (url.endsWith('/w/v1/responses')) window.turnsAtPost.push(turns);
    return fetch(url, options);
  };
};

test('a flooded survey takes the answer of a page that works for it, and the page goes on meanwhile', async () => {
  const { page, posted } = await visit(null);
  await page.addInitScript(watch);
  await page.goto(put(element('flooded') + script()));
  await choose(page, 4);
  await flood('flooded');
  await send(page);
  await said(page, 'Thank you');

  const [first, second, ...more] = answers(posted);
  const { proof, ...same } = second;
  const [, bits, , nonce] = proof.split('.');
  const [before, after] = await page.evaluate(() => window.turnsAtPost);
  assert.deepEqual(more, []);
  assert.deepEqual(same, first);
  assert.equal(bits, '12');
  assert.match(createHash('sha256').update(proof).digest('hex'), /^000/);
  assert.ok(after - before >= Math.floor(nonce / SLICE));
  const again = await post(second);
  assert.equal(again.status, 200);
  assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
});

test('a page without hashes, as those without TLS are, waits as long as it is asked to', async () => {
  const { page, posted } = await visit(null);
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }));
  await page.goto(put(element('insecure') + script()));
  await choose(page, 4);
  await flood('insecure');
  await send(page);
  await said(page, 'could not be sent yet');

  assert.deepEqual(answers(posted).map(({ proof }) => proof), [undefined]);
  assert.equal((await keptIn(page)).length, 1);
});

test('a door that takes no proof is not worked for again before it asks to', async () => {
  const { page, posted } = await visit(null);
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After', 'Retry-After': '3000' };
  const body = '{"code":"PROOF_NEEDED","challenge":"c.","bits":4}';
  await page.route(door + '/w/v1/responses', (route) => route.fulfill({ status: 429, headers, body }));
  await page.goto(put(element('stubborn') + script()));
  await choose(page, 4);
  await send(page);
  await said(page, 'could not be sent yet');

  const [first, second, ...more] = answers(posted);
  assert.equal(first.proof, undefined);
  assert.match(second.proof, /^c\.\d+$/);
  assert.deepEqual(more, []);
});
