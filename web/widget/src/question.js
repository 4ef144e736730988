/**
 * What is asked, by the family of the survey's type: the names of the texts at the ends of its scale. The scale itself comes with the survey, so a type
 * of a known family needs nothing here.
 */
const FAMILIES = [
  ['nps.', 'likely'],
  ['csat.', 'satisfied'],
  ['ces2.', 'agree'],
  ['ces.', 'effort'],
];

/** @returns {?string} null for a family that this widget does not know: then the ends stay without a text */
export function familyOf(type) {
  const found = FAMILIES.find(([start]) => type.startsWith(start));
  return found ? found[1] : null;
}
