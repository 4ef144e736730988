package io.tideline.funnel.customer;

import static io.tideline.funnel.customer.Columns.flags;
import static io.tideline.funnel.customer.Columns.instants;
import static io.tideline.funnel.customer.Columns.texts;
import static io.tideline.funnel.customer.Columns.uuids;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The statements of the customer copy. */
@ApplicationScoped
class CustomerStore {
    private static final String MEET = Sql.load(CustomerStore.class, "meet_customers.sql");
    private static final String CHANGE = Sql.load(CustomerStore.class, "change_customers.sql");
    private static final String END_CARE = Sql.load(CustomerStore.class, "end_care.sql");
    private static final String NOTE_VALUES = Sql.load(CustomerStore.class, "note_values.sql");
    private static final String MERGE = Sql.load(CustomerStore.class, "merge_customers.sql");
    private static final String UNDO_MERGE = Sql.load(CustomerStore.class, "undo_merge.sql");
    private static final String PUT_TAGS = Sql.load(CustomerStore.class, "put_tags.sql");
    private static final String HOLD_ERASURES = Sql.load(CustomerStore.class, "hold_erasures.sql");
    private static final String BEGIN_ERASURE = Sql.load(CustomerStore.class, "begin_erasure.sql");
    private static final String ERASE = Sql.load(CustomerStore.class, "erase_customers.sql");
    private static final String ERASED_AMONG = Sql.load(CustomerStore.class, "erased_among.sql");
    private static final String NAME = Sql.load(CustomerStore.class, "name_labels.sql");

    private final Event<CustomersTouched> touched;

    CustomerStore(Event<CustomersTouched> touched) {
        this.touched = touched;
    }

    /** @param met customers unknown until now
     *  @param merged by id, the customer that now stands for it
     *  @param erased those of whom nothing may be stored */
    record Met(List<NamedCustomer> met, Map<UUID, UUID> merged, Set<UUID> erased) {}

