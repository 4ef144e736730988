/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.score;

import org.jspecify.annotations.NullMarked;
