package io.tideline.customer.organisation;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.TimeZone;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** Settings of organisations. */
@ApplicationScoped
public class OrganisationStore {
    private static final String READ = Sql.load(OrganisationStore.class, "organisation.sql");
    private static final String SAVE = Sql.load(OrganisationStore.class, "save_organisation.sql");

    private final Database database;

    OrganisationStore(Database database) {
        this.database = database;
    }

    /** Settings after a change. */
    record Saved(Organisation organisation, boolean isNew) {}

    /** The settings, or the usual ones where none were set. */
    public Uni<Organisation> of(String tenant) {
        return database.query(tenant, READ, Tuple.of(tenant)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? organisation(tenant, found.next()) : Organisation.unset(tenant);
        });
    }

    Uni<Optional<Saved>> save(SqlConnection transaction, String tenant, OrganisationRow row) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addString(row.name())
                .addString(row.timeZone())
                .addString(row.currency())
                .addString(Organisation.USUAL_ZONE.toString())
                .addString(Organisation.USUAL_CURRENCY.code());
        return transaction.preparedQuery(SAVE).execute(arguments).map(rows -> {
            RowIterator<Row> changed = rows.iterator();
            if (!changed.hasNext()) {
                return Optional.empty();
            }
            Row saved = changed.next();
            return Optional.of(new Saved(organisation(tenant, saved), saved.getBoolean("inserted")));
        });
    }

    private static Organisation organisation(String tenant, Row row) {
        return new Organisation(
                Objects.requireNonNullElse(row.getString("name"), tenant),
                new TimeZone(row.getString("time_zone")),
                new CurrencyCode(row.getString("currency")));
    }
}
