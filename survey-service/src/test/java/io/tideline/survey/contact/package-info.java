/** Tests of the feature of this name. */
@NullMarked
package io.tideline.survey.contact;

import org.jspecify.annotations.NullMarked;
