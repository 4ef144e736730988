/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.show;

import org.jspecify.annotations.NullMarked;
