/** Documents that clients name instead of sending them: a bounded memory by hash, and lists that were read at start. */
@NullMarked
package io.tideline.gateway.operation.persisted;

import org.jspecify.annotations.NullMarked;
