package io.tideline.customer.tag;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.CustomerWrites;
import io.tideline.customer.customer.KnownCustomer;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores tags as a batch describes them, with placeholders for customers not known yet, and tells the other services. */
@ApplicationScoped
class RecordTags {
    private final Database database;
    private final TagStore store;
    private final CustomerWrites customers;
    private final Outbox outbox;

    RecordTags(Database database, TagStore store, CustomerWrites customers, Outbox outbox) {
        this.database = database;
        this.store = store;
        this.customers = customers;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<TagRow>> rows) {
        Set<String> named = rows.stream().map(row -> row.value().customer()).collect(Collectors.toSet());
        return database.write(tenant, transaction -> customers
                .savePlaceholders(transaction, tenant, named)
                .flatMap(placeholders -> boardOf(transaction, tenant, rows)
                        .flatMap(board -> take(transaction, tenant, rows, board, placeholders))));
    }

    private Uni<TagBoard> boardOf(SqlConnection transaction, String tenant, List<ReadRow<TagRow>> rows) {
        Set<UUID> ids = rows.stream().map(row -> row.value().customerId(tenant)).collect(Collectors.toSet());
        Set<TagStore.Place> places = rows.stream()
                .map(row -> new TagStore.Place(
                        row.value().customerId(tenant), row.value().interval().tag()))
                .collect(Collectors.toSet());
        return customers
                .lock(transaction, tenant, ids)
                .flatMap(locked -> store.toChange(transaction, tenant, places))
                .map(TagBoard::new);
    }

    private Uni<List<RowResult>> take(
            SqlConnection transaction,
            String tenant,
            List<ReadRow<TagRow>> rows,
            TagBoard board,
            List<KnownCustomer> placeholders) {
        List<RowResult> results = rows.stream()
                .map(row -> result(row, board.take(carried(tenant, row.value()))))
                .toList();
        List<CarriedTag> changed = board.changed();
        List<OutboxEvent> told = Stream.concat(
                        placeholders.stream().map(KnownCustomer::changed),
                        changed.stream().map(CarriedTag::changed))
                .toList();
        return store.save(transaction, tenant, changed)
                .flatMap(saved -> outbox.append(transaction, tenant, told))
                .replaceWith(results);
    }

    private static CarriedTag carried(String tenant, TagRow row) {
        return new CarriedTag(row.customerId(tenant), row.customer(), row.interval());
    }

    private static RowResult result(ReadRow<TagRow> row, TagRules.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> row.became(RowStatus.ACCEPTED);
            case UPDATED -> row.became(RowStatus.UPDATED);
            case DUPLICATE -> row.became(RowStatus.DUPLICATE);
            case OVERLAP -> row.value().overlap().at(row.row());
        };
    }
}
