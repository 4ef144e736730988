import { formOf } from './form.js';
import { brought, make } from './own.js';
import { directionOf } from './texts/index.js';

/** What is seen of a survey: a card in the page, in a corner above it, or a page of its own. */
export class Card {
  #given;
  form;
  #status;
  #voice;
  #back = null;

  /** @param hears chosen, submitted, closed */
  constructor(root, given, hears) {
    this.#given = given;
    this.form = formOf(given.survey, given.words, given.language);
    this.#status = make('p', { class: 'status', role: 'status', tabindex: -1, lang: given.language, dir: directionOf(given.language) });
    this.#voice = make('p', { class: 'unseen', role: 'status', lang: given.language });
    this.element = this.#build(hears);
    this.#listen(hears);
    root.append(this.element, this.#voice);
    if (given.mode === 'page') this.#takePage();
  }

  /** Opens a popover; it takes the focus only where somebody asked for it. */
  open(withFocus) {
    if (!this.element.hidden) return;
    this.element.hidden = false;
    this.element.showPopover?.();
    if (withFocus) {
      this.#back = document.activeElement;
      this.form.focus();
    } else {
      this.#voice.textContent = this.#given.words.opened + ' ' + this.#given.survey.question;
    }
  }

  /** @returns whether it was open */
  close() {
    if (this.element.hidden) return false;
    this.element.hidePopover?.();
    this.element.hidden = true;
    this.#voice.textContent = '';
    this.#back?.focus();
    return true;
  }

  /** Chooses for somebody; nothing is sent of it before they do something themselves. */
  choose(score) {
    this.form.choose(score);
    if (this.form.score() !== null) this.form.showMore();
  }

  busy() {
    this.form.button.setAttribute('aria-disabled', 'true');
    this.form.button.textContent = this.#given.words.sending;
  }

  /** Puts words in place of the form; focus that was in the form moves to them. */
  say(name) {
    const within = this.element.contains(this.element.getRootNode().activeElement);
    this.form.form.hidden = true;
    this.#status.className = 'status ' + name;
    this.#status.textContent = this.#given.words[name];
    if (within) this.#status.focus();
  }

  #build(hears) {
    const { mode, survey, words, language } = this.#given;
    const popover = mode === 'popover';
    const close = popover && make('button', { class: 'close', type: 'button', 'aria-label': words.close, lang: language });
    if (close) close.addEventListener('click', hears.closed);
    return make(
      mode === 'page' ? 'main' : 'section',
      {
        class: 'card ' + mode,
        part: 'card',
        role: popover ? 'dialog' : null,
        popover: popover ? 'manual' : null,
        hidden: popover ? '' : null,
        'aria-labelledby': mode === 'page' ? null : 'question',
        lang: survey.language,
        dir: directionOf(survey.language),
      },
      mode === 'page' && make('h1', {}, survey.title),
      this.form.form,
      this.#status,
      close,
    );
  }

  #listen(hears) {
    const { form } = this.form;
    form.addEventListener('change', (event) => {
      if (event.target.type === 'textarea') return;
      this.form.showMore();
      hears.chosen();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      hears.submitted();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#given.mode === 'popover') hears.closed();
    });
  }

  /** A page of its own has the survey's title and language; a link may bring a score, which counts only once somebody sends it. */
  #takePage() {
    const { survey } = this.#given;
    const score = brought('score');
    document.title = survey.title;
    document.documentElement.lang = survey.language;
    if (score) this.choose(+score);
  }
}
