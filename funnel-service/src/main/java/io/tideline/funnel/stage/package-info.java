/** Where customers stand and stood: tag intervals, journeys and membership of an instant. Counts no conversion. */
@NullMarked
package io.tideline.funnel.stage;

import org.jspecify.annotations.NullMarked;
