/** Revenue of a period: buyers, orders, amounts, repeat purchases, by group and by bucket. Knows no cost. */
@NullMarked
package io.tideline.roi.revenue;

import org.jspecify.annotations.NullMarked;
