package io.tideline.customer.alert;

import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ReadOnce;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes alerts of rows; those of one result become peers. */
final class AlertRows {
    private AlertRows() {}

    static List<Alert> read(RowSet<Row> rows) {
        Set<UUID> customers = new HashSet<>();
        Set<UUID> agents = new HashSet<>();
        for (Row row : rows) {
            customers.add(row.getUUID("customer_id"));
            agents.add(row.getUUID("agent_id"));
        }
        customers.remove(null);
        agents.remove(null);
        AlertLinks.Peers peers = new AlertLinks.Peers(customers, agents, new ReadOnce());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> alert(row, peers))
                .toList();
    }

    private static Alert alert(Row row, AlertLinks.Peers peers) {
        String outcome = row.getString("outcome");
        OffsetDateTime repeated = row.getOffsetDateTime("repeated_at");
        return new Alert(
                GlobalId.of(Alert.TYPE, row.getUUID("alert_id")),
                row.getString("rule"),
                AlertSeverity.valueOf(row.getString("severity")),
                AlertStatus.valueOf(row.getString("status")),
                row.getInteger("times"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant(),
                repeated == null ? null : repeated.toInstant(),
                notes(row.getJsonArray("notes")),
                outcome == null ? null : AlertOutcome.valueOf(outcome),
                step(row, "viewed"),
                step(row, "taken"),
                step(row, "closed"),
                new AlertLinks(
                        row.getUUID("alert_id"),
                        row.getUUID("customer_id"),
                        row.getUUID("agent_id"),
                        row.getUUID("team_id"),
                        peers));
    }

    private static @Nullable AlertStep step(Row row, String name) {
        OffsetDateTime at = row.getOffsetDateTime(name + "_at");
        return at == null ? null : new AlertStep(at.toInstant(), row.getString(name + "_name"));
    }

    private static List<AlertNote> notes(@Nullable JsonArray notes) {
        return notes == null
                ? List.of()
                : notes.stream()
                        .map(JsonObject.class::cast)
                        .map(AlertRows::note)
                        .toList();
    }

    private static AlertNote note(JsonObject note) {
        Instant at = OffsetDateTime.parse(note.getString("at")).toInstant();
        return new AlertNote(at, note.getString("by"), note.getString("text"));
    }
}
