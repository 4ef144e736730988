import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, put, script, surveys, visit } from './stage.mjs';

const page = (properties) => put(script(`data-key="${surveys.target}" data-properties='${JSON.stringify(properties)}'`));

/** Opens a page, tells it of events and says whether the survey came. */
async function comes(address, ...events) {
  const { page, context, complaints } = await visit(address);
  await page.locator('tideline-survey .card').waitFor({ state: 'attached' });
  for (const name of events) await page.evaluate((detail) => dispatchEvent(new CustomEvent('tideline-event', { detail })), name);
  await drawn(page);
  const count = await page.getByRole('dialog').count();
  await context.close();
  assert.deepEqual(complaints, []);
  return count;
}

test('a popover comes once all that is asked for holds', async () => {
  assert.equal(await comes(page({ plan: 'pro' }) + '?cart=1', 'look', 'checkout'), 1);
  assert.equal(await comes(page({ plan: 7 }) + '?cart=', 'checkout'), 1);
});

test('and stays away where anything does not', async () => {
  assert.equal(await comes(page({ plan: 'pro' }) + '?cart=1', 'look'), 0);
  assert.equal(await comes(page({ plan: 'pro' }) + '?card=1', 'checkout'), 0);
  assert.equal(await comes(page({ plan: 'free' }) + '?cart=1', 'checkout'), 0);
  assert.equal(await comes(page({}) + '?cart=1', 'checkout'), 0);
});
