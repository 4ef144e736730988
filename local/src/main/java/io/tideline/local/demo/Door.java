package io.tideline.local.demo;

import io.tideline.local.platform.Part;

/** The ingest doors, in the order in which they are filled: what others refer to comes first. */
enum Door {
    ORGANISATION(Part.CUSTOMER, "organisation"),
    TEAMS(Part.CUSTOMER, "teams"),
    AGENTS(Part.CUSTOMER, "agents"),
    CHANNEL_ACCOUNTS(Part.CUSTOMER, "channel-accounts"),
    KPI_TARGETS(Part.CUSTOMER, "kpi-targets"),
    CUSTOMERS(Part.CUSTOMER, "customers"),
    TAGS(Part.CUSTOMER, "tags"),
    EVENTS(Part.FUNNEL, "events"),
    CAMPAIGNS(Part.ROI, "campaigns"),
    ORDERS(Part.ROI, "orders"),
    COSTS(Part.ROI, "costs"),
    AD_SPEND(Part.ROI, "ad-spend"),
    SURVEYS(Part.SURVEY, "surveys"),
    DELIVERIES(Part.SURVEY, "deliveries"),
    RESPONSES(Part.SURVEY, "responses");

    private final Part part;
    private final String kind;

    Door(Part part, String kind) {
        this.part = part;
        this.kind = kind;
    }

    Part part() {
        return part;
    }

    String kind() {
        return kind;
    }

    String path() {
        return "/ingest/" + kind;
    }
}
