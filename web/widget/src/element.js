import { ask, doorOf } from './door.js';
import { CustomEvent, RegExp, String, bag, brought, make, pause, read, stringify } from './own.js';
import { next } from './retry.js';
import { Showing } from './showing.js';
import { seenWithin, withheld } from './store.js';
import { dress } from './style.js';
import { directionOf, wordsIn } from './texts/index.js';

const REPEAT_DAYS = 30;
/** Tries to load a survey, a minute or two in all: a page that may not show it hears nothing from the door, as if there were no network. */
const MOST_TRIES = 6;
/** Milliseconds until the address is looked at again: no browser of some years ago tells that a script has changed it. */
const LOOK_AGAIN = 1000;
/** What is typed here is none of the page's business, its shortcuts least of all. */
const KEYS = ['keydown', 'keypress', 'keyup'];

/**
 * A survey on a page.
 *
 * @attr key public key of the survey
 * @attr region where its door is: an origin, or the name of a region; by default where the script came from
 * @attr mode inline (default), popover or page
 * @attr delay seconds before a popover opens; manual: only show() opens it
 * @attr repeat-days days a popover stays away once it was answered or closed; 30
 * @attr properties JSON of what the page knows of its visitor, for surveys that are for some
 * @attr storage none: nothing is kept in the browser
 * @attr theme light or dark; by default as the system has it
 * @attr customer external id of who answers
 * @attr language language to show it in, of those it was translated to; by default the browser's
 * @attr signed token of your server that proves who answers
 * @attr texts JSON of the widget's own words, for a language it does not bring
 * @fires tideline-shown, tideline-answered, tideline-closed, tideline-failed, tideline-withheld
 * @csspart card, question, send
 */
export class TidelineSurvey extends HTMLElement {
  #root = this.attachShadow(bag({ mode: 'open' }));
  #run = 0;
  #showing = null;
  #wanted = false;

  static get observedAttributes() {
    return ['key', 'region', 'mode', 'texts', 'signed', 'language'];
  }

  constructor() {
    super();
    dress(this.#root);
    for (const type of KEYS) this.#root.addEventListener(type, (event) => event.stopPropagation());
  }

  connectedCallback() {
    if (!this.#showing) this.#start();
  }

  /** An element that is only moved is connected again at once. */
  async disconnectedCallback() {
    await null;
    if (!this.isConnected) this.#stop();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after && this.isConnected && this.#run) this.#start();
  }

  /** Opens a popover now; focus goes into it, and back when it closes. */
  show() {
    this.#wanted = true;
    this.#showing?.open(true);
  }

  /** Closes a popover. */
  close() {
    this.#showing?.close();
  }

  #stop() {
    this.#run++;
    this.#showing?.end();
    this.#showing = null;
    this.#root.replaceChildren();
  }

  async #start() {
    this.#stop();
    const run = this.#run;
    const key = this.getAttribute('key');
    if (!key) return;
    const door = doorOf(this.getAttribute('region'));
    const signed = this.getAttribute('signed') || (this.#mode() === 'page' && brought('t')) || undefined;
    const language = this.getAttribute('language') || navigator.language;
    const url = door + '/w/v1/surveys/' + encodeURIComponent(key);
    const survey = await (signed ? this.#ask(run, url, stringify(bag({ signed, language }))) : this.#ask(run, url + '?language=' + encodeURIComponent(language)));
    if (run !== this.#run || !survey) return;
    const { reason, until } = (survey.show ? this.#mode() !== 'page' && withheld(survey, key) : survey) || bag({});
    if (reason) return this.#fire('withheld', { reason, until });
    const said = wordsIn(survey.language, this.getAttribute('texts'));
    this.#showing = new Showing(this.#root, bag({ ...this.#wishes(), key, door, survey, ...said, signed }));
    if (this.#mode() === 'popover') this.#openInTime(run, key, survey.target || bag({}));
  }

  #mode() {
    return this.getAttribute('mode') || 'inline';
  }

  #wishes() {
    return {
      mode: this.#mode(),
      keeps: this.getAttribute('storage') !== 'none',
      customer: this.getAttribute('customer'),
      fire: (name, detail) => this.#fire(name, detail),
    };
  }

  /** Who leaves the pages that it is for, without loading another, begins anew on the next of them. */
  async #openInTime(run, key, { urls, properties, event, delaySeconds }) {
    const delay = this.getAttribute('delay');
    const days = this.getAttribute('repeat-days');
    if (this.#wanted) return this.show();
    const told = read(this.getAttribute('properties')) || bag({});
    if (delay === 'manual' || (properties && !properties.every(({ name, anyOf }) => anyOf.includes(String(told[name]))))) return;
    const isHere = () => run !== this.#run || !urls || urls.some((url) => fits(url, location.href));
    do {
      while (!isHere()) await pause(LOOK_AGAIN);
      if (event) await happening(event);
      await pause((delay ?? delaySeconds) * 1000);
    } while (!isHere());
    if (run === this.#run && !seenWithin(key, days ?? REPEAT_DAYS)) this.#showing.open(false);
  }

  /** The survey as the door shows it, asked for by post where somebody is proved: addresses end in logs. Null where there is none to show. A page that has nothing else to show never gives up. */
  async #ask(run, url, sent) {
    for (let tries = 1; run === this.#run; tries++) {
      const { status, retryAfter, body } = await ask(url, sent);
      const verdict = next(status, retryAfter, tries);
      if (verdict === 'stored' && body && (body.scale || body.show === false)) return body;
      if (typeof verdict !== 'number' || (tries >= MOST_TRIES && this.#mode() !== 'page')) {
        if (run === this.#run) this.#missing(status, body);
        return null;
      }
      await pause(verdict);
    }
    return null;
  }

  /** A page that came for the survey says that there is none; any other page stays as it is. */
  #missing(status, body) {
    if (this.#mode() === 'page') {
      const { words, language } = wordsIn(navigator.language, this.getAttribute('texts'));
      const text = make('p', { class: 'status' }, words[status === 401 || status === 410 ? 'expired' : 'gone']);
      this.#root.replaceChildren(make('main', { class: 'card page', lang: language, dir: directionOf(language) }, text));
    }
    this.#fire('failed', { status, code: body?.code });
  }

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent('tideline-' + name, bag({ bubbles: true, composed: true, detail })));
  }
}

/** Whether an address is one of those that a pattern with * means. */
const fits = (pattern, address) =>
  new RegExp('^' + pattern.replace(/[^*\w]/g, '\\$&').replace(/\*/g, '.*') + '$').test(address);

/** Awaits that the page tells of an event: dispatchEvent(new CustomEvent('tideline-event', { detail: name })). */
const happening = (name) =>
  bag({ then: (resolve) => window.addEventListener('tideline-event', ({ detail }) => detail === name && resolve()) });
