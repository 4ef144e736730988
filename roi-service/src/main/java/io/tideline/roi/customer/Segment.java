package io.tideline.roi.customer;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose facts count: the asked segment, narrowed to what the caller may see. It fills the first twelve parameters of every statement that counts
 * facts of customers.
 *
 * @param tagsAt instant at which tags must be active
 */
public record Segment(String tenant, SegmentInput asked, Visibility visibility, Instant tagsAt) {

    public static Segment of(Caller caller, @Nullable SegmentInput asked, Instant tagsAt) {
        return new Segment(caller.tenant(), SegmentInput.orEveryone(asked), caller.visibility(), tagsAt);
    }

    /** Whether anything beside campaigns narrows the customers. */
    public boolean narrowsCustomers() {
        return !visibility.equals(Visibility.ALL)
                || Stream.of(
                                asked.markets(),
                                asked.languages(),
                                asked.sources(),
                                asked.channelAccounts(),
                                asked.teams(),
                                asked.agents(),
                                asked.tags())
                        .anyMatch(values -> values != null);
    }

    /** Campaigns asked for, or null where they do not narrow. */
    public UUID @Nullable [] campaigns() {
        return ids("Campaign", asked.campaigns());
    }

    public Tuple arguments() {
        return Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(texts(asked.markets()))
                .addArrayOfString(texts(asked.languages()))
                .addArrayOfString(texts(asked.sources()))
                .addArrayOfUUID(ids("ChannelAccount", asked.channelAccounts()))
                .addArrayOfUUID(ids("Team", asked.teams()))
                .addArrayOfUUID(ids("Agent", asked.agents()))
                .addArrayOfString(texts(asked.tags()))
                .addOffsetDateTime(tagsAt.atOffset(ZoneOffset.UTC))
                .addUUID(own("team", visibility.team()))
                .addUUID(own("agent", visibility.agent()))
                .addArrayOfUUID(campaigns());
    }

    private @Nullable UUID own(String kind, @Nullable String external) {
        return external == null ? null : Ids.uuid(tenant, kind, external);
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
