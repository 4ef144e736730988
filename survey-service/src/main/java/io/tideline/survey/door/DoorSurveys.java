package io.tideline.survey.door;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Whose survey a public key is. A key never changes hands, so those that are asked for are remembered; what is no key is not. */
@ApplicationScoped
public class DoorSurveys {
    private static final String FIND = Sql.load(DoorSurveys.class, "find_door_survey.sql");

    private final DoorPool pool;
    private final Map<String, Found> known = Collections.synchronizedMap(new Latest());

    public DoorSurveys(DoorPool pool) {
        this.pool = pool;
    }

    /** A survey as the door finds it. */
    public record Found(String tenant, UUID survey) {}

    /** As many as were asked for last. */
    private static final class Latest extends LinkedHashMap<String, Found> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 10_000;
        private static final float LOAD = 0.75f;

        Latest() {
            super(MOST / 10, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > MOST;
        }
    }

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
