import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { violations } from './axe.mjs';
import { answers, choose, door, element, put, said, script, stored, surveys, visit } from './stage.mjs';

const pictures = process.env.TIDELINE_PICTURES;
mkdirSync(pictures, { recursive: true });

const SEND = { en: 'Send', zh: '提交', ar: 'إرسال' };

/** The ways that a survey comes to a page: the address, and whether the page around it is ours to judge. */
const WAYS = {
  inline: (survey) => put(`<main><h1>Shop</h1>${element(survey)}</main>` + script()),
  popover: (survey) => put('<main><h1>Shop</h1><p>Many things to sell.</p></main>' + script(`data-key="${surveys[survey]}"`)),
  page: (survey) => `${door}/w/v1/link/${surveys[survey]}`,
};

for (const way of Object.keys(WAYS)) {
  for (const survey of Object.keys(SEND)) {
    for (const colorScheme of ['light', 'dark']) {
      test(`axe finds nothing: ${way}, ${survey}, ${colorScheme}`, async () => {
        const options = { colorScheme, bypassCSP: true, reducedMotion: 'reduce', viewport: { width: 800, height: 620 } };
        const { page, context } = await visit(WAYS[way](survey), options);
        const button = page.getByRole('button', { name: SEND[survey] });
        await button.click();
        await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
        assert.deepEqual(await violations(page), []);
        await choose(page, 4);
        assert.deepEqual(await violations(page), []);
        await page.screenshot({ path: `${pictures}/${way}-${survey}-${colorScheme}.png` });
        await button.click();
        await page.locator('.status.thanks').waitFor();
        assert.deepEqual(await violations(page), []);
        await context.close();
      });
    }
  }
}

test('a screen reader hears the question, the scale with its ends and what is asked next', async () => {
  const { page } = await visit(put(element('en') + script()));
  await choose(page, 10);

  assert.equal(
    await page.locator('tideline-survey').ariaSnapshot(),
    [
      '- region "How likely are you to recommend us to a friend or colleague?":',
      '  - group "How likely are you to recommend us to a friend or colleague?":',
      '    - text: How likely are you to recommend us to a friend or colleague?',
      '    - radio "0 Not at all likely"',
      '    - text: 0 Not at all likely',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((step) => [`    - radio "${step}"`, `    - text: "${step}"`]),
      '    - radio "10 Extremely likely" [checked]',
      '    - text: 10 Extremely likely',
      '  - alert',
      '  - text: What is the main reason for your answer? (optional)',
      '  - textbox "What is the main reason for your answer? (optional)"',
      '  - button "Send"',
      '  - status',
      '- status',
    ].join('\n'),
  );
});

test('a popover moves for those alone who did not ask for rest', async () => {
  const moving = {};
  for (const reducedMotion of ['reduce', 'no-preference']) {
    const { page } = await visit(put(element('en', 'mode="popover" delay="manual"') + script()), { reducedMotion });
    await page.locator('tideline-survey .card').waitFor({ state: 'attached' });
    moving[reducedMotion] = await page.locator('tideline-survey').evaluate((survey) => {
      survey.show();
      return survey.shadowRoot.querySelector('.card').getAnimations().length;
    });
  }
  assert.deepEqual(moving, { reduce: 0, 'no-preference': 1 });
});

test('reads from right to left where the language does, and fits a narrow page', async () => {
  const { page, posted } = await visit(put(script(`data-key="${surveys.ar}"`)), { viewport: { width: 320, height: 560 }, reducedMotion: 'reduce' });
  const card = page.locator('tideline-survey .card');
  await card.waitFor();
  const first = await page.getByRole('radio').first().boundingBox();
  const last = await page.getByRole('radio').last().boundingBox();

  assert.ok(first.x > last.x);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  assert.ok((await card.boundingBox()).x >= 0);

  await choose(page, 4);
  await page.getByRole('textbox').fill('الخدمة (v2): ٤/5 — "جيدة جدًا"');
  await page.getByRole('button', { name: SEND.ar }).click();
  await said(page, 'شكرًا');
  assert.equal(answers(posted)[0].score, 4);
  stored(answers(posted)[0]);
});
