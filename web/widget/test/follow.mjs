import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { answers, choose, element, put, said, script, stored, surveys, visit } from './stage.mjs';

const pictures = process.env.TIDELINE_PICTURES;

/** Names of the questions that are seen, the score's apart. */
const seen = (page) =>
  page.locator('tideline-survey').evaluate((survey) =>
    [...survey.shadowRoot.querySelectorAll('.list, .more:has(textarea)')]
      .filter((one) => !one.hidden && !one.querySelector('#comment'))
      .map((one) => (one.querySelector('legend, label') || one).textContent),
  );

test('asks what the answers lead to and brings what was said', async () => {
  const { page, posted, complaints } = await visit(put(`<main><h1>Shop</h1>${element('stay')}</main>` + script()));
  await page.getByRole('radio').first().waitFor();
  assert.deepEqual(await seen(page), []);

  await choose(page, 10);
  assert.deepEqual(await seen(page), ['You may call me about this']);
  await choose(page, 4);
  assert.deepEqual(await seen(page), ['What could be better?', 'Which parts of the room?', 'Anything else about it?', 'You may call me about this']);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('alert').filter({ hasText: 'Please choose' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.value), 'price');
  await page.getByRole('radio', { name: 'The price' }).check();
  assert.deepEqual(await seen(page), ['What could be better?', 'You may call me about this']);
  await page.getByRole('radio', { name: 'The room' }).check();
  await page.getByRole('checkbox', { name: 'Bed' }).check();
  await page.getByRole('checkbox', { name: 'View' }).check();
  await page.getByLabel('Anything else about it?').fill('cold ❄ <b>');
  await page.getByRole('checkbox', { name: 'You may call me' }).check();
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${pictures}/follow-en.png`, fullPage: true });
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.deepEqual(answers(posted)[0].answers, { what: ['room'], parts: ['bed', 'view'], tell: ['cold ❄ <b>'], call: ['true'] });
  assert.deepEqual(complaints, []);
  stored(answers(posted)[0]);
});

test('speaks the language of who reads it, dark too, by keyboard alone', async () => {
  const options = { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 420, height: 900 } };
  const { page, posted } = await visit(put('<main><h1>Shop</h1></main>' + script(`data-key="${surveys.stay}"`)), options);
  await page.getByRole('dialog', { name: '您有多大可能推荐我们的酒店？' }).waitFor();
  for (const key of ['Tab', 'Space', 'ArrowRight', 'ArrowRight', 'Tab', 'Tab', 'Space', 'ArrowDown', 'Tab', 'Space', 'Tab', 'Tab', 'Space']) {
    await page.keyboard.press(key);
  }
  assert.deepEqual(await violations(page), []);
  await page.screenshot({ path: `${pictures}/follow-zh-dark.png` });
  await page.getByRole('button', { name: '提交' }).click();
  await said(page, '感谢您的回答');

  assert.equal(answers(posted)[0].language, 'zh-CN');
  assert.deepEqual(answers(posted)[0].answers, { what: ['room'], parts: ['bed', 'view'], call: ['false'] });
  stored(answers(posted)[0]);
});

test('a language without a translation sees the first one', async () => {
  const { page, posted } = await visit(put(element('stay', 'language="fr"') + script()));
  await choose(page, 9);
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');
  assert.deepEqual(answers(posted)[0].answers, { call: ['false'] });
  stored(answers(posted)[0]);
});

test('lets nobody write more than the door takes', async () => {
  const { page, posted, complaints } = await visit(put(element('stay') + script()));
  await choose(page, 4);
  await page.getByRole('radio', { name: 'The room' }).check();
  await page.getByLabel('What is the main reason').fill('慢'.repeat(4000));
  const more = page.getByLabel('Anything else about it?');
  await more.focus();
  await page.keyboard.insertText('慢'.repeat(2000));
  const written = (await more.inputValue()).length;
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.ok(written > 200 && written < 2000, written + ' characters');
  assert.equal(answers(posted)[0].comment.length, 4000);
  assert.equal(answers(posted)[0].answers.tell[0].length, written);
  assert.deepEqual(complaints, []);
  stored(answers(posted)[0]);
});

test('counts what is written where the answers do not lead now', async () => {
  const { page, posted, complaints } = await visit(put(element('stay') + script()));
  const write = async (text, length) => {
    await text.focus();
    await page.keyboard.insertText('慢'.repeat(length));
  };
  await choose(page, 4);
  await page.getByRole('radio', { name: 'The room' }).check();
  await write(page.getByLabel('Anything else about it?'), 2000);
  await choose(page, 10);
  await write(page.getByLabel('What is the main reason'), 4000);
  await choose(page, 4);
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.equal(answers(posted)[0].answers.tell[0].length, 2000);
  assert.ok(answers(posted)[0].comment.length > 2000);
  assert.deepEqual(complaints, []);
  stored(answers(posted)[0]);
});

test('what was chosen comes with the score when somebody leaves, and who comes back goes on from there', async () => {
  const { page, posted } = await visit(put(element('stay') + script()));
  await choose(page, 4);
  await page.getByRole('radio', { name: 'The room' }).check();
  await page.getByRole('checkbox', { name: 'Bed' }).check();
  await page.getByLabel('Anything else about it?').fill('not meant for you yet');
  await page.getByRole('checkbox', { name: 'You may call me' }).check();
  const taken = page.waitForResponse((response) => response.url().endsWith('/w/v1/responses'));
  await page.evaluate(() => dispatchEvent(new Event('pagehide')));
  assert.equal((await taken).status(), 200);
  assert.deepEqual([answers(posted)[0].final, answers(posted)[0].answers], [false, { what: ['room'], parts: ['bed'] }]);

  assert.ok(await page.getByRole('radio', { name: 'The price' }).isDisabled());
  assert.ok(await page.getByRole('checkbox', { name: 'Bed' }).isDisabled());
  await page.screenshot({ path: `${pictures}/left.png`, fullPage: true });
  await page.getByLabel('Anything else about it?').fill('now it is');
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');
  assert.deepEqual(answers(posted)[1].answers, { what: ['room'], parts: ['bed'], tell: ['now it is'], call: ['true'] });
  stored(answers(posted)[1]);
});
