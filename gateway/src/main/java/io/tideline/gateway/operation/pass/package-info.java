/** The passes of reading, one a file: limits first, then selections without fragments. */
@NullMarked
package io.tideline.gateway.operation.pass;

import org.jspecify.annotations.NullMarked;
