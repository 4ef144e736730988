/** Statistics of counts, proportions, durations and means. Pure functions; holds no business word. */
@NullMarked
package io.tideline.platform.stat;

import org.jspecify.annotations.NullMarked;
