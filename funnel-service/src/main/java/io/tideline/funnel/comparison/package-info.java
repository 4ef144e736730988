/** Funnels beside one another: periods, groups, traits, months, and where they differ most. Reads none itself. */
@NullMarked
package io.tideline.funnel.comparison;

import org.jspecify.annotations.NullMarked;
