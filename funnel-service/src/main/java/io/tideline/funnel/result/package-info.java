/** What a funnel says of many customers: counts, rates, times, groups and trends. Walks no journey itself. */
@NullMarked
package io.tideline.funnel.result;

import org.jspecify.annotations.NullMarked;
