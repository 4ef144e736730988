package io.tideline.funnel.match;

import org.eclipse.microprofile.graphql.Description;

/** Which start counts when a customer enters more than once. */
@Description("Which start counts when a customer enters the funnel more than once in the period.")
public enum ReentryPolicy {
    @Description("The first entry opens the window; later ones do not reset it.")
    FIRST_ENTRY,
    @Description(
            "The entry that gets furthest; among equals the latest start, for conversions the earliest completion.")
    BEST_ENTRY,
    @Description(
            "The entry that gets furthest; among equals the earliest start. Where attempts are counted, as EACH_ATTEMPT.")
    EARLIEST_LONGEST,
    @Description(
            "Every entry opens an attempt of its own, and a stage counts for the nearest attempt that waits for it.")
    NEAREST,
    @Description(
            "One attempt after the other: a new one can begin once the last has converted or its window has passed.")
    EACH_ATTEMPT
}
