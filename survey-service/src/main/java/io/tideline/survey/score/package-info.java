/** Net promoter score, satisfaction, effort and rates from counts of answers by score. Stores nothing. */
@NullMarked
package io.tideline.survey.score;

import org.jspecify.annotations.NullMarked;
