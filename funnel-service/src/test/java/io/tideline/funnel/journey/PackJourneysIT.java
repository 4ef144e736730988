package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.Rows;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens where more has been recorded than one packing takes, or several pack at once. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class PackJourneysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOTE =
            "INSERT INTO journey_change (tenant_id, kind, content) SELECT $1, $2, decode(repeat($3, $4), 'hex')";

    private static final String BUSY =
            """
            INSERT INTO journey_change (tenant_id, kind, content)
            SELECT $1, 'MOMENTS', string_agg(uuid_send(md5(customer::text)::uuid) || int8send(at) || int8send(at) || int4send(1), '')
            FROM generate_series(1, $2::bigint) AS customer, generate_series(1, $3::bigint) AS at
            """;

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Inject
    JourneyStore journeys;

    @Inject
    PackJourneys packing;

    @Test
    void refusesToReadMoreThanItMayHoldWhileAnotherPacks() throws SQLException {
        String tenant = "pack-locked";
        note(tenant, "MOMENTS", "00".repeat(36), 600_000);

        try (Connection other = PostgresForTests.connect("funnel", "postgres");
                Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(hashtextextended('journey:" + tenant + "', 0))");

            assertThatThrownBy(() -> read(tenant)).isInstanceOfSatisfying(AppException.class, refused -> {
                assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE);
                assertThat(refused.details()).containsKey("retryAfter");
            });
        }
    }

    @Test
    void packsWhatMustBeReadAnewHoweverMuchItIs() {
        String tenant = "pack-reread";
        Api.ingest(tenant, List.of(Api.event("1", "c1", "A", "2026-01-01T00:00:00Z")));
        UUID customer = Ids.uuid(tenant, "customer", "c1");
        note(tenant, "REREAD", customer.toString().replace("-", ""), 1_200_000);
        Api.ingest(tenant, List.of(Api.event("2", "c1", "B", "2026-01-02T00:00:00Z")));

        int packings = 0;
        while (packings < 5 && await(packing.run(tenant))) {
            packings++;
        }

        assertThat(packings).isBetween(1, 3);
        assertThat(Rows.asApp(tenant, "SELECT count(*) FROM journey_change")).containsExactly("0");
    }

    @Test
    void weighsIdsAboveMoments() {
        note("pack-weight", "CUSTOMERS", "00".repeat(16), 10);
        note("pack-weight", "REREAD", "00".repeat(16), 10);
        note("pack-weight", "MOMENTS", "00".repeat(36), 10);

        assertThat(await(packing.waiting("pack-weight")).bytes()).isEqualTo(10 * 16 * (4 + 16) + 10 * 36);
    }

    @Test
    void packsSoonWhereCustomersChange() {
        String tenant = "pack-customers";
        note(tenant, "CUSTOMERS", "00".repeat(16), 40_000);
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "c1", Map.of("market", "DE")));

        await(Uni.createFrom()
                .item(() -> Rows.asApp(tenant, "SELECT count(*) FROM journey_change"))
                .repeat()
                .withDelay(Duration.ofMillis(200))
                .until(List.of("0")::equals)
                .collect()
                .last());
        assertThat(Rows.asApp(tenant, "SELECT times FROM journey_packing")).containsExactly("1");
    }

    @Test
    void leavesItToAnotherPackingThatCameFirst() throws SQLException {
        String tenant = "pack-first";
        note(tenant, "MOMENTS", "00".repeat(36), 1);
        CompletableFuture<Boolean> late;

        try (Connection first = PostgresForTests.connect("funnel", "postgres");
                Statement packs = first.createStatement()) {
            first.setAutoCommit(false);
            packs.execute("DELETE FROM journey_change WHERE tenant_id = '" + tenant + "'");
            late = packing.run(tenant).subscribeAsCompletionStage();
            await(Uni.createFrom()
                    .item(() -> Rows.asSuperuser("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted"))
                    .repeat()
                    .withDelay(Duration.ofMillis(50))
                    .until(List.of("t")::equals)
                    .collect()
                    .last());
            first.commit();
        }

        assertThat(await(Uni.createFrom().completionStage(late))).isFalse();
    }

    /** A question that joins a reading knows what has happened until then, and its answer is remembered for that state. */
    @Test
    void seesWhateverIsStoredUntilTheTurnHasCome() {
        String tenant = "pack-turn";

        Long seen = await(journeys.inSnapshot(
                tenant,
                () -> Rows.asSuperuser("INSERT INTO journey_change (tenant_id, kind, content) VALUES ('" + tenant
                        + "', 'REREAD', '') RETURNING change_id"),
                (connection, store) -> connection
                        .query("SELECT count(*) FROM journey_change")
                        .execute()
                        .map(rows -> rows.iterator().next().getLong(0))));

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void dividesBlocksOfBusyCustomers() {
        String tenant = "pack-busy";
        await(database.write(
                tenant, transaction -> transaction.preparedQuery(BUSY).execute(Tuple.of(tenant, 20, 5_000))));

        assertThat(await(packing.run(tenant))).isTrue();

        assertThat(Rows.asApp(tenant, "SELECT octet_length(customers) / 16 FROM journey_block"))
                .containsExactly("5", "5", "5", "5");
    }

    private void read(String tenant) {
        await(journeys.inSnapshot(
                tenant, (connection, store) -> Uni.createFrom().voidItem()));
    }

    /** Notes as many ids or moments as given, all of them the same. */
    private void note(String tenant, String kind, String hex, int times) {
        await(database.write(
                tenant, transaction -> transaction.preparedQuery(NOTE).execute(Tuple.of(tenant, kind, hex, times))));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
