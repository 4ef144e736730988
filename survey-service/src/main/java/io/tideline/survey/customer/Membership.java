package io.tideline.survey.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The team that an agent is in since an instant. */
record Membership(UUID agent, Instant at, @Nullable UUID team) {}
