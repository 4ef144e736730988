package io.tideline.funnel.customer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who looks after a customer, and in which team. */
public record Care(@Nullable UUID agent, @Nullable UUID team) {}
