package io.tideline.survey.delivery;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import io.tideline.survey.customer.MeetCustomers;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes a batch of events of copies. */
@ApplicationScoped
class TakeDeliveries {
    private final Database database;
    private final SurveyStore surveys;
    private final MeetCustomers meet;
    private final DeliveryStore store;

    TakeDeliveries(Database database, SurveyStore surveys, MeetCustomers meet, DeliveryStore store) {
        this.database = database;
        this.surveys = surveys;
        this.meet = meet;
        this.store = store;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<DeliveryRow>> rows) {
        List<UUID> ids = rows.stream()
                .map(row -> SurveyStore.id(tenant, row.value().survey()))
                .distinct()
                .toList();
        return database.write(
                tenant, transaction -> surveys.byIds(transaction, tenant, ids).flatMap(found -> {
                    Set<String> known = found.stream().map(Survey::key).collect(Collectors.toSet());
                    Map<ReadRow<DeliveryRow>, GivenEvent> events = events(tenant, rows, known);
                    return store(transaction, tenant, List.copyOf(events.values()))
                            .map(fresh -> results(rows, events, fresh));
                }));
    }

    private static Map<ReadRow<DeliveryRow>, GivenEvent> events(
            String tenant, List<ReadRow<DeliveryRow>> rows, Set<String> known) {
        Map<ReadRow<DeliveryRow>, GivenEvent> events = new LinkedHashMap<>();
        for (ReadRow<DeliveryRow> row : rows) {
            DeliveryRow given = row.value();
            if (known.contains(given.survey())) {
                UUID survey = SurveyStore.id(tenant, given.survey());
                events.put(row, new GivenEvent(survey, given.response(), given.kind(), given.customer(), given.at()));
            }
        }
        return events;
    }

    private Uni<Set<GivenEvent.Id>> store(SqlConnection transaction, String tenant, List<GivenEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(new HashSet<>());
        }
        List<String> customers = events.stream()
                .map(GivenEvent::customer)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return meet.run(transaction, tenant, customers).flatMap(met -> store.store(transaction, tenant, events));
    }

    /** Of rows that tell the same, the first is the new one. */
    private static List<RowResult> results(
            List<ReadRow<DeliveryRow>> rows, Map<ReadRow<DeliveryRow>, GivenEvent> events, Set<GivenEvent.Id> fresh) {
        List<RowResult> results = new ArrayList<>();
        for (ReadRow<DeliveryRow> row : rows) {
            GivenEvent event = events.get(row);
            if (event == null) {
                String key = row.value().survey();
                results.add(
                        new RowRejection("UNKNOWN_SURVEY", "survey", key, "There is no such survey.").at(row.row()));
            } else {
                results.add(row.became(fresh.remove(event.id()) ? RowStatus.ACCEPTED : RowStatus.DUPLICATE));
            }
        }
        return results;
    }
}
