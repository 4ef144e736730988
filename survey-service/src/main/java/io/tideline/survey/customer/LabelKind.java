package io.tideline.survey.customer;

import io.tideline.platform.sql.Ids;
import java.util.UUID;

/** What a label names, with the kind its ids are made from and the name of its GraphQL type. */
public enum LabelKind {
    AGENT("agent", "Agent"),
    TEAM("team", "Team"),
    CHANNEL_ACCOUNT("channelAccount", "ChannelAccount"),
    CAMPAIGN("campaign", "Campaign");

    private final String idKind;
    private final String graphType;

    LabelKind(String idKind, String graphType) {
        this.idKind = idKind;
        this.graphType = graphType;
    }

    public UUID id(String tenant, String externalId) {
        return Ids.uuid(tenant, idKind, externalId);
    }

    public String graphType() {
        return graphType;
    }
}
