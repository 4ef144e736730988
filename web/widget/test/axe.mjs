import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA with all that it stands on, and what is good practice. Rules that came with 2.2 are off unless they are named. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds; where there is a button, how large it is to press is looked at too. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
  const passed = found.passes.map(({ id }) => id);
  assert.ok(passed.length > 10, 'axe looked at the widget');
  assert.equal(passed.includes('target-size'), (await page.getByRole('button').count()) > 0);
  return found.violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary).join('; '));
}
