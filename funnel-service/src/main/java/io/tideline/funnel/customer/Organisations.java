package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Settings of organisations. */
@ApplicationScoped
public class Organisations {
    /** Days are cut in UTC until customer-service has told otherwise. */
    public static final ZoneId UNTOLD = ZoneOffset.UTC;

    private static final String CHANGE = Sql.load(Organisations.class, "change_organisation.sql");
    private static final String TIME_ZONE = Sql.load(Organisations.class, "time_zone.sql");

    private final Database database;

    Organisations(Database database) {
        this.database = database;
    }

    public Uni<ZoneId> zone(String tenant) {
        return database.query(tenant, TIME_ZONE, Tuple.of(tenant))
                .map(rows -> rows.size() == 0
                        ? UNTOLD
                        : ZoneId.of(rows.iterator().next().getString("time_zone")));
    }

    Uni<Void> change(SqlConnection transaction, FeedEvent event) {
        ZoneId zone = ZoneId.of(event.text("timeZone"));
        return transaction
                .preparedQuery(CHANGE)
                .execute(Tuple.of(event.tenant(), event.textOrNull("name"), zone.getId(), event.text("currency")))
                .replaceWithVoid();
    }
}
