package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements of the copied tables. */
@ApplicationScoped
public class CustomerStore {
    private static final String CHANGE_ORGANISATION = Sql.load(CustomerStore.class, "change_organisation.sql");
    private static final String CHANGE_CUSTOMERS = Sql.load(CustomerStore.class, "change_customers.sql");
    private static final String CHANGE_LABELS = Sql.load(CustomerStore.class, "change_labels.sql");
    private static final String CHANGE_TAGS = Sql.load(CustomerStore.class, "change_tags.sql");
    private static final String END_CARE = Sql.load(CustomerStore.class, "end_care.sql");
    private static final String END_MEMBERSHIPS = Sql.load(CustomerStore.class, "end_memberships.sql");
    private static final String MEET_CUSTOMERS = Sql.load(CustomerStore.class, "meet_customers.sql");
    private static final String MEET_LABELS = Sql.load(CustomerStore.class, "meet_labels.sql");
    private static final String ALIAS = Sql.load(CustomerStore.class, "alias_customer.sql");
    private static final String UNDO_ALIAS = Sql.load(CustomerStore.class, "undo_alias.sql");
    private static final String TIME_ZONE = Sql.load(CustomerStore.class, "time_zone.sql");

    private static final String EXTERNAL_IDS = Sql.load(CustomerStore.class, "external_ids.sql");

    private final Database database;

    public CustomerStore(Database database) {
        this.database = database;
    }

    /** The zone in which the organisation's days are cut; UTC until it is told. */
    public Uni<ZoneId> timeZone(String tenant) {
        return database.query(tenant, TIME_ZONE, Tuple.of(tenant))
                .map(rows -> rows.size() == 0
                        ? ZoneOffset.UTC
                        : ZoneId.of(rows.iterator().next().getString("time_zone")));
    }

    /** The organisation's own ids of what is known by its local id. */
    public Uni<ExternalIds> externalIds(
            SqlConnection transaction, String tenant, @Nullable UUID customer, @Nullable UUID agent) {
        return transaction
                .preparedQuery(EXTERNAL_IDS)
                .execute(Tuple.of(tenant, customer, agent))
                .map(rows -> rows.iterator().next())
                .map(row -> new ExternalIds(row.getString("customer"), row.getString("agent")));
    }

    /** Notes customers that facts name by external id; returns the external ids that were new. */
    Uni<List<String>> meet(SqlConnection transaction, String tenant, Collection<String> externalIds) {
        List<String> met = externalIds.stream().distinct().toList();
        return transaction
                .preparedQuery(MEET_CUSTOMERS)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addArrayOfUUID(uuids(met, externalId -> Ids.uuid(tenant, "customer", externalId)))
                        .addArrayOfString(met.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("external_id"))
                        .toList());
    }

    /** Notes agents that facts name by external id. */
    public Uni<Void> meetAgents(SqlConnection transaction, String tenant, Collection<String> externalIds) {
        return meet(
                transaction,
                tenant,
                externalIds.stream()
                        .distinct()
                        .map(externalId -> Label.met(tenant, LabelKind.AGENT, externalId))
                        .toList());
    }

    Uni<Void> meet(SqlConnection transaction, String tenant, List<Label> labels) {
        if (labels.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(MEET_LABELS)
                .execute(keys(tenant, labels))
                .replaceWithVoid();
    }

    Uni<Void> changeLabels(SqlConnection transaction, String tenant, List<Label> labels, List<Instant> since) {
        Tuple arguments = keys(tenant, labels)
                .addArrayOfString(texts(labels, Label::name))
                .addArrayOfUUID(uuids(labels, Label::team))
                .addArrayOfOffsetDateTime(times(since, at -> at));
        return transaction.preparedQuery(CHANGE_LABELS).execute(arguments).replaceWithVoid();
    }

    Uni<Void> changeOrganisation(SqlConnection transaction, String tenant, ZoneId zone, Instant occurredAt) {
        return transaction
                .preparedQuery(CHANGE_ORGANISATION)
                .execute(Tuple.of(tenant, zone.getId(), occurredAt.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Notes who looked after customers until now, before they change hands. */
    Uni<Void> endCare(SqlConnection transaction, String tenant, List<CustomerCopy> told) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(told, CustomerCopy::id))
                .addArrayOfOffsetDateTime(times(told, CustomerCopy::at))
                .addArrayOfUUID(uuids(told, CustomerCopy::agent))
                .addArrayOfUUID(uuids(told, CustomerCopy::team));
        return transaction.preparedQuery(END_CARE).execute(arguments).replaceWithVoid();
    }

    /** Notes the teams that agents were in until now, before they go to others. */
    Uni<Void> endMemberships(SqlConnection transaction, String tenant, List<Membership> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(told, Membership::agent))
                .addArrayOfOffsetDateTime(times(told, Membership::at))
                .addArrayOfUUID(uuids(told, Membership::team));
        return transaction.preparedQuery(END_MEMBERSHIPS).execute(arguments).replaceWithVoid();
    }

    Uni<Void> changeCustomers(SqlConnection transaction, String tenant, List<CustomerCopy> customers) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(customers, CustomerCopy::id))
                .addArrayOfString(texts(customers, CustomerCopy::externalId))
                .addArrayOfString(texts(customers, CustomerCopy::market))
                .addArrayOfString(texts(customers, CustomerCopy::language))
                .addArrayOfString(texts(customers, CustomerCopy::source))
                .addArrayOfUUID(uuids(customers, CustomerCopy::campaign))
                .addArrayOfUUID(uuids(customers, CustomerCopy::channelAccount))
                .addArrayOfUUID(uuids(customers, CustomerCopy::team))
                .addArrayOfUUID(uuids(customers, CustomerCopy::agent))
                .addArrayOfOffsetDateTime(times(customers, CustomerCopy::at));
        return transaction.preparedQuery(CHANGE_CUSTOMERS).execute(arguments).replaceWithVoid();
    }

    Uni<Void> changeTags(SqlConnection transaction, String tenant, List<TagInterval> tags) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(tags, TagInterval::customer))
                .addArrayOfString(texts(tags, TagInterval::tag))
                .addArrayOfOffsetDateTime(times(tags, TagInterval::from))
                .addArrayOfOffsetDateTime(times(tags, TagInterval::until));
        return transaction.preparedQuery(CHANGE_TAGS).execute(arguments).replaceWithVoid();
    }

    /** Some customers are one of their own again. */
    Uni<Void> undoMerge(SqlConnection transaction, String tenant, UUID customer, List<UUID> members) {
        return transaction
                .preparedQuery(UNDO_ALIAS)
                .execute(Tuple.of(tenant, customer, members.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> alias(SqlConnection transaction, String tenant, UUID from, UUID to) {
        return transaction
                .preparedQuery(ALIAS)
                .execute(Tuple.of(tenant, from, to))
                .replaceWithVoid();
    }

    private static Tuple keys(String tenant, List<Label> labels) {
        return Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(texts(labels, label -> label.kind().name()))
                .addArrayOfUUID(uuids(labels, Label::id))
                .addArrayOfString(texts(labels, Label::externalId));
    }

    private static <T> @Nullable String[] texts(List<T> of, Function<T, @Nullable String> field) {
        return of.stream().map(field).toArray(String[]::new);
    }

    private static <T> @Nullable UUID[] uuids(List<T> of, Function<T, @Nullable UUID> field) {
        return of.stream().map(field).toArray(UUID[]::new);
    }

    private static <T> @Nullable OffsetDateTime[] times(List<T> of, Function<T, @Nullable Instant> field) {
        return of.stream()
                .map(field)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
