package io.tideline.roi.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;

/** Settings of organisations as last heard. */
@ApplicationScoped
public class OrganisationStore {
    private static final String READ = Sql.load(OrganisationStore.class, "organisation.sql");
    private static final String SAVE = Sql.load(OrganisationStore.class, "save_organisation.sql");

    private final Database database;

    OrganisationStore(Database database) {
        this.database = database;
    }

    public Uni<Organisation> of(String tenant) {
        return database.query(tenant, READ, Tuple.of(tenant)).map(OrganisationStore::organisation);
    }

    public Uni<Organisation> of(SqlConnection transaction, String tenant) {
        return transaction.preparedQuery(READ).execute(Tuple.of(tenant)).map(OrganisationStore::organisation);
    }

    Uni<Void> save(SqlConnection transaction, String tenant, FeedEvent event) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        tenant,
                        event.textOrNull("name"),
                        ZoneId.of(event.text("timeZone")).getId(),
                        event.text("currency")))
                .replaceWithVoid();
    }

    private static Organisation organisation(RowSet<Row> rows) {
        for (Row row : rows) {
            return new Organisation(ZoneId.of(row.getString("time_zone")), row.getString("currency"));
        }
        return Organisation.UNSET;
    }
}
