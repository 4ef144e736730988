package io.tideline.platform.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;

/** Lets connections keep long statements prepared. The client's own limit of 2,048 characters has the longest ones, which cost most to plan, planned each time. */
@Singleton
public class LongStatements implements PgPoolCreator {
    /** Characters of a statement; the longest of the services has half as many. */
    static final int LIMIT = 16_384;

    @Override
    public Pool create(Input input) {
        return prepared(input);
    }

    /** For pools of other data sources, which need a bean of their own. */
    public static Pool prepared(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setPreparedStatementCacheSqlLimit(LIMIT));
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
