/** The metric catalogue in the graph. The catalogue itself is shared by all services. */
@NullMarked
package io.tideline.customer.metric;

import org.jspecify.annotations.NullMarked;
