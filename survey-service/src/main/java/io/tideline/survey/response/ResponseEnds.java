package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The statements about whether an answer is whole, and whether its survey has a place for it. */
@ApplicationScoped
class ResponseEnds {
    private static final String STATE = Sql.load(ResponseEnds.class, "find_state.sql");
    private static final String END = Sql.load(ResponseEnds.class, "end_response.sql");
    private static final String COUNT = Sql.load(ResponseEnds.class, "count_answer.sql");

    /**
     * How far an answer is.
     *
     * @param known whether any part of it is stored
     * @param ended whether it was said to be whole
     * @param counts whether it takes a place of its survey's quota once it is whole
     * @param full whether all places are gone and none is kept for it
     */
    record State(boolean known, boolean ended, boolean counts, boolean full) {}

    Uni<State> state(SqlConnection transaction, String tenant, UUID survey, String key) {
        return transaction
                .preparedQuery(STATE)
                .execute(Tuple.of(tenant, survey, key))
                .map(rows -> rows.iterator().next())
                .map(row -> new State(
                        row.getBoolean("known"),
                        row.getBoolean("ended"),
                        row.getBoolean("counts"),
                        row.getBoolean("full")));
    }

    /** Notes that an answer is whole; whether it was not before. Of twins the later waits here until the first is stored, and is told no. */
    Uni<Boolean> end(SqlConnection transaction, String tenant, UUID survey, String key) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(tenant, survey, key))
                .map(rows -> rows.size() > 0);
    }

    /** Takes a place for an answer that has just become whole, as the last thing its transaction does; false where there is none. */
    Uni<Boolean> count(SqlConnection transaction, String tenant, UUID survey, String key, boolean begun) {
        return transaction
                .preparedQuery(COUNT)
                .execute(Tuple.of(tenant, survey, key, begun))
                .map(rows -> rows.size() > 0);
    }
}
