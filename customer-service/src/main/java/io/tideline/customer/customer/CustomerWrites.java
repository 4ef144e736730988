package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.channel.ChannelAccount;
import io.tideline.customer.team.Agent;
import io.tideline.customer.team.Team;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes customers, each statement inside its caller's transaction. */
@ApplicationScoped
public class CustomerWrites {
    private static final String SAVE = Sql.load(CustomerWrites.class, "save_customers.sql");
    private static final String SAVE_PLACEHOLDERS = Sql.load(CustomerWrites.class, "save_placeholders.sql");
    private static final String FOLLOW_AGENTS = Sql.load(CustomerWrites.class, "follow_agents.sql");
    private static final String KNOWN = Sql.load(CustomerWrites.class, "known_customers.sql");
    private static final String LOCK = Sql.load(CustomerWrites.class, "lock_customers.sql");
    private static final String LOCK_MERGES = Sql.load(CustomerWrites.class, "lock_merges.sql");
    private static final String MERGE = Sql.load(CustomerWrites.class, "merge_customer.sql");
    private static final String UNDO_MERGE = Sql.load(CustomerWrites.class, "undo_merge.sql");
    private static final String TAGS_OF_PERSONS = Sql.load(CustomerWrites.class, "tags_of_persons.sql");
    private static final String NOTE_ALIAS = Sql.load(CustomerWrites.class, "note_alias.sql");

    /** @param mergedInto the customer that this one was found to be, or null */
    public record Locked(UUID id, String externalId, @Nullable UUID mergedInto) {}

