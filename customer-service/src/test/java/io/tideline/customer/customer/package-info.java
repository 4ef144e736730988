/** Tests of the feature of the same name. */
@NullMarked
package io.tideline.customer.customer;

import org.jspecify.annotations.NullMarked;
