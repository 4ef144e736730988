/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.survey;

import org.jspecify.annotations.NullMarked;
