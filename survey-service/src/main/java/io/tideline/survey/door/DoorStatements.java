package io.tideline.survey.door;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.tideline.platform.sql.LongStatements;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/** The door's own connections keep its long statement prepared too. */
@Singleton
@ReactiveDataSource("door")
class DoorStatements implements PgPoolCreator {
    @Override
    public Pool create(Input input) {
        return LongStatements.prepared(input);
    }
}
