package io.tideline.survey.door;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.tideline.platform.sql.LongStatements;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The door's own connections keep its long statement prepared too. One that says nothing for longer than any request may take is closed: where the database is
 * out of reach without a word, it would never be heard of again and yet count as one of the few.
 */
@Singleton
@ReactiveDataSource("door")
class DoorStatements implements PgPoolCreator {
    private static final Duration LONGER = Duration.ofSeconds(1);

    private final Duration deadline;

    DoorStatements(DoorConfig config) {
        this.deadline = config.deadline();
    }

    @Override
    public Pool create(Input input) {
        int silence = (int) deadline.plus(LONGER).toMillis();
        input.pgConnectOptionsList().forEach(options -> options.setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(silence)
                .setConnectTimeout(silence));
        return LongStatements.prepared(input);
    }
}
