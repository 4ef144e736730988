import { followUpsOf } from './follow.js';
import { Math, TextEncoder, make, stringify } from './own.js';
import { familyOf } from './question.js';
import { digitsIn } from './texts/index.js';

const LONGEST_COMMENT = 4000;
/** Bytes of what is written and chosen, of the 16 KiB that the door takes; ids, tokens and proofs have the rest. */
const ROOM = 13_000;
/** A unit of a text has at most so many bytes. */
const WIDEST = 3;

/**
 * The question with its scale, the comment that is asked for once a step is chosen, and the button.
 *
 * @param {object} survey as the door shows it
 * @param {object} words the widget's own, in `language`
 */
export function formOf(survey, words, language) {
  const ends = words[familyOf(survey.type)] || [];
  const error = make('p', { class: 'error', role: 'alert', lang: language });
  const comment = make('textarea', { id: 'comment', rows: 3, maxlength: LONGEST_COMMENT });
  const more = make('div', { class: 'more', hidden: '' }, make('label', { for: 'comment', lang: language }, words.comment), comment);
  const button = make('button', { class: 'send', type: 'submit', lang: language }, words.send);
  const group = make(
    'fieldset',
    {},
    make('legend', { id: 'question', lang: survey.language }, survey.question),
    scaleOf(survey, ends, language),
    ends.length && make('div', { class: 'ends', 'aria-hidden': true, lang: language }, make('span', {}, ends[0]), make('span', {}, ends[1])),
  );
  const follow = followUpsOf(survey);
  /** People do not see it; machines that fill in whatever they find do. */
  const trap = make('input', { name: 'website', tabindex: -1, autocomplete: 'off', 'aria-hidden': true });
  const form = make('form', { novalidate: '' }, group, error, more, ...follow.elements, make('div', { class: 'unseen' }, trap), button);
  const radios = group.querySelectorAll('input');
  const score = () => {
    for (const radio of radios) if (radio.checked) return +radio.value;
    return null;
  };
  follow.show(null);
  keepToRoom(form);
  return {
    form,
    button,
    comment: () => comment.value.trim(),
    trapped: () => trap.value || undefined,
    /** The chosen step, null before. */
    score,
    answers: (whole) => follow.answers(score(), whole),
    /** Whether all is answered that has to be; says so where it is not. */
    isWhole() {
      const missing = score() === null ? radios[0] : follow.missing(score());
      if (!missing) return true;
      error.textContent = words.choose;
      missing.focus();
      return false;
    },
    choose(score) {
      for (const radio of radios) if (+radio.value === score) radio.checked = true;
    },
    /** What was chosen stays chosen: the door has it. */
    lock() {
      for (const radio of radios) radio.disabled = !radio.checked;
      follow.lock(score());
    },
    showMore() {
      more.hidden = score() === null;
      follow.show(score());
      error.textContent = '';
    },
    focus() {
      radios[0].focus();
    },
  };
}

/**
 * Texts end where the door would refuse the answer, so that nothing is written in vain: six thousand Chinese characters are more than it takes. What is
 * not asked now counts too, since another score may ask it again.
 */
function keepToRoom(form) {
  const texts = [...form.querySelectorAll('textarea')].map((text) => [text, text.maxLength]);
  form.addEventListener('input', () => {
    const given = [...form.querySelectorAll('textarea, :checked')].map(({ value }) => value);
    const room = Math.max(0, ROOM - new TextEncoder().encode(stringify(given.join(''))).length);
    for (const [text, longest] of texts) text.maxLength = Math.min(longest, text.value.length + room / WIDEST);
  });
}

/** Radio buttons, so that arrows, space and every screen reader work as they do everywhere; the ends are part of the names of the outer two. */
function scaleOf({ scale, language }, ends, wordsLanguage) {
  const digits = digitsIn(language);
  const { lowest, highest } = scale;
  const steps = [];
  for (let score = lowest; score <= highest; score++) {
    const end = score === lowest ? ends[0] : score === highest && ends[1];
    steps.push(
      make(
        'label',
        {},
        make('input', { type: 'radio', name: 'score', value: score }),
        make('span', { class: 'step' }, digits(score), end ? make('span', { class: 'unseen', lang: wordsLanguage }, ' ' + end) : null),
      ),
    );
  }
  const many = steps.length > 7 ? ' many' + (steps.length % 2 ? ' odd' : '') : '';
  return make('div', { class: 'scale' + many }, ...steps);
}
