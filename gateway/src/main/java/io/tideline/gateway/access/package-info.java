/** Stage 2, gate: from a caller's scopes to the schema that caller has; knows no plan and no transport. */
@NullMarked
package io.tideline.gateway.access;

import org.jspecify.annotations.NullMarked;
