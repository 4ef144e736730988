import { Card } from './card.js';
import { AbortController, Date, IntersectionObserver, bag, mint, stringify } from './own.js';
import { send } from './queue.js';
import { forget, isKept, keep, note, see } from './store.js';

/** By these somebody shows on a page of its own that they are there: scanners of mail open links too, and run their scripts. */
const ACTS = ['pointermove', 'pointerdown', 'keydown', 'focusin'];

/** How long a draft is left to the page that holds it; then the next page of the site brings it to the door. */
const DRAFT = 30 * 60_000;

/** One survey shown to one person: an id, a card, what was noted of it and the answer. */
export class Showing {
  #response;
  #given;
  /** whether the answer is that of a person: a step that an address chose is nobody's before somebody acts */
  #meant = false;
  #card;
  #noted = bag({});
  /** none, draft: kept by this page, part: the score is on its way, whole, closed: not to be sent */
  #sent = 'none';
  #answeredAt = null;
  #watch;
  #over = new AbortController();

  constructor(root, given) {
    const link = given.survey.link || bag({});
    this.#given = given;
    this.#response = link.response || mint();
    this.#card = new Card(root, given, {
      chosen: () => {
        this.#meant = true;
        this.#shown();
        this.#note('started');
      },
      submitted: () => this.#submit(),
      closed: () => this.close(),
    });
    const { signal } = this.#over;
    if (given.mode === 'page') {
      for (const act of ACTS) window.addEventListener(act, ({ isTrusted }) => isTrusted && this.#shown(), bag({ signal, capture: true }));
    } else {
      this.#watch = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#shown(), bag({ threshold: 0.3 }));
      this.#watch.observe(this.#card.element);
    }
    this.#takeUp(link);
    window.addEventListener('pagehide', () => this.#leave(), bag({ signal }));
    document.addEventListener('visibilitychange', () => this.#turn(), bag({ signal }));
  }

  /** A link gives one answer: what was begun goes on, what is finished stays. */
  #takeUp({ state, score }) {
    if (state === 'FINISHED') {
      this.#sent = 'whole';
      this.#card.say('already');
    } else if (state === 'UNFINISHED') {
      this.#card.choose(score);
      this.#card.form.lock();
    }
  }

  open(withFocus) {
    if (this.#sent === 'closed') this.#sent = 'none';
    this.#card.open(withFocus);
  }

  close() {
    if (!this.#card.close()) return;
    if (this.#sent === 'none') {
      this.#sent = 'closed';
      this.#note('dismissed');
    }
    if (this.#given.keeps) see(this.#given.key);
    this.#given.fire('closed');
  }

  end() {
    this.#leave();
    this.#watch?.disconnect();
    this.#over.abort();
  }

  #shown() {
    if (this.#noted.shown) return;
    this.#note('shown');
    const { keeps, mode, key, survey } = this.#given;
    if (keeps && survey.contact && mode !== 'page') note(key, survey.type);
    this.#given.fire('shown');
  }

  #note(event) {
    if (this.#noted[event]) return;
    this.#noted[event] = true;
    const at = Date.now();
    const { key, door, keeps, signed } = this.#given;
    const body = bag({ survey: key, response: this.#response, event, signed, at: new Date(at).toISOString() });
    send(bag({ name: this.#response + '.' + event, url: door + '/w/v1/events', body: stringify(body), at, kept: keeps && event === 'shown' }));
  }

  #submit() {
    if (!this.#card.form.isWhole()) return undefined;
    if (this.#sent === 'whole') return undefined;
    this.#shown();
    this.#sent = 'whole';
    this.#card.busy();
    if (this.#given.keeps && this.#given.mode === 'popover') see(this.#given.key);
    return send(this.#entry(true, this.#card.form.comment()), (verdict, said) => this.#tell(verdict, said));
  }

  #tell(verdict, said) {
    if (verdict === 'stored') this.#given.fire('answered', { response: this.#response });
    const code = said?.code;
    if (verdict === 'refused') this.#given.fire('failed', { code });
    this.#card.say(verdict === 'stored' ? 'thanks' : code === 'ALREADY_ANSWERED' ? 'already' : verdict);
  }

  /** The score stands once somebody leaves; a comment that was not sent is theirs. */
  #leave() {
    if (!this.#meant || this.#card.form.score() === null || (this.#sent !== 'none' && this.#sent !== 'draft')) return;
    this.#sent = 'part';
    this.#card.form.lock();
    send(this.#entry(false));
  }

  /** A hidden page may never come back, so its score is kept as a draft and taken back when it does. */
  #turn() {
    const chosen = this.#meant && this.#card.form.score() !== null;
    if (document.visibilityState === 'visible') {
      if (this.#sent === 'draft') this.#takeBack();
    } else if (chosen && this.#sent === 'none' && this.#given.keeps) {
      keep(bag({ ...this.#entry(false), notBefore: Date.now() + DRAFT }));
      if (isKept(this.#response)) this.#sent = 'draft';
    }
  }

  #takeBack() {
    if (isKept(this.#response)) {
      forget(this.#response);
      this.#answeredAt = null;
      this.#sent = 'none';
    } else {
      this.#sent = 'part';
      this.#card.form.lock();
    }
  }

  #entry(whole, comment) {
    const { key, door, survey, customer, keeps, signed } = this.#given;
    const at = (this.#answeredAt ??= Date.now());
    const body = bag({
      survey: key,
      response: this.#response,
      score: this.#card.form.score(),
      comment: comment || undefined,
      language: survey.language,
      customer: customer || undefined,
      version: survey.version,
      signed,
      answers: survey.followUps && this.#card.form.answers(whole),
      website: this.#card.form.trapped(),
      final: whole,
      answeredAt: new Date(at).toISOString(),
    });
    return bag({ name: this.#response, url: door + '/w/v1/responses', body: stringify(body), at, kept: keeps });
  }
}
