package io.tideline.survey.door;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Whose survey a public key is. A key never changes hands, so those that are asked for are remembered; what is no key is not. */
@ApplicationScoped
public class DoorSurveys {
    private static final String FIND = Sql.load(DoorSurveys.class, "find_door_survey.sql");

    private final DoorPool pool;
    private final Map<String, Found> known = Latest.shared();

    public DoorSurveys(DoorPool pool) {
        this.pool = pool;
    }

    /** A survey as the door finds it. */
    public record Found(String tenant, UUID survey) {}

    public Uni<Optional<Found>> find(String publicKey) {
        Found remembered = known.get(publicKey);
        return remembered == null
                ? asked(publicKey).invoke(found -> found.ifPresent(one -> known.put(publicKey, one)))
                : Uni.createFrom().item(Optional.of(remembered));
    }

    private Uni<Optional<Found>> asked(String publicKey) {
        return pool.run(FIND, Tuple.of(publicKey)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new Found(row.getString("tenant_id"), row.getUUID("survey_id"))));
    }
}
