import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, keptIn, put, script, visit } from './stage.mjs';

const DAY = 86_400_000;
const pages = new Map();

/** A page with surveys that notes what becomes of each. */
function pageOf(...elements) {
  const body = elements.map((one) => element(...[one].flat())).join('') + script();
  if (!pages.has(body)) pages.set(body, put('<script>told = []; for (const name of ["shown", "withheld"]) addEventListener("tideline-" + name, (event) => told.push([name, event.detail]))</script>' + body));
  return pages.get(body);
}

/** What became of the only survey of a page: shown, or why and for how many days it is withheld. */
async function becomes(page, ...one) {
  await page.goto(pageOf(one));
  const told = await (await page.waitForFunction(() => window.told[0])).jsonValue();
  return told[0] === 'shown' ? 'shown' : told[1].reason + ' ' + Math.round((Date.parse(told[1].until) - Date.now()) / DAY);
}

/** Lets days pass for what this browser noted. */
const wait = (page, days) =>
  page.evaluate((time) => {
    const notes = JSON.parse(localStorage['tideline.shown']);
    localStorage['tideline.shown'] = JSON.stringify(notes.map((one) => ({ ...one, at: one.at - time })));
  }, days * DAY);

test('each clock and the budget hold for a browser, and the rule that holds longest is the reason', async () => {
  const { page } = await visit();
  assert.equal(await becomes(page, 'csat.5'), 'shown');
  assert.equal(await becomes(page, 'nps.0_10'), 'ANY_SURVEY 7');
  assert.equal(await becomes(page, 'csat.3'), 'CSAT 90');
  await wait(page, 8);
  assert.equal(await becomes(page, 'csat.3'), 'CSAT 82');
  assert.equal(await becomes(page, 'nps.0_10'), 'shown');
  await wait(page, 8);
  assert.equal(await becomes(page, 'ces.effort10'), 'BUDGET 44');
  await wait(page, 45);
  assert.equal(await becomes(page, 'ces.effort10'), 'shown');
});

test('the rules hold where a page gives lists a toJSON of its own', async () => {
  const { page } = await visit();
  await page.addInitScript(() => (Array.prototype.toJSON = () => 'mine'));
  const first = async (survey) => {
    await page.goto(pageOf([survey]));
    return (await page.waitForFunction(() => window.told[0]?.[0])).jsonValue();
  };
  assert.equal(await first('csat.5'), 'shown');
  assert.equal(await first('nps.0_10'), 'withheld');
});

test('popovers keep the rules too, before they open', async () => {
  const { page } = await visit();
  assert.equal(await becomes(page, 'csat.5', 'mode="popover"'), 'shown');
  assert.equal(await becomes(page, 'nps.0_10', 'mode="popover"'), 'ANY_SURVEY 7');
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('a survey that a page has shown stays when its element is made anew', async () => {
  const { page } = await visit();
  assert.equal(await becomes(page, 'csat.5'), 'shown');
  await page.evaluate(() => {
    const survey = document.querySelector('tideline-survey');
    const again = survey.cloneNode();
    survey.remove();
    document.body.append(again);
  });
  await page.waitForFunction(() => window.told.length === 2);
  assert.deepEqual(await page.evaluate(() => window.told.map(([name]) => name)), ['shown', 'shown']);
});

test('a survey at which no rule looks is shown and not noted', async () => {
  const { page } = await visit();
  assert.equal(await becomes(page, 'free'), 'shown');
  assert.deepEqual(await keptIn(page), []);
  assert.equal(await becomes(page, 'csat.5'), 'shown');
  assert.equal(await becomes(page, 'free'), 'shown');
});

test('without storage nothing is noted, and a page of its own always shows its survey', async () => {
  const { page } = await visit();
  assert.equal(await becomes(page, 'csat.5', 'storage="none"'), 'shown');
  assert.deepEqual(await keptIn(page), []);
  assert.equal(await becomes(page, 'csat.5'), 'shown');
  assert.deepEqual(await keptIn(page), ['tideline.shown']);
  await page.goto(pageOf(['csat.5', 'mode="page"']));
  await page.getByRole('radio').first().hover();
  assert.deepEqual(await page.evaluate(() => told), [['shown', null]]);
});

test('what is no note is passed over, and the rules hold by the others', async () => {
  const { page } = await visit();
  assert.equal(await becomes(page, 'csat.5'), 'shown');
  await page.evaluate((now) => {
    const strange = [null, 7, 'note', [], { at: now }, { at: now, type: 7 }, { at: now, type: null }, { at: String(now), type: 'ces.effort10' }, { type: 'csat.5' }];
    localStorage['tideline.shown'] = JSON.stringify([...strange, ...JSON.parse(localStorage['tideline.shown'])]);
  }, Date.now());
  assert.equal(await becomes(page, 'nps.0_10'), 'ANY_SURVEY 7');
  assert.equal(await becomes(page, 'csat.3'), 'CSAT 90');
  assert.equal(await becomes(page, 'ces.effort10'), 'ANY_SURVEY 7');
});

test('what it cannot read or what lies ahead keeps nothing away, and a hundred notes are kept', async () => {
  const { page } = await visit();
  for (const notes of ['{"at":', '7', '[null]', '[{"at":1e99}]', `[{"at":${Date.now() + DAY},"type":"nps.0_10"}]`]) {
    await page.goto(put('before'));
    await page.evaluate((text) => (localStorage['tideline.shown'] = text), notes);
    assert.equal(await becomes(page, 'nps.0_10'), 'shown', notes);
  }
  await page.evaluate((at) => (localStorage['tideline.shown'] = JSON.stringify(Array(150).fill({ key: 'k', type: 'ces.effort10', at }))), Date.now() - 70 * DAY);
  assert.equal(await becomes(page, 'csat.5'), 'shown');
  assert.equal(await page.evaluate(() => JSON.parse(localStorage['tideline.shown']).length), 100);
});
