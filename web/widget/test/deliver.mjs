import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { absent, answers, choose, door, element, keptIn, put, said, script, stored, surveys, told, visit } from './stage.mjs';

const turn = (page, state) =>
  page.evaluate((to) => {
    Object.defineProperty(document, 'visibilityState', { value: to, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
const send = (page) => page.getByRole('button', { name: 'Send' }).click();
const later = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After', 'Retry-After': '7' };

/** Resolves once nothing of this origin waits for the door any more. */
const delivered = (page) =>
  page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith('tideline.answer.')));

test('an answer given without a network arrives once it is back', async () => {
  const { page, context, posted } = await visit(put(element('en') + script()));
  await choose(page, 7);
  await context.setOffline(true);
  await send(page);
  await said(page, 'could not be sent yet');
  await context.setOffline(false);
  await said(page, 'Thank you');

  const sent = answers(posted);
  assert.ok(sent.length > 1);
  assert.ok(sent.every((one) => JSON.stringify(one) === JSON.stringify(sent[0])));
  stored(sent[0]);
});

test('an answer outlives the page that could not send it', async () => {
  const { page, context, posted } = await visit(put(element('en') + script()));
  await choose(page, 3);
  await context.setOffline(true);
  await send(page);
  await said(page, 'could not be sent yet');
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(put(script()));
  await delivered(next);

  stored(answers(posted)[0]);
});

test('a browser that refuses storage loses nothing while the page lives', async () => {
  const { page, context, posted } = await visit(null);
  await page.addInitScript(() => (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }));
  await page.goto(put(element('en') + script()));
  await choose(page, 6);
  await turn(page, 'hidden');
  await turn(page, 'visible');
  await choose(page, 9);
  await context.setOffline(true);
  await send(page);
  await said(page, 'could not be sent yet');
  await context.setOffline(false);
  await said(page, 'Thank you');

  stored(answers(posted)[0]);
});

test('without storage nothing is kept and nothing lost while the page lives', async () => {
  const { page, context, posted } = await visit(put(element('en', 'storage="none"') + script()));
  await choose(page, 6);
  await context.setOffline(true);
  await send(page);
  await said(page, 'could not be sent yet');
  assert.deepEqual(await keptIn(page), []);
  await context.setOffline(false);
  await said(page, 'Thank you');

  stored(answers(posted)[0]);
});

test('comes back no earlier than a door that is away asks for', async () => {
  const { page, posted } = await visit(null);
  await page.clock.install();
  let away = true;
  await page.route(door + '/w/v1/responses', (route) => (away ? route.fulfill({ status: 503, headers: later, body: '{}' }) : route.continue()));
  await page.goto(put(element('en') + script()));
  await choose(page, 8);
  await send(page);
  await said(page, 'could not be sent yet');
  away = false;
  await page.clock.runFor(7400);
  assert.equal(answers(posted).length, 1);
  await page.clock.runFor(1100);
  await said(page, 'Thank you');

  assert.equal(answers(posted).length, 2);
  stored(answers(posted)[0]);
});

test('an answer whose receipt was cut is the same answer when it is sent again', async () => {
  const { page, posted } = await visit(null);
  const receipts = [];
  await page.route(door + '/w/v1/responses', async (route) => {
    const receipt = await route.fetch();
    receipts.push(receipt.headers()['idempotency-replayed'] ?? 'new');
    if (receipts.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response: receipt });
  });
  await page.goto(put(element('en') + script()));
  await choose(page, 10);
  await send(page);
  await said(page, 'Thank you');

  assert.deepEqual(receipts, ['new', 'true']);
  stored(answers(posted)[0]);
});

test('a refusal is final and nothing of it is kept', async () => {
  const { page, posted } = await visit(null);
  const headers = { 'Access-Control-Allow-Origin': '*' };
  await page.route(door + '/w/v1/responses', (route) => route.fulfill({ status: 404, headers, body: '{"code":"NOT_FOUND"}' }));
  await page.goto(put(element('en') + script()));
  await choose(page, 1);
  await send(page);
  await said(page, 'could not be taken');

  assert.deepEqual(await keptIn(page), []);
  assert.equal(answers(posted).length, 1);
  absent(answers(posted)[0].response);
});

