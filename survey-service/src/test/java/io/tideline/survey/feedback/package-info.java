/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.feedback;

import org.jspecify.annotations.NullMarked;
