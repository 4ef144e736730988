import { createServer } from 'node:http';
import { after } from 'node:test';
import { chromium } from 'playwright-core';

/** Origin of the survey-service, and public keys of its surveys by name. */
export const door = process.env.TIDELINE_DOOR;
export const surveys = JSON.parse(process.env.TIDELINE_SURVEYS);

const pages = new Map();
const server = createServer((request, response) => {
  const page = pages.get(request.url.split('?')[0]);
  response.writeHead(page ? 200 : 204, { 'Content-Type': 'text/html; charset=utf-8', ...(page && page.headers) });
  response.end(page && page.html);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));

export const browser = await chromium.launch({
  executablePath: process.env.TIDELINE_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

after(async () => {
  await browser.close();
  server.close();
});

/** The one line. */
export const script = (attributes = '') => `<script src="${door}/w/v1/widget.js" ${attributes}></script>`;

export const element = (survey, attributes = '') => `<tideline-survey key="${surveys[survey]}" ${attributes}></tideline-survey>`;

/** Puts a page on another origin than the door's and tells its address. */
export function put(body, headers = {}) {
  const path = '/' + pages.size;
  pages.set(path, { html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title></head><body>${body}</body></html>`, headers });
  return `http://127.0.0.1:${server.address().port}${path}`;
}

/** A page of a fresh browser, with all that it posted to the door and all that it complained of. */
export async function visit(address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const posted = [];
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => {
    if (request.method() === 'POST') posted.push({ path: new URL(request.url()).pathname, body: JSON.parse(request.postData()) });
  });
  if (address) await page.goto(address);
  return { page, context, posted, complaints };
}

export const answers = (posted) => posted.filter(({ path }) => path === '/w/v1/responses').map(({ body }) => body);
export const events = (posted) => posted.filter(({ path }) => path === '/w/v1/events').map(({ body }) => body.event);

/** The only text that the card shows once the form is gone. */
export const said = (page, text) => page.locator('tideline-survey').getByRole('status').filter({ hasText: text }).waitFor();

export const choose = (page, score) => page.getByRole('radio').and(page.locator(`[value="${score}"]`)).check();

/** Tells the test around this script what must be stored, once. */
export function stored({ response, score, comment }) {
  console.log('STORED ' + JSON.stringify({ response, score, comment: comment ?? null }));
}

/** Tells it what must not be. */
export function absent(response) {
  console.log('ABSENT ' + JSON.stringify({ response }));
}

/** Lets the page draw what it has to, and look at what is seen. */
export const drawn = (page) => page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));

/** Awaits that the door has heard what was shown. */
export const told = (page) => page.waitForFunction(() => Object.keys(localStorage).every((key) => !/^tideline.answer.*shown$/.test(key)));

/** What the widget keeps in this browser, what was shown apart. */
export async function keptIn(page) {
  await told(page);
  return page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tideline.')));
}
