package io.tideline.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sessions;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

    @Inject
    Database database;

    @Inject
    Sessions sessions;

    @Inject
    Vertx vertx;

    @Test
    void undoesWhatTheyHadBegun() throws InterruptedException {
        abandon(i -> database.write("gone", transaction -> transaction
                .preparedQuery(INSERT)
                .execute(Tuple.of("gone", "t" + i))
                .flatMap(inserted -> transaction.query("SELECT pg_sleep(0.4)").execute())));

        useEveryConnection("next");

        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'gone'"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'next'"))
                .hasSize(MORE_THAN_THE_POOL_HAS);
    }

    @Test
    void undoesWhatTheirSessionsHadBegun() throws InterruptedException {
        abandon(i -> sessions.write("gone-session", session -> session.createNativeQuery(INSERT_NATIVE)
                .setParameter("id", "t" + i)
                .executeUpdate()
                .flatMap(inserted -> session.createNativeQuery("SELECT pg_sleep(0.4)::text", String.class)
                        .getSingleResult())));

        useEveryConnection("next-session");

        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'gone-session'"))
                .isEmpty();
        assertThat(Rows.asSuperuser("SELECT external_id FROM team WHERE tenant_id = 'next-session'"))
                .hasSize(MORE_THAN_THE_POOL_HAS);
    }

    private void abandon(IntFunction<Uni<?>> work) throws InterruptedException {
        List<Cancellable> calls = new CopyOnWriteArrayList<>();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            int number = i;
            vertx.runOnContext(
                    called -> calls.add(work.apply(number).subscribe().with(done -> {}, failed -> {})));
        }
        Thread.sleep(200);
        vertx.runOnContext(called -> calls.forEach(Cancellable::cancel));
        Thread.sleep(600);
    }

    private void useEveryConnection(String tenant) {
        List<Uni<?>> writes = IntStream.range(0, MORE_THAN_THE_POOL_HAS)
                .<Uni<?>>mapToObj(i -> database.write(tenant, transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(tenant, "t" + i))
                        .flatMap(inserted ->
                                transaction.query("SELECT pg_sleep(0.05)").execute())))
                .toList();
        Uni.combine().all().unis(writes).discardItems().await().atMost(Duration.ofSeconds(20));
    }
}
