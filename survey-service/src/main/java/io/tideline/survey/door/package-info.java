/** What every public route shares: limits on size, rate and concurrency, cross-origin answers and refusals. Knows no survey. */
@NullMarked
package io.tideline.survey.door;

import org.jspecify.annotations.NullMarked;
