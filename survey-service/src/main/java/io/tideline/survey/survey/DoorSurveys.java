package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.door.DoorPool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Whose survey a public key is, for what the door does in several statements. */
@ApplicationScoped
public class DoorSurveys {
    private static final String FIND = Sql.load(DoorSurveys.class, "find_door_survey.sql");

    private final DoorPool pool;

    public DoorSurveys(DoorPool pool) {
        this.pool = pool;
    }

    /** A survey as the door finds it. */
    public record Found(String tenant, UUID survey) {}

    public Uni<Optional<Found>> find(String publicKey) {
        return pool.run(FIND, Tuple.of(publicKey)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new Found(row.getString("tenant_id"), row.getUUID("survey_id"))));
    }
}
