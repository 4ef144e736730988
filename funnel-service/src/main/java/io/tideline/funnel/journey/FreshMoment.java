package io.tideline.funnel.journey;

import java.util.UUID;

/** A moment that is not packed yet. */
record FreshMoment(UUID customer, long time, long seq, int name) {}
