import assert from 'node:assert/strict';
import { test } from 'node:test';
import { absent, answers, choose, door, element, events, keptIn, put, said, script, stored, surveys, visit } from './stage.mjs';

test('asks inline and brings score and comment', async () => {
  const { page, posted, complaints } = await visit(put(element('en') + script()));
  await choose(page, 9);
  await page.getByLabel('main reason').fill('fast ✓ <b>&');
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  const [sent] = answers(posted);
  assert.equal(sent.comment, 'fast ✓ <b>&');
  assert.equal(sent.language, 'en');
  assert.equal(sent.version, 1);
  assert.deepEqual(events(posted), ['shown', 'started']);
  assert.deepEqual(await keptIn(page), []);
  assert.equal(await page.evaluate(() => document.cookie), '');
  assert.deepEqual(complaints, []);
  stored(sent);
});

test('one line brings a popover that a keyboard alone can answer', async () => {
  const { page, posted, complaints } = await visit(put('<a href="#a">first</a>' + script(`data-key="${surveys.zh}"`)));
  await page.getByRole('dialog', { name: '您有多大可能' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');

  for (const key of ['Tab', 'Tab', 'Space', 'ArrowRight', 'ArrowRight', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.insertText('很好用');
  for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
  await said(page, '感谢您的回答');
  for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);

  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.deepEqual(complaints, []);
  assert.deepEqual(events(posted), ['shown', 'started']);
  assert.equal(answers(posted)[0].score, 3);
  stored(answers(posted)[0]);
});

test('a popover opened by hand takes the focus, Escape gives it back and the answer is none', async () => {
  const { page, posted } = await visit(
    put(element('csat', 'mode="popover" delay="manual" id="s"') + '<button id="b">Rate us</button>' + script()),
  );
  const button = page.getByRole('button', { name: 'Rate us' });
  await page.evaluate(() => (b.onclick = () => s.show()));
  assert.equal(await page.getByRole('dialog').count(), 0);
  const shown = page.waitForRequest((request) => (request.postData() ?? '').includes('"shown"'));
  await button.click();
  await page.keyboard.press('Space');
  await shown;
  await page.keyboard.press('Escape');

  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.ok(await button.evaluate((element) => element === document.activeElement));
  assert.deepEqual(answers(posted), []);
  assert.ok(events(posted).includes('dismissed'));
  absent(posted[0].body.response);
});

test('a popover that was answered or closed stays away for a while', async () => {
  const { page } = await visit(put(script(`data-key="${surveys.en}"`)));
  await page.getByRole('button', { name: 'Close survey' }).click();
  await page.reload();
  await page.evaluate(() => customElements.whenDefined('tideline-survey'));
  await page.locator('tideline-survey .card').waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.evaluate(() => {
    const survey = document.querySelector('tideline-survey');
    survey.setAttribute('repeat-days', '0');
    document.body.append(survey.cloneNode());
  });
  await page.getByRole('dialog').waitFor();
});

test('every kind of scale is shown as the door has it', async () => {
  for (const [survey, lowest, highest, first] of [
    ['en', 0, 10, '0 Not at all likely'],
    ['csat3', 1, 3, '1 Very dissatisfied'],
    ['csat', 1, 5, '1 Very dissatisfied'],
    ['agree', 1, 7, '1 Strongly disagree'],
    ['effort', 1, 10, '1 Very little effort'],
  ]) {
    const { page, context } = await visit(put(element(survey) + script()));
    await page.getByRole('radio').first().waitFor();
    assert.equal(await page.getByRole('radio').count(), highest - lowest + 1);
    assert.equal(await page.getByRole('radio', { name: first, exact: true }).getAttribute('value'), String(lowest));
    await context.close();
  }
});

test('words of the page stand where the widget brings none', async () => {
  const texts = JSON.stringify({ send: 'Lähetä', thanks: 'Kiitos!', satisfied: ['Tyytymätön', 'Tyytyväinen'] }).replaceAll('"', '&quot;');
  const { page, posted } = await visit(put(element('fi', `texts="${texts}"`) + script()));
  await page.getByRole('radio', { name: '5 Tyytyväinen' }).check();
  await page.getByRole('button', { name: 'Lähetä' }).click();
  await said(page, 'Kiitos!');
  stored(answers(posted)[0]);
});

test('a link page shows one survey, also where pages of others may not', async () => {
  const { page, posted, complaints } = await visit(`${door}/w/v1/link/${surveys.own}#score=4`);
  await page.getByRole('heading', { name: 'Our own page' }).waitFor();
  assert.equal(await page.title(), 'Our own page');
  assert.deepEqual(answers(posted), []);
  await page.getByRole('button', { name: 'Send' }).click();
  await said(page, 'Thank you');

  assert.deepEqual(complaints, []);
  stored(answers(posted)[0]);
});

test('a link page of a key that opens nothing says so', async () => {
  const { page } = await visit(`${door}/w/v1/link/AAAAAAAAAAAAAAAAAAAAAA`, { locale: 'zh-CN' });
  await page.getByText('该问卷未开放').waitFor();
});
