/** Customers: who they are, finding them, merging them, and placeholders for those only heard of. Tags are in tag. */
@NullMarked
package io.tideline.customer.customer;

import org.jspecify.annotations.NullMarked;
