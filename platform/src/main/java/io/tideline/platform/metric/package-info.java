/** The metric catalogue and the value types in which every number travels. Holds no computation of a single metric. */
@NullMarked
package io.tideline.platform.metric;

import org.jspecify.annotations.NullMarked;