    Uni<Met> meet(SqlConnection transaction, String tenant, Collection<NamedCustomer> named) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(named, NamedCustomer::id))
                .addArrayOfString(texts(named, NamedCustomer::externalId));
        return transaction
                .preparedQuery(HOLD_ERASURES)
                .execute(Tuple.of(tenant))
                .flatMap(held -> transaction.preparedQuery(MEET).execute(arguments))
                .map(CustomerStore::met);
    }

    private static Met met(Iterable<Row> rows) {
        List<NamedCustomer> met = new ArrayList<>();
        Map<UUID, UUID> merged = new HashMap<>();
        Set<UUID> erased = new HashSet<>();
        for (Row row : rows) {
            UUID into = row.getUUID("merged_into");
            if (row.getBoolean("is_erased")) {
                erased.add(row.getUUID("customer_id"));
            } else if (into == null) {
                met.add(new NamedCustomer(row.getUUID("customer_id"), row.getString("external_id")));
            } else {
                merged.put(row.getUUID("customer_id"), into);
            }
        }
        return new Met(met, merged, erased);
    }

    /** Notes since when dimensions have been what, each instant of a customer's dimension at most once. */
    Uni<Void> noteValues(SqlConnection transaction, String tenant, Collection<DimensionValue> values) {
        if (values.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(values, DimensionValue::customer))
                .addArrayOfString(texts(values, value -> value.dimension().name()))
                .addArrayOfOffsetDateTime(instants(values, DimensionValue::since))
                .addArrayOfString(texts(values, DimensionValue::value));
        return transaction.preparedQuery(NOTE_VALUES).execute(arguments).replaceWithVoid();
    }

    /** Notes who looked after customers until now, before they change hands. */
    Uni<Void> endCare(SqlConnection transaction, String tenant, List<CustomerChange> told) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(told, CustomerChange::id))
                .addArrayOfOffsetDateTime(instants(told, CustomerChange::at))
                .addArrayOfUUID(uuids(told, change -> Label.idOf(change.agent())))
                .addArrayOfUUID(uuids(told, change -> Label.idOf(change.team())));
        return transaction.preparedQuery(END_CARE).execute(arguments).replaceWithVoid();
    }

    Uni<Void> change(SqlConnection transaction, String tenant, List<CustomerChange> changes) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(changes, CustomerChange::id))
                .addArrayOfString(texts(changes, CustomerChange::externalId))
                .addArrayOfString(texts(changes, CustomerChange::market))
                .addArrayOfString(texts(changes, CustomerChange::language))
                .addArrayOfString(texts(changes, CustomerChange::source))
                .addArrayOfUUID(uuids(changes, change -> Label.idOf(change.campaign())))
                .addArrayOfUUID(uuids(changes, change -> Label.idOf(change.channelAccount())))
                .addArrayOfUUID(uuids(changes, change -> Label.idOf(change.team())))
                .addArrayOfUUID(uuids(changes, change -> Label.idOf(change.agent())))
                .addArrayOfOffsetDateTime(instants(changes, CustomerChange::acquiredAt))
                .addArrayOfBoolean(flags(changes, CustomerChange::placeholder))
                .addArrayOfOffsetDateTime(instants(changes, CustomerChange::at));
        return touching(tenant, transaction.preparedQuery(CHANGE).execute(arguments));
    }

    Uni<Void> merge(SqlConnection transaction, String tenant, UUID from, UUID into) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(new UUID[] {from})
                .addArrayOfUUID(new UUID[] {into});
        return touching(tenant, transaction.preparedQuery(MERGE).execute(arguments));
    }

    /**
     * Makes a merged customer one of its own again.
     *
     * @param members ids of all that are that customer from now on
     * @param tags of that customer and of the one it was merged into
     */
    Uni<Void> undoMerge(
            SqlConnection transaction, String tenant, UUID customer, List<UUID> members, List<MergeUndone.Tag> tags) {
        Tuple put = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(uuids(tags, MergeUndone.Tag::customer))
                .addArrayOfString(texts(tags, MergeUndone.Tag::tag))
                .addArrayOfOffsetDateTime(instants(tags, MergeUndone.Tag::from))
                .addArrayOfOffsetDateTime(instants(tags, MergeUndone.Tag::until));
        Uni<?> parted = transaction
                .preparedQuery(UNDO_MERGE)
                .execute(Tuple.of(tenant, customer, members.toArray(UUID[]::new)))
                .flatMap(done -> transaction.preparedQuery(PUT_TAGS).execute(put));
        return touching(tenant, parted);
    }

    Uni<Void> erase(SqlConnection transaction, String tenant, List<UUID> customers) {
        Uni<?> erased = transaction
                .preparedQuery(BEGIN_ERASURE)
                .execute(Tuple.of(tenant))
                .flatMap(begun ->
                        transaction.preparedQuery(ERASE).execute(Tuple.of(tenant, customers.toArray(UUID[]::new))));
        return touching(tenant, erased);
    }

    /** Those of whom nothing may be stored any more. */
    Uni<Set<UUID>> erasedAmong(SqlConnection transaction, String tenant, Collection<UUID> customers) {
        return transaction
                .preparedQuery(ERASED_AMONG)
                .execute(Tuple.of(tenant, customers.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> erased = new HashSet<>();
                    rows.forEach(row -> erased.add(row.getUUID("customer_id")));
                    return erased;
                });
    }

    private Uni<Void> touching(String tenant, Uni<?> work) {
        return work.replaceWithVoid().invoke(() -> touched.fire(new CustomersTouched(tenant)));
    }

    Uni<Void> name(SqlConnection transaction, String tenant, Collection<Label> labels) {
        if (labels.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(texts(labels, label -> label.kind().name()))
                .addArrayOfUUID(uuids(labels, Label::id))
                .addArrayOfString(texts(labels, Label::externalId))
                .addArrayOfString(texts(labels, Label::name));
        return transaction.preparedQuery(NAME).execute(arguments).replaceWithVoid();
    }
}
