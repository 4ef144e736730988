package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What an organisation has said of how scores are cut and shown. */
@ApplicationScoped
class ScoreSettings {
    private static final String FIND = Sql.load(ScoreSettings.class, "score_settings.sql");
    private static final String SET_FLOOR = Sql.load(ScoreSettings.class, "set_privacy_floor.sql");

    private final Database database;
    private final ScoreConfig config;

    ScoreSettings(Database database, ScoreConfig config) {
        this.database = database;
        this.config = config;
    }

    /** @param floor fewer answers of a segment than these are not shown */
    record Settings(ZoneId zone, int floor) {
        Lens lens(Caller caller, PeriodInput period, Segment segment, AnswerMode mode, CellBudget budget) {
            return new Lens(caller.tenant(), period.in(zone), segment, mode, floor, budget);
        }
    }

    Uni<Settings> of(String tenant) {
        return database.query(tenant, FIND, Tuple.of(tenant))
                .map(rows -> settings(rows.iterator().next()));
    }

    Uni<Void> setFloor(Caller caller, int floor) {
        return database.write(caller.tenant(), transaction -> transaction
                .preparedQuery(SET_FLOOR)
                .execute(Tuple.of(caller.tenant(), floor, caller.subject()))
                .replaceWithVoid());
    }

    private Settings settings(Row row) {
        String zone = row.getString("time_zone");
        Integer floor = row.getInteger("privacy_floor");
        return new Settings(
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone), floor == null ? config.privacyFloor() : floor);
    }
}
