/** Tests of the feature of the same name. */
@NullMarked
package io.tideline.customer.team;

import org.jspecify.annotations.NullMarked;
