/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.customer;

import org.jspecify.annotations.NullMarked;
