/** What every public route shares: limits on size, rate and concurrency, cross-origin answers and refusals. Of a survey it knows only whose it is. */
@NullMarked
package io.tideline.survey.door;

import org.jspecify.annotations.NullMarked;
