/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.share;

import org.jspecify.annotations.NullMarked;
