/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.link;

import org.jspecify.annotations.NullMarked;
