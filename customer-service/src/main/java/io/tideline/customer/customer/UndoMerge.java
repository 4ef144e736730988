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
import org.jspecify.annotations.Nullable;

/** Takes a merge back: the customer that went has its own facts again, and those of the customers that were merged into it before. */
@ApplicationScoped
class UndoMerge {
    private final Database database;
    private final CustomerStore store;
    private final CustomerWrites writes;
    private final Requests requests;
    private final Outbox outbox;

    UndoMerge(Database database, CustomerStore store, CustomerWrites writes, Requests requests, Outbox outbox) {
        this.database = database;
        this.store = store;
        this.writes = writes;
        this.requests = requests;
        this.outbox = outbox;
    }

    Uni<UndoMergePayload> run(Caller caller, UndoMergeInput input) {
        UUID id = GlobalId.uuid(Customer.TYPE, input.customer());
        Requests.Sent sent = new Requests.Sent(caller, "undoMerge", input.idempotencyKey(), input);
        return store.byId(caller, List.of(id)).flatMap(seen -> {
            if (!seen.containsKey(id)) {
                return refused(new UserError("NOT_FOUND", "input.customer", "There is no such customer."));
            }
            return database.write(
                            caller.tenant(),
                            transaction ->
                                    requests.once(transaction, sent, () -> undo(transaction, caller.tenant(), id)))
                    .flatMap(refusals -> refusals.isEmpty()
                            ? store.byId(caller, List.of(id)).map(now -> new UndoMergePayload(now.get(id), refusals))
                            : Uni.createFrom().item(new UndoMergePayload(null, refusals)));
        });
    }

    private Uni<List<UserError>> undo(SqlConnection transaction, String tenant, UUID id) {
        Instant now = Instant.now();
        return writes.lockAlone(transaction, tenant, List.of(id)).flatMap(locked -> {
            CustomerWrites.@Nullable Locked customer = locked.get(id);
            UUID stays = customer == null ? null : customer.mergedInto();
            if (stays == null) {
                return Uni.createFrom()
                        .item(List.of(new UserError(
                                "NOT_MERGED", "input.customer", "This customer is not merged into another.")));
            }
            return writes.undoMerge(transaction, tenant, id, now)
                    .flatMap(members -> writes.tagsOfPersons(transaction, tenant, List.of(id, stays))
                            .map(tags -> OutboxEvent.of(
                                    "customer.alias.undone",
                                    id.toString(),
                                    now,
                                    Map.of("id", id, "members", members, "tags", tags))))
                    .flatMap(event -> outbox.append(transaction, tenant, List.of(event)))
                    .replaceWith(List.of());
        });
    }

    private static Uni<UndoMergePayload> refused(UserError error) {
        return Uni.createFrom().item(new UndoMergePayload(null, List.of(error)));
    }
}
