/** What an operation would cost at most, estimated from its text and variables before anything is fetched. */
@NullMarked
package io.tideline.gateway.operation.cost;

import org.jspecify.annotations.NullMarked;
