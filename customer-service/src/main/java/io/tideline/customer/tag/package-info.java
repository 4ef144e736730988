/** Tags that customers carry over time, as intervals. What a funnel makes of them is not known here. */
@NullMarked
package io.tideline.customer.tag;

import org.jspecify.annotations.NullMarked;
