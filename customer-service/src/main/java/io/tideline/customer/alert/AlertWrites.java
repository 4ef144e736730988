package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.CustomerFilter;
import io.tideline.platform.access.Caller;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes alerts, each statement inside its caller's transaction. */
@ApplicationScoped
class AlertWrites {
    private static final String RAISE = Sql.load(AlertWrites.class, "raise_alerts.sql");
    private static final String LOCK = Sql.load(AlertWrites.class, "lock_alert.sql");
    private static final String HANDLE = Sql.load(AlertWrites.class, "handle_alert.sql");
    private static final String ADD_NOTE = Sql.load(AlertWrites.class, "add_note.sql");

    /** @return alerts that are new or have become severe */
    Uni<List<RaisedAlert>> raise(SqlConnection transaction, String tenant, List<Condition> met) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(met.stream().map(Condition::rule).toArray(String[]::new))
                .addArrayOfUUID(met.stream().map(Condition::customer).toArray(UUID[]::new))
                .addArrayOfUUID(met.stream().map(Condition::cause).toArray(UUID[]::new))
                .addArrayOfBoolean(met.stream()
                        .map(condition -> condition.severity() == AlertSeverity.HIGH)
                        .toArray(Boolean[]::new))
                .addArrayOfOffsetDateTime(met.stream()
                        .map(condition -> condition.occurredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(RAISE).execute(arguments).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(AlertWrites::raised)
                .toList());
    }

    /** The alert, locked until the transaction ends; empty where there is none that the caller sees. */
    Uni<Optional<AlertRules.Known>> lock(SqlConnection transaction, Caller caller, UUID alert) {
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addUUID(alert)
                .addUUID(CustomerFilter.onlyAgent(caller))
                .addUUID(CustomerFilter.onlyTeam(caller));
        return transaction.preparedQuery(LOCK).execute(arguments).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(AlertWrites::known)
                .findFirst());
    }

    Uni<Void> handle(
            SqlConnection transaction, Caller caller, UUID alert, AlertStatus status, @Nullable AlertOutcome outcome) {
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addUUID(alert)
                .addString(status.name())
                .addString(outcome == null ? null : outcome.name())
                .addString(caller.subject())
                .addString(caller.name());
        return transaction.preparedQuery(HANDLE).execute(arguments).replaceWithVoid();
    }

    Uni<Void> addNote(SqlConnection transaction, Caller caller, UUID alert, String text) {
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addUUID(UUID.randomUUID())
                .addUUID(alert)
                .addString(text)
                .addString(caller.subject())
                .addString(caller.name());
        return transaction.preparedQuery(ADD_NOTE).execute(arguments).replaceWithVoid();
    }

    private static RaisedAlert raised(Row row) {
        return new RaisedAlert(
                row.getUUID("alert_id"),
                row.getString("rule"),
                AlertSeverity.valueOf(row.getString("severity")),
                row.getUUID("customer_id"),
                row.getInteger("times"),
                row.getOffsetDateTime("occurred_at").toInstant());
    }

    private static AlertRules.Known known(Row row) {
        return new AlertRules.Known(
                AlertStatus.valueOf(row.getString("status")),
                AlertSeverity.valueOf(row.getString("severity")),
                row.getString("taken_by"),
                row.getBoolean("passed_on"),
                row.getBoolean("noted"));
    }
}
