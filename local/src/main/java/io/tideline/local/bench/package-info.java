/** Measures the running platform; every benchmark ends with one line of {@code key=value} figures. */
@NullMarked
package io.tideline.local.bench;

import org.jspecify.annotations.NullMarked;
