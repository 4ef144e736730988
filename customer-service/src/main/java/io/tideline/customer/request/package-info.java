/** Mutations that were sent under an idempotency key, so that a retry changes nothing. Knows none of the mutations. */
@NullMarked
package io.tideline.customer.request;

import org.jspecify.annotations.NullMarked;
