package io.tideline.funnel.match;

import org.eclipse.microprofile.graphql.Description;

/** What is counted. */
@Description("What is counted.")
public enum CountUnit {
    @Description("Each customer once.")
    CUSTOMER,
    @Description("Each attempt; a customer may make several.")
    ATTEMPT
}
