package io.tideline.roi.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Copies of customers, kept by the feed. */
@ApplicationScoped
public class CustomerStore {
    private static final String SAVE = Sql.load(CustomerStore.class, "save_customers.sql");
    private static final String END_CARE = Sql.load(CustomerStore.class, "end_care.sql");
    private static final String MEET = Sql.load(CustomerStore.class, "meet_customers.sql");
    private static final String MERGE = Sql.load(CustomerStore.class, "merge_customer.sql");
    private static final String UNDO_MERGE = Sql.load(CustomerStore.class, "undo_merge.sql");
    private static final String SAVE_TAGS = Sql.load(CustomerStore.class, "save_tags.sql");

    /** @param named customers by id, with the organisation's own id of each
     *  @return external ids of those nobody had spoken of before */
    public Uni<List<String>> meet(SqlConnection transaction, String tenant, SortedMap<UUID, String> named) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(named.keySet().toArray(UUID[]::new))
                .addArrayOfString(named.values().toArray(String[]::new));
        return transaction.preparedQuery(MEET).execute(arguments).map(rows -> {
            List<String> met = new ArrayList<>();
            rows.forEach(row -> met.add(row.getString("external_id")));
            return met;
        });
    }

    /** Of several events about one customer the latest stands; who looked after it until then is noted. */
    public Uni<Void> save(SqlConnection transaction, String tenant, List<FeedEvent> heard) {
        List<FeedEvent> events = heard.stream()
                .sorted(Comparator.comparing(FeedEvent::occurredAt))
                .toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(events.stream().map(event -> event.uuid("id")).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(times(events, FeedEvent::occurredAt))
                .addArrayOfUUID(ids(tenant, events, "agent"))
                .addArrayOfUUID(ids(tenant, events, "team"));
        return transaction
                .preparedQuery(END_CARE)
                .execute(arguments)
                .flatMap(ended -> saveLast(transaction, tenant, events));
    }

    private static Uni<Void> saveLast(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        Map<UUID, FeedEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.uuid("id"), event));
        List<FeedEvent> heard = List.copyOf(last.values());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(last.keySet().toArray(UUID[]::new))
                .addArrayOfString(texts(heard, "externalId"))
                .addArrayOfString(texts(heard, "market"))
                .addArrayOfString(texts(heard, "language"))
                .addArrayOfString(texts(heard, "source"))
                .addArrayOfUUID(ids(tenant, heard, "campaign"))
                .addArrayOfUUID(ids(tenant, heard, "channelAccount"))
                .addArrayOfUUID(ids(tenant, heard, "team"))
                .addArrayOfUUID(ids(tenant, heard, "agent"))
                .addArrayOfOffsetDateTime(times(heard, event -> event.instantOrNull("acquiredAt")))
                .addArrayOfOffsetDateTime(times(heard, FeedEvent::occurredAt));
        return transaction.preparedQuery(SAVE).execute(arguments).replaceWithVoid();
    }

    Uni<Void> merge(SqlConnection transaction, String tenant, FeedEvent event) {
        return transaction
                .preparedQuery(MERGE)
                .execute(Tuple.of(tenant, event.uuid("from"), event.uuid("to")))
                .replaceWithVoid();
    }

    Uni<Void> undoMerge(SqlConnection transaction, String tenant, FeedEvent event) {
        List<UUID> members = new ArrayList<>();
        event.data().path("members").forEach(member -> members.add(UUID.fromString(member.asText())));
        return transaction
                .preparedQuery(UNDO_MERGE)
                .execute(Tuple.of(tenant, event.uuid("id"), members.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> saveTags(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        Map<List<String>, FeedEvent> last = new LinkedHashMap<>();
        events.forEach(
                event -> last.put(List.of(event.text("customerId"), event.text("tag"), event.text("from")), event));
        List<FeedEvent> heard = List.copyOf(last.values());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(
                        heard.stream().map(event -> event.uuid("customerId")).toArray(UUID[]::new))
                .addArrayOfString(texts(heard, "tag"))
                .addArrayOfOffsetDateTime(times(heard, event -> event.instant("from")))
                .addArrayOfOffsetDateTime(times(heard, event -> event.instantOrNull("until")));
        return transaction.preparedQuery(SAVE_TAGS).execute(arguments).replaceWithVoid();
    }

    private static String[] texts(List<FeedEvent> events, String field) {
        return events.stream().map(event -> event.textOrNull(field)).toArray(String[]::new);
    }

    private static UUID[] ids(String tenant, List<FeedEvent> events, String kind) {
        return events.stream()
                .map(event -> event.textOrNull(kind))
                .map(external -> external == null ? null : Ids.uuid(tenant, kind, external))
                .toArray(UUID[]::new);
    }

    private static OffsetDateTime[] times(List<FeedEvent> events, Function<FeedEvent, @Nullable Instant> time) {
        return events.stream()
                .map(time)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
