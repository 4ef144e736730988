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

/** A page whose clock goes by our hand alone. */
async function still(address) {
  const { page } = await visit();
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(address);
  await page.locator('tideline-survey .card').waitFor({ state: 'attached' });
  return page;
}

const timed = (attributes = '') => put(script(`data-key="${surveys.timed}" ${attributes}`));
const count = (page) => page.getByRole('dialog').count();
const go = (page, query) => page.evaluate((to) => history.pushState(null, '', to), query);

test('a popover waits as long as the survey says, or the page', async () => {
  for (const [attributes, seconds] of [
    ['', 10],
    ['data-delay="3"', 3],
  ]) {
    const page = await still(timed(attributes) + '?cart=1');
    await page.clock.runFor(seconds * 1000 - 1);
    assert.equal(await count(page), 0);
    await page.clock.runFor(1);
    await page.getByRole('dialog').waitFor();
  }
});

test('a popover does not open where the visitor has gone before its time, and begins anew where it is meant to open', async () => {
  const page = await still(timed() + '?cart=1');
  await page.clock.runFor(5000);
  await go(page, '?card=1');
  await page.clock.runFor(60_000);
  assert.equal(await count(page), 0);
  await go(page, '?cart=2');
  await page.clock.runFor(9_999);
  assert.equal(await count(page), 0);
  await page.clock.runFor(1_001);
  await page.getByRole('dialog').waitFor();
});

test('a page that comes to fit without being loaded shows it', async () => {
  const page = await still(timed() + '?card=1');
  await page.clock.runFor(60_000);
  assert.equal(await count(page), 0);
  await go(page, '?cart=1');
  await page.clock.runFor(11_000);
  await page.getByRole('dialog').waitFor();
});
