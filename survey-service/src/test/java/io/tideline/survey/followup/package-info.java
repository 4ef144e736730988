/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.followup;

import org.jspecify.annotations.NullMarked;
