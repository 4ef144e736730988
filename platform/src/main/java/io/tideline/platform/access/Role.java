package io.tideline.platform.access;

import static io.tideline.platform.access.Scope.*;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A realm role of the identity provider and the scopes it is composed of. A test compares this table with the realm file. */
public enum Role {
    EXECUTIVE(KPI_STRATEGIC, REVENUE_READ, VALUE_READ, SATISFACTION_READ, FUNNEL_READ),
    OPERATIONS(
            KPI_TACTICAL,
            CAMPAIGN_READ,
            CAMPAIGN_WRITE,
            FUNNEL_READ,
            FUNNEL_WRITE,
            ACQUISITION_READ,
            SATISFACTION_READ,
            SUPPORT_READ,
            SURVEY_WRITE,
            ALERT_HANDLE),
    LEAD(KPI_EXECUTION, TEAM_READ, SUPPORT_READ, FUNNEL_READ, SATISFACTION_READ, CUSTOMER_READ, PII_READ, ALERT_HANDLE),
    AGENT(KPI_EXECUTION, SELF_READ, SUPPORT_READ, CUSTOMER_READ, PII_READ, ALERT_HANDLE),
    ADMIN(SETTINGS_WRITE, CUSTOMER_READ, CUSTOMER_WRITE, PII_READ, SUPPORT_READ, ALERT_HANDLE, EXPORT_READ),
    INTEGRATION(INGEST_WRITE),
    SERVICE(FEED_READ);

    private static final Map<String, Role> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::text, Function.identity()));

    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.scopes = Set.of(scopes);
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    /** The realm role's name in tokens. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this text, or empty where the text names none: tokens carry other roles too. */
    public static Optional<Role> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
