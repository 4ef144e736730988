package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.request.Requests;
import io.tideline.platform.access.Caller;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes one customer part of another. Nothing of either is moved or lost: facts stay under the id they came with, and the alias says whose they are
 * from now on, so that a merge can be taken back.
 */
@ApplicationScoped
class MergeCustomers {
    private final Database database;
    private final CustomerStore store;
    private final CustomerWrites writes;
    private final Requests requests;
    private final Outbox outbox;

    MergeCustomers(Database database, CustomerStore store, CustomerWrites writes, Requests requests, Outbox outbox) {
        this.database = database;
        this.store = store;
        this.writes = writes;
        this.requests = requests;
        this.outbox = outbox;
    }

    Uni<MergeCustomersPayload> run(Caller caller, MergeCustomersInput input) {
        UUID from = GlobalId.uuid(Customer.TYPE, input.from());
        UUID into = GlobalId.uuid(Customer.TYPE, input.into());
        Requests.Sent sent = new Requests.Sent(caller, "mergeCustomers", input.idempotencyKey(), input);
        return store.byId(caller, List.of(from, into)).flatMap(seen -> {
            List<UserError> errors = errors(seen, from, into);
            if (!errors.isEmpty()) {
                return Uni.createFrom().item(new MergeCustomersPayload(null, errors));
            }
            return database.write(
                            caller.tenant(),
                            transaction -> requests.once(
                                    transaction, sent, () -> merge(transaction, caller.tenant(), from, into)))
                    .flatMap(refusals -> store.byId(caller, List.of(into))
                            .map(now ->
                                    new MergeCustomersPayload(refusals.isEmpty() ? now.get(into) : null, refusals)));
        });
    }

    private Uni<List<UserError>> merge(SqlConnection transaction, String tenant, UUID from, UUID into) {
        return writes.lockAlone(transaction, tenant, List.of(from, into)).flatMap(locked -> {
            UUID goes = survivor(locked, from);
            UUID stays = survivor(locked, into);
            if (goes.equals(stays)) {
                return Uni.createFrom().item(List.of());
            }
            Instant now = Instant.now();
            OutboxEvent alias =
                    OutboxEvent.of("customer.alias", goes.toString(), now, Map.of("from", goes, "to", stays));
            return writes.merge(transaction, tenant, goes, stays, now)
                    .flatMap(merged -> outbox.append(transaction, tenant, List.of(alias)))
                    .replaceWith(List.of());
        });
    }

    private static UUID survivor(Map<UUID, CustomerWrites.Locked> locked, UUID id) {
        CustomerWrites.Locked customer = locked.get(id);
        return customer == null || customer.mergedInto() == null ? id : customer.mergedInto();
    }

    private static List<UserError> errors(Map<UUID, Customer> seen, UUID from, UUID into) {
        if (from.equals(into)) {
            return List.of(new UserError("SAME_CUSTOMER", "input.into", "A customer cannot be merged into itself."));
        }
        if (!seen.containsKey(from)) {
            return List.of(new UserError("NOT_FOUND", "input.from", "There is no such customer."));
        }
        return seen.containsKey(into)
                ? List.of()
                : List.of(new UserError("NOT_FOUND", "input.into", "There is no such customer."));
    }
}
