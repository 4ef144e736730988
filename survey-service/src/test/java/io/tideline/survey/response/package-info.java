/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.response;

import org.jspecify.annotations.NullMarked;
