/** Definitions of funnels and their versions. Computes nothing. */
@NullMarked
package io.tideline.funnel.funnel;

import org.jspecify.annotations.NullMarked;
