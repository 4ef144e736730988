import css from './style.css';
import { make } from './own.js';

/** One sheet for all surveys of a page; a constructed sheet passes a policy that forbids inline styles. */
const sheet = (() => {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  } catch {
    return null;
  }
})();

export function dress(root) {
  if (sheet && 'adoptedStyleSheets' in root) root.adoptedStyleSheets = [sheet];
  else root.append(make('style', {}, css));
}
