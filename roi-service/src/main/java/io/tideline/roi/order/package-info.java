/** Orders and refunds as they were recorded. Sums belong to the packages that ask for them. */
@NullMarked
package io.tideline.roi.order;

import org.jspecify.annotations.NullMarked;
