/** Stage 4, run: calls are made as soon as what they wait for is there; answers are merged into one tree of slots. */
@NullMarked
package io.tideline.gateway.execute;

import org.jspecify.annotations.NullMarked;
