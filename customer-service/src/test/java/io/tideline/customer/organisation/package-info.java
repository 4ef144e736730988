/** Tests of the feature of the same name. */
@NullMarked
package io.tideline.customer.organisation;

import org.jspecify.annotations.NullMarked;
