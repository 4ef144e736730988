import { TidelineSurvey } from './element.js';
import { make } from './own.js';
import { resume } from './queue.js';

const NAME = 'tideline-survey';
const script = document.currentScript;

if (!customElements.get(NAME)) {
  customElements.define(NAME, TidelineSurvey);
  resume();
}

/** One line does: a script with data-key brings its own popover, and every other data attribute becomes one of the element. */
if (script?.hasAttribute('data-key')) {
  const element = make(NAME, { mode: 'popover' });
  for (const { name, value } of script.attributes) {
    if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  }
  if (document.body) document.body.append(element);
  else document.addEventListener('DOMContentLoaded', () => document.body.append(element));
}
