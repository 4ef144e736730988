import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { answers, choose, door, element, put, said, script, stored, surveys, visit } from './stage.mjs';

const jquery = readFileSync(createRequire(import.meta.url).resolve('jquery'), 'utf8');

const RESET = `<style>
  html { font-size: 62.5%; }
  * { all: unset !important; display: inline !important; position: static !important; visibility: hidden !important; color: red !important;
      font: 40px/3 monospace !important; letter-spacing: 1em !important; text-transform: uppercase !important; opacity: 0 !important; }
  tideline-survey { transform: rotate(9deg) !important; filter: blur(4px) !important; width: 3px !important; height: 3px !important; overflow: hidden !important; }
  label, input, button, fieldset, legend, textarea { display: none !important; }
</style>`;

const BEFORE = `<script>${jquery}</script><script>
  for (const name of ['method', 'headers', 'body', 'mode', 'credentials', 'signal', 'redirect', 'slotAssignment', 'threshold', 'kept', 'notBefore', 'evil'])
    Object.prototype[name] = 'polluted';
  Object.prototype.toJSON = () => 'polluted';
  Array.prototype.toJSON = () => 'polluted';
  Array.prototype.each = Array.prototype.forEach;
  jQuery(document).on('keydown keypress keyup', (event) => event.preventDefault());
  jQuery.fn.val = () => 'mine';
  const before = Object.getOwnPropertyNames(window).join();
</script>`;

const AFTER = `<script>
  window.fetch = () => { throw new Error('fetch of the page'); };
  window.JSON = { parse: () => 'mine', stringify: () => 'mine' };
  window.Promise = function () { throw new Error('promise of the page'); };
  window.setTimeout = () => 0;
  window.Date = function () { throw new Error('date of the page'); };
  window.IntersectionObserver = window.AbortController = undefined;
  const changed = [];
  if (Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && name !== 'changed' && name !== 'before').length) changed.push('globals');
  if (document.styleSheets.length !== 1 || document.adoptedStyleSheets.length) changed.push('sheets');
  if (jQuery('#text').text() !== 'the page' || jQuery.fn.jquery !== '1.12.4') changed.push('jQuery');
  document.body.setAttribute('data-changed', changed.join());
</script>`;

test('a page that resets, pollutes and overwrites shows it right and is as it was', async () => {
  const survey = element('en', 'mode="popover"');
  const options = { reducedMotion: 'reduce' };
  const plain = await visit(put(survey + script()), options);
  const hostile = await visit(put(RESET + BEFORE + '<p id="text">the page</p>' + survey + script() + AFTER), options);
  const pictures = [];
  for (const { page } of [plain, hostile]) {
    await page.getByRole('dialog').waitFor();
    pictures.push(await page.locator('tideline-survey .card').screenshot());
  }
  assert.ok(pictures[0].equals(pictures[1]), 'the two look the same');

  await choose(hostile.page, 9);
  await hostile.page.getByLabel('main reason').focus();
  await hostile.page.keyboard.type('typed');
  await hostile.page.getByRole('button', { name: 'Send' }).click();
  await said(hostile.page, 'Thank you');

  assert.equal(await hostile.page.locator('body').getAttribute('data-changed'), '');
  assert.equal(answers(hostile.posted)[0].comment, 'typed');
  stored(answers(hostile.posted)[0]);
});

test('a page that gives lists a toJSON of its own gets answers to follow-ups as they were given', async () => {
  const { page, posted } = await visit(put(BEFORE + element('stay') + script()));
  await choose(page, 4);
  await page.getByRole('radio', { name: 'The room' }).check();
  await page.getByRole('checkbox', { name: 'Bed' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.deepEqual(answers(posted)[0].answers, { what: ['room'], parts: ['bed'], call: ['false'] });
  stored(answers(posted)[0]);
});

test('a list stays a list in what is sent once more with a proof', async () => {
  const { page, posted } = await visit(null);
  const headers = { 'Access-Control-Allow-Origin': '*' };
  const asks = { status: 429, headers, body: '{"code":"PROOF_NEEDED","challenge":"c.","bits":4}' };
  await page.route(door + '/w/v1/responses', (route) => route.fulfill(route.request().postData().includes('"proof"') ? { status: 200, headers, body: '{}' } : asks));
  await page.goto(put(BEFORE + element('stay') + script()));
  await choose(page, 4);
  await page.getByRole('radio', { name: 'The room' }).check();
  await page.getByRole('checkbox', { name: 'Bed' }).check();
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');
  const [first, second] = answers(posted);

  assert.match(second.proof, /^c\.\d+$/);
  assert.deepEqual(second.answers, first.answers);
  assert.deepEqual(second.answers.what, ['room']);
});

test('a page with the strictest policy needs to name the door alone', async () => {
  const policy =
    `default-src 'none'; script-src ${door}; connect-src ${door}; base-uri 'none'; form-action 'none'; ` +
    "require-trusted-types-for 'script'; trusted-types 'none'";
  const { page, posted, complaints } = await visit(put(script(`data-key="${surveys.en}"`), { 'Content-Security-Policy': policy }));
  await choose(page, 8);
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.equal(await page.locator('tideline-survey .card').evaluate((card) => getComputedStyle(card).position), 'fixed');
  assert.deepEqual(complaints, []);
  stored(answers(posted)[0]);
});

test('what a survey says and what a person types is text and nothing else', async () => {
  const { page, posted, complaints } = await visit(put(element('markup') + script()));
  await page.getByRole('group', { name: '<img src=x onerror=alert(1)>' }).waitFor();
  await choose(page, 3);
  await page.getByLabel('main reason').fill('{"__proto__":{"x":1}} "><script>alert(1)</script>');
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.equal(await page.locator('tideline-survey img').count(), 0);
  assert.deepEqual(complaints, []);
  stored(answers(posted)[0]);
});

test('a survey that is not for pages of this origin gives up and leaves the page alone', async () => {
  const { page } = await visit(null);
  await page.clock.install();
  const hears = '<script>addEventListener("tideline-failed", (event) => (document.title = "failed " + event.detail.status))</script>';
  await page.goto(put('<p>the page</p>' + hears + element('own') + script()));
  for (let minutes = 0; minutes < 99 && (await page.title()) === 'Shop'; minutes++) await page.clock.runFor(60_000);

  assert.equal(await page.title(), 'failed 0');
  assert.equal(await page.locator('tideline-survey').evaluate((survey) => survey.getBoundingClientRect().height), 0);
});
