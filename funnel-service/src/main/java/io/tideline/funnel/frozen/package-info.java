/** Results of funnels as they were when a period was closed, and how they have been restated since. Computes none itself. */
@NullMarked
package io.tideline.funnel.frozen;

import org.jspecify.annotations.NullMarked;
