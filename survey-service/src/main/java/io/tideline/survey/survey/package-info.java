/** Surveys, their versions, keys and life: made, asked anew in another version, closed. Knows nothing of answers. */
@NullMarked
package io.tideline.survey.survey;

import org.jspecify.annotations.NullMarked;
