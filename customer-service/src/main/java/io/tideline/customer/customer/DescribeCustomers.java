package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.request.Requests;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Stores customers as one person describes them: all or, where one of them cannot be taken, none. */
@ApplicationScoped
class DescribeCustomers {
    static final int MOST = 500;

    private final Database database;
    private final UpsertCustomers upsert;
    private final CustomerStore store;
    private final Requests requests;

    DescribeCustomers(Database database, UpsertCustomers upsert, CustomerStore store, Requests requests) {
        this.database = database;
        this.upsert = upsert;
        this.store = store;
        this.requests = requests;
    }

    Uni<UpsertCustomersPayload> run(Caller caller, UpsertCustomersInput input) {
        Map<String, CustomerRow> rows = new LinkedHashMap<>();
        List<UserError> errors = read(input, rows);
        if (!errors.isEmpty()) {
            return Uni.createFrom().item(new UpsertCustomersPayload(List.of(), errors));
        }
        Requests.Sent sent = new Requests.Sent(caller, "upsertCustomers", input.idempotencyKey(), input);
        return database.write(
                        caller.tenant(),
                        transaction -> requests.once(
                                transaction, sent, () -> upsert.save(transaction, caller.tenant(), rows.values())
                                        .replaceWith(List.of())))
                .flatMap(refusals -> refusals.isEmpty()
                        ? now(caller, rows)
                        : Uni.createFrom().item(new UpsertCustomersPayload(List.of(), refusals)));
    }

    private Uni<UpsertCustomersPayload> now(Caller caller, Map<String, CustomerRow> rows) {
        List<UUID> ids = rows.keySet().stream()
                .map(externalId -> Ids.uuid(caller.tenant(), Customer.KIND, externalId))
                .toList();
        return store.byId(caller, ids)
                .map(found -> new UpsertCustomersPayload(
                        ids.stream().map(found::get).filter(Objects::nonNull).toList(), List.of()));
    }

    private static List<UserError> read(UpsertCustomersInput input, Map<String, CustomerRow> rows) {
        List<UserError> errors = new ArrayList<>();
        if (input.customers().isEmpty() || input.customers().size() > MOST) {
            errors.add(
                    new UserError("OUT_OF_RANGE", "input.customers", "1 to " + MOST + " customers are taken at once."));
            return errors;
        }
        for (int at = 0; at < input.customers().size(); at++) {
            try {
                CustomerRow row = CustomerRow.read(
                        IngestRow.of(at, input.customers().get(at).fields()));
                if (rows.put(row.externalId(), row) != null) {
                    errors.add(new UserError(
                            "DUPLICATE", "input.customers." + at + ".externalId", "Each customer comes once."));
                }
            } catch (RowRejection rejection) {
                errors.add(error(rejection.at(at)));
            }
        }
        return errors;
    }

    private static UserError error(RowResult rejected) {
        String field = CustomerInput.nameOf(Objects.requireNonNullElse(rejected.field(), ""));
        return new UserError(
                Objects.requireNonNullElse(rejected.code(), "INVALID"),
                "input.customers." + rejected.row() + "." + field,
                Objects.requireNonNullElse(rejected.message(), ""));
    }
}
