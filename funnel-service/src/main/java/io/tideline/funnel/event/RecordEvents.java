package io.tideline.funnel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Stores a batch of events in one transaction and tells which of them were known. */
@ApplicationScoped
class RecordEvents {
    private static final int MAX_EVENTS = 1_000;
    private static final int MAX_PROPERTIES = 100_000;

    private final Database database;
    private final Moments moments;
    private final ObjectMapper json;

    RecordEvents(Database database, Moments moments, ObjectMapper json) {
        this.database = database;
        this.moments = moments;
        this.json = json;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<EventRow>> rows) {
        List<Moment> told = rows.stream().map(row -> row.value().moment(tenant)).toList();
        return database.write(tenant, transaction -> moments.append(transaction, tenant, told))
                .map(duplicates -> results(rows, duplicates));
    }

    /** Events of a mutation: all of them or, where one cannot be taken, none. */
    Uni<RecordEventsPayload> run(String tenant, RecordEventsInput input) {
        int count = input.events().size();
        if (count < 1 || count > MAX_EVENTS) {
            return refused("input.events", "Send 1 to " + MAX_EVENTS + " events, not " + count + ".");
        }
        List<ReadRow<EventRow>> rows = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            try {
                rows.add(new ReadRow<>(place, read(input.events().get(place))));
            } catch (RowRejection rejection) {
                RowResult refusal = rejection.at(place);
                return refused("input.events." + place + "." + refusal.field(), String.valueOf(refusal.message()));
            }
        }
        return run(tenant, rows).map(results -> {
            int duplicates = (int) results.stream()
                    .filter(result -> result.status() == RowStatus.DUPLICATE)
                    .count();
            return new RecordEventsPayload(count - duplicates, duplicates, List.of());
        });
    }

    private EventRow read(EventInput event) {
        Map<String, String> properties = new TreeMap<>();
        List<EventPropertyInput> told = event.properties();
        if (told != null) {
            told.forEach(property -> properties.put(property.name(), property.value()));
        }
        String written = properties.isEmpty() ? null : written(properties);
        String canonical =
                String.join("\u001f", event.customer(), event.name(), event.at().toString(), String.valueOf(written));
        return EventRow.of(event, canonical, written);
    }

    private String written(Map<String, String> properties) {
        try {
            String text = json.writeValueAsString(properties);
            if (text.length() > MAX_PROPERTIES || text.contains("\\u0000")) {
                throw new RowRejection("INVALID", "properties", null, "The properties cannot be stored.");
            }
            return text;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Uni<RecordEventsPayload> refused(String field, String message) {
        return Uni.createFrom().item(new RecordEventsPayload(0, 0, List.of(new UserError("INVALID", field, message))));
    }

    private static List<RowResult> results(List<ReadRow<EventRow>> rows, Set<Integer> duplicates) {
        List<RowResult> results = new ArrayList<>(rows.size());
        for (int place = 0; place < rows.size(); place++) {
            results.add(rows.get(place).became(duplicates.contains(place) ? RowStatus.DUPLICATE : RowStatus.ACCEPTED));
        }
        return results;
    }
}
