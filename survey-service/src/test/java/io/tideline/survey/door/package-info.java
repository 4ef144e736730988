/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.door;

import org.jspecify.annotations.NullMarked;