    /** @param rows at most one of each customer
     *  @return customers that are new or changed */
    Uni<List<KnownCustomer>> save(SqlConnection transaction, String tenant, Collection<CustomerRow> rows) {
        List<CustomerRow> ordered = rows.stream()
                .sorted(Comparator.comparing(CustomerRow::externalId))
                .toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(ids(tenant, Customer.KIND, ordered, CustomerRow::externalId))
                .addArrayOfString(texts(ordered, CustomerRow::externalId))
                .addArrayOfString(texts(ordered, CustomerRow::name))
                .addArrayOfString(texts(ordered, CustomerRow::email))
                .addArrayOfString(texts(ordered, CustomerRow::phone))
                .addArrayOfString(texts(ordered, CustomerRow::market))
                .addArrayOfString(texts(ordered, CustomerRow::language))
                .addArrayOfString(texts(ordered, CustomerRow::source))
                .addArrayOfString(texts(ordered, CustomerRow::campaign))
                .addArrayOfUUID(ids(tenant, "campaign", ordered, CustomerRow::campaign))
                .addArrayOfUUID(ids(tenant, Agent.KIND, ordered, CustomerRow::agent))
                .addArrayOfUUID(ids(tenant, Team.KIND, ordered, CustomerRow::team))
                .addArrayOfUUID(ids(tenant, ChannelAccount.KIND, ordered, CustomerRow::channelAccount))
                .addArrayOfOffsetDateTime(ordered.stream()
                        .map(row -> row.acquiredAt() == null
                                ? null
                                : row.acquiredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(SAVE).execute(arguments).map(CustomerWrites::known);
    }

    /** Customers that facts name.
     *  @return those that were not known */
    public Uni<List<KnownCustomer>> savePlaceholders(
            SqlConnection transaction, String tenant, Collection<String> externalIds) {
        List<String> ordered = externalIds.stream().distinct().sorted().toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(ordered.stream()
                        .map(externalId -> Ids.uuid(tenant, Customer.KIND, externalId))
                        .toArray(UUID[]::new))
                .addArrayOfString(ordered.toArray(String[]::new));
        return transaction.preparedQuery(SAVE_PLACEHOLDERS).execute(arguments).map(CustomerWrites::known);
    }

    /** @return customers that moved to another team because their agent did */
    public Uni<List<KnownCustomer>> followAgents(SqlConnection transaction, String tenant, Collection<UUID> agents) {
        Tuple arguments = Tuple.tuple().addString(tenant).addArrayOfUUID(agents.toArray(UUID[]::new));
        return transaction.preparedQuery(FOLLOW_AGENTS).execute(arguments).map(CustomerWrites::known);
    }

    /** Customers as they stand, none of them new. */
    Uni<List<KnownCustomer>> known(SqlConnection transaction, String tenant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : transaction
                        .preparedQuery(KNOWN)
                        .execute(Tuple.of(tenant, ids.toArray(UUID[]::new)))
                        .map(CustomerWrites::known);
    }

    /** Those of the customers that exist, locked until the transaction ends. */
    public Uni<Map<UUID, Locked>> lock(SqlConnection transaction, String tenant, Collection<UUID> ids) {
        Tuple arguments = Tuple.tuple().addString(tenant).addArrayOfUUID(ids.toArray(UUID[]::new));
        return transaction.preparedQuery(LOCK).execute(arguments).map(rows -> {
            Map<UUID, Locked> locked = new LinkedHashMap<>();
            rows.forEach(row -> locked.put(
                    row.getUUID("customer_id"),
                    new Locked(row.getUUID("customer_id"), row.getString("external_id"), row.getUUID("merged_into"))));
            return locked;
        });
    }

    /** As {@link #lock}, once no other merge of the organisation is under way: who belongs to whom is read of more customers than are locked. */
    Uni<Map<UUID, Locked>> lockAlone(SqlConnection transaction, String tenant, Collection<UUID> ids) {
        return transaction
                .preparedQuery(LOCK_MERGES)
                .execute(Tuple.of(tenant))
                .flatMap(alone -> lock(transaction, tenant, ids));
    }

    Uni<Void> merge(SqlConnection transaction, String tenant, UUID from, UUID into, Instant at) {
        Tuple alias = Tuple.tuple()
                .addString(tenant)
                .addUUID(UUID.randomUUID())
                .addUUID(from)
                .addUUID(into)
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(MERGE)
                .execute(Tuple.of(tenant, from, into))
                .flatMap(merged -> transaction.preparedQuery(NOTE_ALIAS).execute(alias))
                .replaceWithVoid();
    }

    /** @return those that are the customer from now on */
    Uni<List<UUID>> undoMerge(SqlConnection transaction, String tenant, UUID customer, Instant at) {
        return transaction
                .preparedQuery(UNDO_MERGE)
                .execute(Tuple.of(tenant, customer, at.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** What customers and those merged into them carry, as other services hear of it: customer, tag, from, until. */
    Uni<List<Map<String, @Nullable Object>>> tagsOfPersons(
            SqlConnection transaction, String tenant, List<UUID> customers) {
        return transaction
                .preparedQuery(TAGS_OF_PERSONS)
                .execute(Tuple.of(tenant, customers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CustomerWrites::tag)
                        .toList());
    }

    private static Map<String, @Nullable Object> tag(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("left_at");
        Map<String, @Nullable Object> tag = new LinkedHashMap<>();
        tag.put("customer", row.getUUID("person_id"));
        tag.put("tag", row.getString("tag"));
        tag.put("from", row.getOffsetDateTime("entered_at").toInstant().toString());
        tag.put("until", until == null ? null : until.toInstant().toString());
        return tag;
    }

    private static String[] texts(List<CustomerRow> rows, Function<CustomerRow, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static UUID[] ids(
            String tenant, String kind, List<CustomerRow> rows, Function<CustomerRow, @Nullable String> field) {
        return rows.stream()
                .map(field)
                .map(externalId -> externalId == null ? null : Ids.uuid(tenant, kind, externalId))
                .toArray(UUID[]::new);
    }

    private static List<KnownCustomer> known(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(CustomerWrites::known)
                .toList();
    }

    private static KnownCustomer known(Row row) {
        OffsetDateTime acquiredAt = row.getOffsetDateTime("acquired_at");
        return new KnownCustomer(
                row.getUUID("customer_id"),
                row.getString("external_id"),
                row.getString("market"),
                row.getString("language"),
                row.getString("source"),
                row.getString("campaign"),
                row.getString("agent"),
                row.getString("team"),
                row.getString("channel_account"),
                acquiredAt == null ? null : acquiredAt.toInstant(),
                row.getBoolean("placeholder"),
                row.getBoolean("is_new"));
    }
}
