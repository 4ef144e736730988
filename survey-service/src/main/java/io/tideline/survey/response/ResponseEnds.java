package io.tideline.survey.response;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.survey.Quota;
import io.tideline.survey.survey.Survey;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The statements about whether an answer is whole. */
@ApplicationScoped
class ResponseEnds {
    private static final String STATE = Sql.load(ResponseEnds.class, "find_state.sql");
    private static final String LOCK_QUOTA = Sql.load(ResponseEnds.class, "lock_quota.sql");
    private static final String QUOTA = Sql.load(ResponseEnds.class, "find_quota.sql");
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

    /** How far an answer is when no other of its survey is being counted, which holds until the transaction ends: its twin may just have been. */
    Uni<State> stateAlone(SqlConnection transaction, String tenant, UUID survey, String key) {
        return transaction
                .preparedQuery(LOCK_QUOTA)
                .execute(Tuple.of(tenant, survey))
                .flatMap(locked -> state(transaction, tenant, survey, key));
    }

    /**
     * Whether the survey has as many answers as it takes and this one is none of those that may still come; while no other is being counted.
     *
     * @param known whether a part of the answer was stored before
     */
    Uni<Boolean> isOverQuota(SqlConnection transaction, String tenant, Survey survey, String key, boolean known) {
        Quota quota = survey.quota();
        if (quota == null) {
            return Uni.createFrom().item(false);
        }
        return transaction
                .preparedQuery(QUOTA)
                .execute(Tuple.of(tenant, survey.uuid(), key, quota.most()))
                .map(rows -> rows.iterator().next())
                .map(row -> row.getBoolean("reached") && (quota.isHard() || !(known || row.getBoolean("underway"))));
    }

    Uni<Void> end(SqlConnection transaction, String tenant, UUID survey, String key) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.of(tenant, survey, key))
                .replaceWithVoid();
    }
}
