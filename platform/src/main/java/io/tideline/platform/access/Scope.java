package io.tideline.platform.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a caller may do. The text form is the one in tokens and in {@code @requiresScopes}. */
public enum Scope {
    KPI_STRATEGIC("kpi:strategic"),
    KPI_TACTICAL("kpi:tactical"),
    KPI_EXECUTION("kpi:execution"),
    REVENUE_READ("revenue:read"),
    VALUE_READ("value:read"),
    SATISFACTION_READ("satisfaction:read"),
    FUNNEL_READ("funnel:read"),
    FUNNEL_WRITE("funnel:write"),
    CAMPAIGN_READ("campaign:read"),
    CAMPAIGN_WRITE("campaign:write"),
    ACQUISITION_READ("acquisition:read"),
    SUPPORT_READ("support:read"),
    SURVEY_WRITE("survey:write"),
    ALERT_HANDLE("alert:handle"),
    TEAM_READ("team:read"),
    SELF_READ("self:read"),
    CUSTOMER_READ("customer:read"),
    CUSTOMER_WRITE("customer:write"),
    PII_READ("pii:read"),
    SETTINGS_WRITE("settings:write"),
    EXPORT_READ("export:read"),
    INGEST_WRITE("ingest:write"),
    FEED_READ("feed:read");

    private static final Map<String, Scope> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::text, Function.identity()));

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** The scope of this text, or empty where the text names none: tokens carry other roles too. */
    public static Optional<Scope> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
