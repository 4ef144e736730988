package io.tideline.customer.customer;

import io.tideline.customer.channel.ChannelAccount;
import io.tideline.customer.team.Agent;
import io.tideline.customer.team.Team;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Scope;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Ids;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whom a list is asked for, and how much of it the caller sees.
 *
 * @param search text to find, or null
 * @param searchesNames whether the caller may find customers by their names
 * @param onlyAgent the only agent whose customers are seen, or null
 * @param onlyTeam the only team whose customers are seen, or null
 */
public record CustomerFilter(
        String tenant,
        SegmentInput segment,
        @Nullable String search,
        boolean searchesNames,
        @Nullable UUID onlyAgent,
        @Nullable UUID onlyTeam) {
    static final int LONGEST_SEARCH = 200;
    static final int MOST_VALUES = 500;

    static CustomerFilter of(Caller caller, @Nullable SegmentInput segment, @Nullable String search) {
        if (search != null && (search.length() > LONGEST_SEARCH || search.indexOf(0) >= 0)) {
            throw AppException.badInput(
                    "search", "A search has at most " + LONGEST_SEARCH + " characters, none of them NUL.");
        }
        SegmentInput asked = SegmentInput.orEveryone(segment);
        checked("markets", asked.markets());
        checked("languages", asked.languages());
        checked("sources", asked.sources());
        checked("tags", asked.tags());
        String found = search == null || search.isBlank() ? null : search.strip();
        return new CustomerFilter(
                caller.tenant(), asked, found, caller.has(Scope.PII_READ), onlyAgent(caller), onlyTeam(caller));
    }

    /** The only agent whose customers the caller sees, or null. */
    public static @Nullable UUID onlyAgent(Caller caller) {
        Visibility visibility = caller.visibility();
        return visibility.agent() == null ? null : Ids.uuid(caller.tenant(), Agent.KIND, visibility.agent());
    }

    /** The only team whose customers the caller sees, or null. */
    public static @Nullable UUID onlyTeam(Caller caller) {
        Visibility visibility = caller.visibility();
        return visibility.team() == null ? null : Ids.uuid(caller.tenant(), Team.KIND, visibility.team());
    }

    UUID @Nullable [] campaigns() {
        return ids("Campaign", "campaigns", segment.campaigns());
    }

    UUID @Nullable [] channelAccounts() {
        return ids(ChannelAccount.TYPE, "channelAccounts", segment.channelAccounts());
    }

    UUID @Nullable [] teams() {
        return ids(Team.TYPE, "teams", segment.teams());
    }

    UUID @Nullable [] agents() {
        return ids(Agent.TYPE, "agents", segment.agents());
    }

    String @Nullable [] texts(Function<SegmentInput, @Nullable List<String>> field) {
        List<String> values = field.apply(segment);
        return values == null ? null : values.toArray(String[]::new);
    }

    private static UUID @Nullable [] ids(String type, String field, @Nullable List<String> globalIds) {
        checked(field, globalIds);
        return globalIds == null
                ? null
                : globalIds.stream().map(id -> GlobalId.uuid(type, id)).toArray(UUID[]::new);
    }

    private static void checked(String field, @Nullable List<String> values) {
        if (values != null && values.size() > MOST_VALUES) {
            throw AppException.badInput("segment." + field, "At most " + MOST_VALUES + " values are taken here.");
        }
        if (values != null && values.stream().anyMatch(value -> value.indexOf(0) >= 0)) {
            throw AppException.badInput("segment." + field, "A value holds a character that cannot be stored.");
        }
    }
}
