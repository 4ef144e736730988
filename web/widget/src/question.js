import { bag } from './own.js';

/**
 * What is asked, by the family of the survey's type: the names of the texts at the ends of its scale. The scale itself comes with the survey, so a type
 * of a known family needs nothing here.
 */
const FAMILIES = bag({ nps: 'likely', csat: 'satisfied', ces2: 'agree', ces: 'effort' });

/** @returns {string | undefined} nothing for a family that this widget does not know: then the ends stay without a text */
export const familyOf = (type) => FAMILIES[type.split('.')[0]];
