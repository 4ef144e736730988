import { String, bag, list, make } from './own.js';

const LONGEST = 2000;

/**
 * The questions after the score. Those alone are seen that the answers lead to, by the rule that the door checks: the first branch that holds, else the
 * next question.
 */
export function followUpsOf({ followUps = [], branches = [], link }) {
  const fields = followUps.map(fieldOf);

  function path(score) {
    const on = [];
    for (let at = score === null ? fields.length : next(branches, 0, score, []); at < fields.length; ) {
      const field = fields[at];
      const given = field.given();
      on.push(field);
      at = given.length ? next(field.question.branches || [], at + 1, null, given) : at + 1;
    }
    return on;
  }

  function next(ways, otherwise, score, given) {
    for (const { atLeast, atMost, anyOf, goTo } of ways) {
      if (score < atLeast || score > atMost || (anyOf && !anyOf.some((one) => given.includes(one)))) continue;
      const at = followUps.findIndex(({ key }) => key === goTo);
      return at < 0 ? fields.length : at;
    }
    return otherwise;
  }

  /**
   * With a part of an answer goes what was chosen from the first question on, up to one that was not: nothing that is said later leads past it. A link
   * that is taken up again begins with the score alone.
   */
  function answers(score, whole) {
    const all = bag({});
    for (const { question, given } of path(score)) {
      const said = given();
      if (!whole && (link || !question.options?.length || !said.length)) break;
      if (said.length) all[question.key] = list(said);
    }
    return all;
  }

  return {
    elements: fields.map(({ element }) => element),
    /** Shows what these answers lead to. */
    show(score) {
      const on = path(score);
      for (const field of fields) field.element.hidden = !on.includes(field);
    },
    /** The first question that must be answered and is not. */
    missing: (score) => path(score).find(({ question, given }) => question.required && !given().some((one) => one !== 'false')),
    answers,
    /** What went with a part of an answer stays chosen: the door has it. */
    lock(score) {
      const sent = answers(score);
      for (const { question, element } of fields) if (question.key in sent) element.disabled = true;
    },
  };
}

function fieldOf(question) {
  const { key, kind, text, options } = question;
  const name = 'f.' + key;
  if (kind === 'TEXT') {
    const input = make('textarea', { id: name, rows: 3, maxlength: LONGEST });
    return {
      question,
      element: make('div', { class: 'more' }, make('label', { for: name }, text), input),
      given: () => (input.value.trim() ? [input.value.trim()] : []),
      focus: () => input.focus(),
    };
  }
  const type = kind === 'SINGLE' ? 'radio' : 'checkbox';
  const consent = kind === 'CONSENT';
  const inputs = (consent ? [{ key: '', text }] : options).map((one) => ({ ...one, input: make('input', { type, name, value: one.key }) }));
  const list = inputs.map((one) => make('label', {}, one.input, make('span', { class: 'step option' }, one.text)));
  return {
    question,
    element: make('fieldset', { class: 'more list' }, consent ? null : make('legend', { class: 'next' }, text), ...list),
    given: () => (consent ? [String(inputs[0].input.checked)] : inputs.filter(({ input }) => input.checked).map((one) => one.key)),
    focus: () => inputs[0].input.focus(),
  };
}
