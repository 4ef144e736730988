package io.tideline.funnel.customer;

import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Ids;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are asked for, and which of them the caller may see.
 *
 * @param tagsAt instant at which the segment's tags must be carried
 */
public record CustomerFilter(String tenant, SegmentInput segment, Visibility visibility, Instant tagsAt) {
    /** How many parameters {@link #addTo} binds. */
    public static final int PARAMETERS = 11;

    public static CustomerFilter of(Caller caller, @Nullable SegmentInput segment, Instant tagsAt) {
        return new CustomerFilter(caller.tenant(), SegmentInput.orEveryone(segment), caller.visibility(), tagsAt);
    }

    /**
     * Binds markets, languages, sources, campaigns, channel accounts, teams, agents, tags, the tags' instant, and the only team and the only agent that
     * may be seen; null where nothing narrows.
     */
    public Tuple addTo(Tuple arguments) {
        return arguments
                .addArrayOfString(texts(segment.markets()))
                .addArrayOfString(texts(segment.languages()))
                .addArrayOfString(texts(segment.sources()))
                .addArrayOfUUID(ids("Campaign", segment.campaigns()))
                .addArrayOfUUID(ids("ChannelAccount", segment.channelAccounts()))
                .addArrayOfUUID(ids("Team", segment.teams()))
                .addArrayOfUUID(ids("Agent", segment.agents()))
                .addArrayOfString(texts(segment.tags()))
                .addOffsetDateTime(tagsAt.atOffset(ZoneOffset.UTC))
                .addUUID(idOf("team", visibility.team()))
                .addUUID(idOf("agent", visibility.agent()));
    }

    /** Binds the teams and the agents in whose care something may count; null where nothing narrows. */
    public Tuple addHoldersTo(Tuple arguments) {
        return arguments
                .addArrayOfUUID(holders("Team", segment.teams(), idOf("team", visibility.team())))
                .addArrayOfUUID(holders("Agent", segment.agents(), idOf("agent", visibility.agent())));
    }

    private static UUID @Nullable [] holders(String type, @Nullable List<String> asked, @Nullable UUID only) {
        if (only == null) {
            return ids(type, asked);
        }
        boolean isAsked = asked == null || asked.contains(GlobalId.of(type, only));
        return isAsked ? new UUID[] {only} : new UUID[0];
    }

    /** Whether what happened in somebody's care is asked for and may be seen. */
    public boolean covers(Care care) {
        return covers(segment.agents(), "Agent", idOf("agent", visibility.agent()), care.agent())
                && covers(segment.teams(), "Team", idOf("team", visibility.team()), care.team());
    }

    private static boolean covers(
            @Nullable List<String> asked, String type, @Nullable UUID only, @Nullable UUID holder) {
        boolean isAsked = asked == null || (holder != null && asked.contains(GlobalId.of(type, holder)));
        return isAsked && (only == null || only.equals(holder));
    }

    private @Nullable UUID idOf(String kind, @Nullable String externalId) {
        return externalId == null ? null : Ids.uuid(tenant, kind, externalId);
    }

    private static String @Nullable [] texts(@Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static UUID @Nullable [] ids(String type, @Nullable List<String> values) {
        return values == null
                ? null
                : values.stream().map(id -> GlobalId.uuid(type, id)).toArray(UUID[]::new);
    }
}