test('a score that was chosen stands when somebody leaves, a comment that was not sent does not', async () => {
  const { page, context, posted } = await visit(put(element('en') + script()));
  await choose(page, 5);
  await page.getByLabel('main reason').fill('not meant for you');
  const { response } = posted[0].body;
  await page.goto(put('elsewhere'));
  const next = await context.newPage();
  await next.goto(put(script()));
  await delivered(next);

  stored({ response, score: 5 });
});

test('a hidden page keeps its score as a draft and takes it back when it is seen again', async () => {
  const { page, posted } = await visit(put(element('en') + script()));
  await choose(page, 4);
  await told(page);
  await turn(page, 'hidden');
  const draft = await page.evaluate(() => Object.entries(localStorage).map(([, text]) => JSON.parse(text)));
  await turn(page, 'visible');
  assert.deepEqual(await keptIn(page), []);
  await choose(page, 6);
  await send(page);
  await said(page, 'Thank you');

  assert.equal(draft.length, 1);
  assert.equal(JSON.parse(draft[0].body).score, 4);
  assert.ok(draft[0].notBefore > draft[0].at);
  assert.equal(answers(posted).length, 1);
  stored(answers(posted)[0]);
});

test('keeps at most a hundred answers rather than what was shown, none older than a week, and nothing that it cannot read', async () => {
  const address = put(element('en') + script());
  const { page, context, posted } = await visit(put('before'));
  await page.evaluate((url) => {
    const day = 86_400_000;
    const entry = (name, at) => localStorage.setItem('tideline.answer.' + name, JSON.stringify({ name, url, body: '{}', at, kept: true, notBefore: at + 9 * day }));
    for (let number = 0; number < 105; number++) entry('n' + number, Date.now() - 105 + number);
    for (let number = 0; number < 3; number++) entry('r' + number + '.shown', Date.now());
    entry('old', Date.now() - 8 * day);
    localStorage.setItem('tideline.answer.odd', '{"name":');
    localStorage.setItem('tideline.answer.odder', '7');
  }, door + '/w/v1/responses');
  await page.goto(address);
  await choose(page, 2);
  await told(page);
  await context.setOffline(true);
  await send(page);
  await said(page, 'could not be sent yet');
  const kept = await keptIn(page);
  await context.setOffline(false);
  await said(page, 'Thank you');

  assert.equal(kept.length, 100);
  assert.ok(!kept.includes('tideline.answer.n5') && kept.includes('tideline.answer.n6'));
  assert.ok(kept.every((name) => !name.includes('o')  || /n\d|-/.test(name)));
  assert.ok(!kept.some((name) => name.startsWith('tideline.answer.r')));
  stored(answers(posted)[0]);
});

test('that a survey was shown outlives the page that could not tell it', async () => {
  const { page, context, posted } = await visit(null);
  await page.route(door + '/w/v1/events', (route) => route.abort());
  await page.goto(put(element('en') + script()));
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith('.shown')));
  await page.close();
  const next = await context.newPage();
  const heard = next.waitForResponse(door + '/w/v1/events');
  await next.goto(put(script()));
  const answer = await heard;
  await delivered(next);

  assert.equal(answer.status(), 200);
  assert.equal(posted[0].body.event, 'shown');
  assert.deepEqual(answer.request().postDataJSON(), posted[0].body);
});

test('the door takes what a page sends as a beacon', async () => {
  const { page } = await visit(put('<p>the page</p>'));
  const answer = { survey: surveys.en, response: randomUUID(), score: 8, comment: 'by beacon ✓' };
  const taken = page.waitForResponse(door + '/w/v1/responses');
  const queued = await page.evaluate(([url, body]) => navigator.sendBeacon(url, body), [door + '/w/v1/responses', JSON.stringify(answer)]);

  assert.ok(queued);
  assert.equal((await taken).status(), 200);
  assert.match((await taken).request().headers()['content-type'], /^text\/plain/);
  stored(answer);
});
