package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The statements about whether an answer is whole. */
@ApplicationScoped
class ResponseEnds {
    private static final String STATE = Sql.load(ResponseEnds.class, "find_state.sql");
    private static final String END = Sql.load(ResponseEnds.class, "end_response.sql");

    /**
     * How far an answer is.
     *
     * @param known whether any part of it is stored
     * @param ended whether it was said to be whole
     */
    record State(boolean known, boolean ended) {}

    Uni<State> state(SqlConnection transaction, String tenant, UUID survey, String key) {
        return transaction
                .preparedQuery(STATE)
                .execute(Tuple.of(tenant, survey, key))
                .map(rows -> rows.iterator().next())
                .map(row -> new State(row.getBoolean("known"), row.getBoolean("ended")));
    }

    Uni<Void> end(SqlConnection transaction, String tenant, UUID survey, String key) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(tenant, survey, key))
                .replaceWithVoid();
    }
}
