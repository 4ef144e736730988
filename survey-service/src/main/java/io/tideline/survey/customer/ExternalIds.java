package io.tideline.survey.customer;

import org.jspecify.annotations.Nullable;

/** The organisation's own ids of a customer and an agent; null for what is not known here. */
public record ExternalIds(@Nullable String customer, @Nullable String agent) {}
