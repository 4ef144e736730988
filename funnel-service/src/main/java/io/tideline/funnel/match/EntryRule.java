package io.tideline.funnel.match;

import org.eclipse.microprofile.graphql.Description;

/** Which moments may be an entry. */
@Description("Which moments of the first stage may be an entry into the funnel.")
public enum EntryRule {
    @Description("Every one within the period.")
    MATCHING,
    @Description(
            "Only the customer's first of all time, where it lies within the period; with `hold`, the first of any value or none.")
    FIRST_EVER
}
