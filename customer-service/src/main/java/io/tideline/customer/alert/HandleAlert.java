package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.alert.AlertRules.Deed;
import io.tideline.customer.alert.AlertRules.Known;
import io.tideline.customer.alert.AlertRules.Step;
import io.tideline.customer.request.Requests;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views, takes, notes or closes an alert, as one person asks for it. */
@ApplicationScoped
class HandleAlert {
    private static final UserError NO_ALERT = new UserError("NOT_FOUND", "input.alert", "There is no such alert.");

    private final Database database;
    private final AlertStore store;
    private final AlertWrites writes;
    private final Requests requests;

    HandleAlert(Database database, AlertStore store, AlertWrites writes, Requests requests) {
        this.database = database;
        this.store = store;
        this.writes = writes;
        this.requests = requests;
    }

    Uni<AlertPayload> view(Caller caller, ViewAlertInput input) {
        return run(
                caller,
                new Step(Deed.VIEW, caller.subject(), null, null),
                input.alert(),
                sent(caller, Deed.VIEW, input.idempotencyKey(), input));
    }

    Uni<AlertPayload> take(Caller caller, TakeAlertInput input) {
        return run(
                caller,
                new Step(Deed.TAKE, caller.subject(), null, null),
                input.alert(),
                sent(caller, Deed.TAKE, input.idempotencyKey(), input));
    }

    Uni<AlertPayload> note(Caller caller, NoteAlertInput input) {
        return run(
                caller,
                new Step(Deed.NOTE, caller.subject(), input.note(), null),
                input.alert(),
                sent(caller, Deed.NOTE, input.idempotencyKey(), input));
    }

    Uni<AlertPayload> close(Caller caller, CloseAlertInput input) {
        return run(
                caller,
                new Step(Deed.CLOSE, caller.subject(), input.note(), input.outcome()),
                input.alert(),
                sent(caller, Deed.CLOSE, input.idempotencyKey(), input));
    }

    private Uni<AlertPayload> run(Caller caller, Step step, String globalId, Requests.Sent sent) {
        UUID alert = GlobalId.uuid(Alert.TYPE, globalId);
        return database.write(
                        caller.tenant(),
                        transaction -> requests.once(transaction, sent, () -> handle(transaction, caller, alert, step)))
                .flatMap(errors -> store.find(caller, alert).map(now -> new AlertPayload(now.orElse(null), errors)));
    }

    private Uni<List<UserError>> handle(SqlConnection transaction, Caller caller, UUID alert, Step step) {
        return writes.lock(transaction, caller, alert)
                .flatMap(found -> found.map(known -> handle(transaction, caller, alert, step, known))
                        .orElseGet(() -> Uni.createFrom().item(List.of(NO_ALERT))));
    }

    private Uni<List<UserError>> handle(SqlConnection transaction, Caller caller, UUID alert, Step step, Known known) {
        List<UserError> refusals = AlertRules.refusals(known, step);
        if (!refusals.isEmpty()) {
            return Uni.createFrom().item(refusals);
        }
        AlertStatus next = AlertRules.next(known.status(), step.deed());
        String note = step.note();
        Uni<Void> noted = note == null || note.isBlank()
                ? Uni.createFrom().voidItem()
                : writes.addNote(transaction, caller, alert, note);
        return noted.flatMap(done -> AlertRules.changes(known, step)
                        ? writes.handle(transaction, caller, alert, next, step.outcome())
                        : Uni.createFrom().voidItem())
                .replaceWith(List.of());
    }

    private static Requests.Sent sent(Caller caller, Deed deed, @Nullable String key, Record input) {
        return new Requests.Sent(caller, deed.name().toLowerCase(Locale.ROOT) + "Alert", key, input);
    }
}
