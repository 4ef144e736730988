package io.tideline.survey.response;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.door.DoorPool;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The statement of answers that machines give: what fills in a field that people do not see is kept apart, and its sender is told nothing of it. */
@ApplicationScoped
class TrapStore {
    private static final String TRAP = Sql.load(TrapStore.class, "trap_answer.sql");

    private final DoorPool pool;
    private final MeterRegistry meters;

    TrapStore(DoorPool pool, MeterRegistry meters) {
        this.pool = pool;
        this.meters = meters;
    }

    /** Whether an open survey has the key. */
    Uni<Boolean> keep(Answer answer) {
        meters.counter("tideline.door.trapped").increment();
        JsonObject body = new JsonObject()
                .put("score", answer.score())
                .put("comment", answer.comment())
                .put("language", answer.language())
                .put("website", answer.website());
        return pool.run(TRAP, Tuple.of(answer.survey(), answer.response(), body.encode()))
                .map(rows -> rows.size() > 0);
    }
}
