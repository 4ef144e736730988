package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.TimePosition;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.customer.LabelKind;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that read answers. */
@ApplicationScoped
class ResponseReads {
    private static final String FIND_OF_CUSTOMERS = Sql.load(ResponseReads.class, "find_responses.sql");
    private static final String FIND_CHANGE = Sql.load(ResponseReads.class, "find_change.sql");
    private static final String FIND = Sql.load(ResponseReads.class, "find_response.sql");

    private final Database database;

    ResponseReads(Database database) {
        this.database = database;
    }

    /**
     * Answers of these customers, by customer; of those whom the caller does not see there is no entry.
     *
     * @param request null for no answers, only the latest net promoter score
     */
    Uni<Map<UUID, CustomerResponses>> ofCustomers(
            Caller caller, Collection<UUID> customers, @Nullable PageRequest request, boolean latestNps) {
        TimePosition after = TimePosition.of(request == null ? null : request.cursor());
        Visibility seen = caller.visibility();
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addArrayOfUUID(customers.toArray(UUID[]::new))
                .addInteger(request == null ? 0 : request.size() + 1)
                .addOffsetDateTime(after.at())
                .addUUID(after.id())
                .addInteger(latestNps ? 1 : 0)
                .addUUID(id(caller, LabelKind.TEAM, seen.team()))
                .addUUID(id(caller, LabelKind.AGENT, seen.agent()));
        return database.query(caller.tenant(), FIND_OF_CUSTOMERS, arguments).map(ResponseReads::byCustomer);
    }

    Uni<SurveyResponse> find(SqlConnection transaction, String tenant, UUID response) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(tenant, response))
                .map(rows -> response(rows.iterator().next()));
    }

    /** What an answer was to and by whom. */
    record Change(UUID survey, @Nullable UUID customer) {}

    /** Empty where the caller does not see it. */
    Uni<Optional<Change>> change(SqlConnection transaction, Caller caller, UUID response) {
        Visibility seen = caller.visibility();
        Tuple arguments = Tuple.of(
                caller.tenant(),
                response,
                id(caller, LabelKind.TEAM, seen.team()),
                id(caller, LabelKind.AGENT, seen.agent()));
        return transaction
                .preparedQuery(FIND_CHANGE)
                .execute(arguments)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(change(rows.iterator().next())));
    }

    private static Change change(Row row) {
        return new Change(row.getUUID("survey_id"), row.getUUID("customer_id"));
    }

    private static Map<UUID, CustomerResponses> byCustomer(RowSet<Row> rows) {
        Map<UUID, List<SurveyResponse>> pages = new HashMap<>();
        Map<UUID, Integer> latestNps = new HashMap<>();
        for (Row row : rows) {
            UUID customer = row.getUUID("asked_id");
            List<SurveyResponse> page = pages.computeIfAbsent(customer, id -> new ArrayList<>());
            String wanted = row.getString("wanted");
            if ("NPS".equals(wanted)) {
                latestNps.put(customer, row.getInteger("score"));
            } else if (wanted != null) {
                page.add(response(row));
            }
        }
        Map<UUID, CustomerResponses> found = new HashMap<>();
        pages.forEach((customer, page) -> found.put(customer, new CustomerResponses(page, latestNps.get(customer))));
        return found;
    }

    private static SurveyResponse response(Row row) {
        OffsetDateTime claimed = row.getOffsetDateTime("claimed_at");
        return new SurveyResponse(
                row.getUUID("response_id"),
                row.getUUID("survey_id"),
                row.getInteger("version"),
                row.getString("type"),
                row.getInteger("score"),
                row.getString("comment"),
                row.getString("language"),
                row.getOffsetDateTime("answered_at").toInstant(),
                claimed == null ? null : claimed.toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    private static @Nullable UUID id(Caller caller, LabelKind kind, @Nullable String externalId) {
        return externalId == null ? null : kind.id(caller.tenant(), externalId);
    }
}
