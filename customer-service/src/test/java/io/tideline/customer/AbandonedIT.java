package io.tideline.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sessions;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Callers who go away in the middle of a transaction, with connections that others use next. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class AbandonedIT {
    private static final int MORE_THAN_THE_POOL_HAS = 60;
    private static final String INSERT =
            "INSERT INTO team (tenant_id, team_id, external_id) VALUES ($1, gen_random_uuid(), $2)";
    private static final String INSERT_NATIVE =
            "INSERT INTO team (tenant_id, team_id, external_id) VALUES ('gone-session', gen_random_uuid(), :id)";
    private static final String HOLD = "SELECT pg_advisory_lock(60)";
    private static final String WAIT = "SELECT pg_advisory_xact_lock_shared(60)::text AS held";
    private static final String WAITING = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    @Inject
    Database database;

    @Inject
    Sessions sessions;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    @Test
    void undoesWhatTheyHadBegun() throws Exception {
        abandon(i -> database.write("gone", transaction -> transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of("gone", "t" + i))
                .flatMap(inserted -> transaction.query(WAIT).execute())));

        useEveryConnection("next");

        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'gone'"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'next'"))
                .hasSize(MORE_THAN_THE_POOL_HAS);
    }

    @Test
    void undoesWhatTheirSessionsHadBegun() throws Exception {
        abandon(i -> sessions.write("gone-session", session -> session.createNativeQuery(INSERT_NATIVE)
                .setParameter("id", "t" + i)
                .executeUpdate()
                .flatMap(inserted ->
                        session.createNativeQuery(WAIT, String.class).getSingleResult())));

        useEveryConnection("next-session");

        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'gone-session'"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'next-session'"))
                .hasSize(MORE_THAN_THE_POOL_HAS);
    }

    /** Lets callers take every connection and more wait for one, and all of them go. */
    private void abandon(IntFunction<Uni<?>> work) throws SQLException, InterruptedException {
        try (Connection holder = held()) {
            List<Cancellable> calls = new CopyOnWriteArrayList<>();
            CountDownLatch begun = new CountDownLatch(MORE_THAN_THE_POOL_HAS);
            for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
                int number = i;
                vertx.runOnContext(called -> {
                    calls.add(work.apply(number).subscribe().with(done -> {}, failed -> {}));
                    begun.countDown();
                });
            }
            begun.await();
            untilEveryConnectionWaits();
            CountDownLatch gone = new CountDownLatch(1);
            vertx.runOnContext(called -> {
                calls.forEach(Cancellable::cancel);
                gone.countDown();
            });
            gone.await();
            assertThat(holder.isClosed()).isFalse();
        }
    }

    private void useEveryConnection(String tenant) throws SQLException {
        List<CompletableFuture<?>> writes;
        try (Connection holder = held()) {
            writes = IntStream.range(0, MORE_THAN_THE_POOL_HAS)
                    .<CompletableFuture<?>>mapToObj(i -> database.write(tenant, transaction -> transaction
                                    .preparedQuery(INSERT)
                                    .execute(Tuple.of(tenant, "t" + i))
                                    .flatMap(inserted -> transaction.query(WAIT).execute()))
                            .subscribeAsCompletionStage())
                    .toList();
            untilEveryConnectionWaits();
            assertThat(holder.isClosed()).isFalse();
        }
        writes.forEach(CompletableFuture::join);
    }

    private static Connection held() throws SQLException {
        Connection holder = PostgresForTests.connect("customer", "postgres");
        try (Statement statement = holder.createStatement()) {
            statement.execute(HOLD);
        }
        return holder;
    }

    private void untilEveryConnectionWaits() {
        while (Rows.asSuperuser(WAITING).size() < connections) {
            Thread.onSpinWait();
        }
    }
}
