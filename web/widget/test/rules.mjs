import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.window = globalThis;
globalThis.location = new URL('https://shop.example/page');
globalThis.document = { currentScript: { src: 'https://survey.eu.tideline.example:8443/w/v1/widget.js' } };
const { next } = await import('../src/retry.js');
const { doorOf } = await import('../src/door.js');
const { directionOf, wordsIn } = await import('../src/texts/index.js');

const NOW = Date.parse('2026-03-01T09:30:00Z');

test('only what may succeed later is sent again', () => {
  const again = [0, 408, 425, 429, 500, 502, 503, 504];
  const final = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 431];
  assert.ok(again.every((status) => typeof next(status, null, 0) === 'number'));
  assert.ok(final.every((status) => next(status, '5', 0) === 'refused'));
  assert.ok([200, 202, 204].every((status) => next(status, null, 3) === 'stored'));
});

test('waits between half a second and a bound that doubles up to a minute', () => {
  const bounds = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((tries) => next(503, null, tries, 1, NOW));
  assert.deepEqual(bounds, [1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000]);
  assert.ok([0, 1, 9].every((tries) => next(0, null, tries, 0, NOW) === 500));
});

test('never comes back earlier than it is asked to', () => {
  assert.equal(next(429, '7', 0, 0, NOW), 7500);
  assert.equal(next(503, 'Sun, 01 Mar 2026 09:30:20 GMT', 0, 0, NOW), 20500);
  assert.equal(next(503, 'Sun, 01 Mar 2026 09:00:00 GMT', 0, 0, NOW), 500);
  assert.equal(next(503, '-3', 0, 0, NOW), 500);
  assert.equal(next(503, 'soon', 0, 0, NOW), 500);
});

test('the door is where the script came from, or that of the region', () => {
  assert.equal(doorOf(null), 'https://survey.eu.tideline.example:8443');
  assert.equal(doorOf('us'), 'https://survey.us.tideline.example:8443');
  assert.equal(doorOf('https://survey.cn.example/x?y'), 'https://survey.cn.example');
  assert.equal(doorOf('evil.example/'), 'https://survey.eu.tideline.example:8443');
});

test('words are those of the language, of the page, or English', () => {
  const thanks = (language, given) => wordsIn(language, given).words.thanks;
  assert.equal(thanks('de-AT'), 'Danke für Ihre Antwort.');
  assert.equal(thanks('ZH-cn'), '感谢您的回答。');
  assert.equal(thanks('zh-TW'), '感謝您的回答。');
  assert.equal(thanks('zh-Hans-TW'), '感谢您的回答。');
  assert.equal(thanks('fi'), 'Thank you for your answer.');
  assert.equal(wordsIn('fi').language, 'en');
  assert.equal(thanks('fi', '{"thanks": "Kiitos!"}'), 'Kiitos!');
  assert.equal(thanks('fi', '{"thanks":'), 'Thank you for your answer.');
  assert.equal(thanks('toString'), 'Thank you for your answer.');
});

test('every language has every word', async () => {
  const names = Object.keys((await import('../src/texts/en.js')).default);
  for (const language of ['ar', 'de', 'es', 'fr', 'ja', 'pt', 'zh', 'zh-hant']) {
    assert.deepEqual(Object.keys((await import(`../src/texts/${language}.js`)).default), names);
  }
});

test('right-to-left languages and scripts are known', () => {
  assert.deepEqual(['ar', 'ar-EG', 'he', 'fa-IR', 'ur', 'az-Arab'].map(directionOf), Array(6).fill('rtl'));
  assert.deepEqual(['en', 'zh-CN', 'art-x', 'hei', 'az-Latn'].map(directionOf), Array(5).fill('ltr'));
});
