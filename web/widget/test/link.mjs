import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, answers, door, drawn, element, events, put, said, script, stored, surveys, visit } from './stage.mjs';

const address = (customer, more = '') => surveys['link ' + customer].replace(/^https?:\/\/[^/]+/, door) + more;
const token = (customer) => /t=([^&]+)/.exec(address(customer))[1];

/** What the door showed must tell the answer's key, since no answer is posted before a hand moves. */
async function opened(customer, more) {
  const { page, context, posted, complaints } = await visit();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const loaded = page.waitForResponse((response) => response.url().includes('/w/v1/surveys/'));
  await page.goto(address(customer, more));
  const { link } = await (await loaded).json();
  assert.deepEqual(asked.filter((url) => url.replace(/#.*/, '').includes(token(customer))), []);
  return { page, context, posted, complaints, link };
}

test('a scanner that opens a one-click link in a browser and leaves was shown nothing and answers nothing', async () => {
  const { page, context, posted, link } = await opened('c-one', '&score=9');
  await page.getByRole('radio', { name: '9' }).and(page.locator(':checked')).waitFor();
  await page.evaluate(() => {
    for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin']) document.body.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await drawn(page);
  await page.goto('about:blank');
  await context.close();

  assert.equal(link.state, 'NEW');
  assert.deepEqual(answers(posted), []);
  assert.deepEqual(events(posted), []);
  absent(link.response);
});

test('one press sends it, and the link has given its answer', async () => {
  const { page, posted, complaints } = await opened('c-two', '&score=9');
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you for your answer');
  assert.deepEqual(complaints, []);
  assert.deepEqual(events(posted), ['shown']);
  stored(answers(posted)[0]);

  const again = await opened('c-two', '&score=2');
  await said(again.page, 'You have answered this survey already');
  assert.equal(await again.page.getByRole('button', { name: 'Send' }).count(), 0);
  assert.equal(again.link.state, 'FINISHED');
});

test('who reads a link by keyboard alone was shown it', async () => {
  const { page } = await opened('c-one');
  await page.getByRole('radio').first().waitFor();
  const shown = page.waitForRequest((request) => (request.postData() ?? '').includes('"shown"'));
  await page.keyboard.press('Shift');
  assert.equal((await shown).postDataJSON().signed, token('c-one'));
});

test('what was begun is taken up where it was left', async () => {
  const first = await opened('c-three');
  const body = { survey: surveys.en, response: first.link.response, score: 7, final: false, signed: token('c-three') };
  const taken = await fetch(door + '/w/v1/responses', { method: 'POST', body: JSON.stringify(body) });
  await first.context.close();
  assert.equal(taken.status, 200);

  const { page, posted, link } = await opened('c-three');
  await page.getByRole('radio', { name: '7', exact: true }).and(page.locator(':checked')).waitFor();
  assert.ok(await page.getByRole('radio', { name: '6', exact: true }).isDisabled());
  await page.getByLabel('main reason').fill('second thoughts');
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you for your answer');

  assert.equal(link.state, 'UNFINISHED');
  stored(answers(posted)[0]);
});

test('a page of another origin shows a survey to somebody proved, and no address tells of whom', async () => {
  const signed = token('c-one');
  const { page, posted, complaints } = await visit();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(put(element('en', `signed="${signed}" language="de"`) + script()));
  await page.getByRole('radio', { name: '9', exact: true }).waitFor();

  assert.deepEqual(posted[0], { path: '/w/v1/surveys/' + surveys.en, body: { signed, language: 'de' } });
  assert.deepEqual(asked.filter((url) => url.includes(signed) || url.includes('?')), []);
  assert.deepEqual(complaints, []);
});

test('a popover that somebody proved has closed stays away for a while too', async () => {
  const { page } = await visit(put(element('en', `mode="popover" signed="${token('c-one')}"`) + script()));
  await page.getByRole('button', { name: 'Close survey' }).click();
  await page.reload();
  await page.locator('tideline-survey .card').waitFor({ state: 'attached' });
  await drawn(page);
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('a link that was tampered with says so', async () => {
  const { page } = await visit(address('c-one').slice(0, -1) + '!');
  await page.getByText('This link has expired or is not complete.').waitFor();
});
