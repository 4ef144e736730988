package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The statements of answers to follow-ups. */
@ApplicationScoped
class GivenChoices {
    private static final String FIND = Sql.load(GivenChoices.class, "find_answers.sql");
    private static final String STORE = Sql.load(GivenChoices.class, "store_answer.sql");

    private final Database database;

    GivenChoices(Database database) {
        this.database = database;
    }

    Uni<Map<UUID, Map<String, List<String>>>> of(String tenant, Collection<UUID> responses) {
        return database.query(tenant, FIND, asked(tenant, responses)).map(GivenChoices::byResponse);
    }

    Uni<Map<String, List<String>>> of(SqlConnection transaction, String tenant, UUID response) {
        return transaction
                .preparedQuery(FIND)
                .execute(asked(tenant, List.of(response)))
                .map(rows -> byResponse(rows).getOrDefault(response, Map.of()));
    }

    /** Stores what was not said before; the caller has seen that nothing contradicts. */
    Uni<Void> store(SqlConnection transaction, String tenant, UUID response, Map<String, List<String>> answers) {
        if (answers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = answers.entrySet().stream()
                .map(given -> Tuple.tuple()
                        .addString(tenant)
                        .addUUID(response)
                        .addString(given.getKey())
                        .addArrayOfString(given.getValue().toArray(String[]::new)))
                .toList();
        return transaction.preparedQuery(STORE).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple asked(String tenant, Collection<UUID> responses) {
        return Tuple.tuple().addString(tenant).addArrayOfUUID(responses.toArray(UUID[]::new));
    }

    private static Map<UUID, Map<String, List<String>>> byResponse(RowSet<Row> rows) {
        Map<UUID, Map<String, List<String>>> found = new LinkedHashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.getUUID("response_id"), id -> new LinkedHashMap<>())
                .put(row.getString("question"), Arrays.asList(row.getArrayOfStrings("chosen"))));
        return found;
    }
}
