package io.tideline.platform.graph;

import org.eclipse.microprofile.graphql.Description;

/** What numbers can be broken down by. */
@Description("What a number can be broken down by. Customers without a value form a group of their own.")
public enum Dimension {
    @Description("Market the customer belongs to.")
    MARKET,
    @Description("Language the customer is served in.")
    LANGUAGE,
    @Description("Source the customer came from.")
    SOURCE,
    @Description("Campaign that reached the customer.")
    CAMPAIGN,
    @Description("Channel account the customer writes to.")
    CHANNEL_ACCOUNT,
    @Description("Team of the customer's agent.")
    TEAM,
    @Description("Agent who looks after the customer.")
    AGENT
}
