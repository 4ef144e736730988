package io.tideline.funnel.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer while blocks are being packed.
 *
 * @param dimensions null where they must be looked up
 */
record DraftJourney(UUID customer, MomentList moments, Dimensions.@Nullable Values dimensions) {}
