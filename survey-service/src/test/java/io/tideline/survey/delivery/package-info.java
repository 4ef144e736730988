/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.delivery;

import org.jspecify.annotations.NullMarked;
