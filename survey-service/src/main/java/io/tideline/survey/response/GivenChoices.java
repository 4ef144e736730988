package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.survey.SurveyDesign;
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
    private static final String TELL = Sql.load(GivenChoices.class, "tell_answers.sql");

    private final Database database;

    GivenChoices(Database database) {
        this.database = database;
    }

    /** @param design by which the answers were judged */
    record Given(UUID response, Map<String, List<String>> answers, SurveyDesign design) {}

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
    Uni<Void> store(SqlConnection transaction, String tenant, Given given) {
        if (given.answers().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = given.answers().entrySet().stream()
                .map(said -> Tuple.tuple()
                        .addString(tenant)
                        .addUUID(given.response())
                        .addString(said.getKey())
                        .addArrayOfString(said.getValue().toArray(String[]::new))
                        .addBoolean(given.design().isText(said.getKey())))
                .toList();
        return transaction.preparedQuery(STORE).executeBatch(rows).replaceWithVoid();
    }

    /** Tells of a part that brought nothing but answers to follow-ups; the statement that stores answers tells of all others. */
    Uni<Void> tell(SqlConnection transaction, String tenant, UUID response) {
        return transaction
                .preparedQuery(TELL)
                .execute(Tuple.of(tenant, response))
                .replaceWithVoid();
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
