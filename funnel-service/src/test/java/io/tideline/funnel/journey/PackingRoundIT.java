package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.Rows;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A packing goes on block by block; whatever happens in between, readers meet everything once, and whoever comes next takes it up. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class PackingRoundIT {
    private static final int CUSTOMERS = 1_800;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FACTS =
            """
            SELECT event.customer_id || ' ' || min(coalesce(customer.market, '')) || ' '
                || string_agg((extract(epoch FROM occurred_at) * 1000000)::bigint || ':' || name_id, ' ' ORDER BY occurred_at, seq)
            FROM event JOIN customer USING (tenant_id, customer_id) WHERE tenant_id = '%s' GROUP BY event.customer_id
            """;
    private static final String READ_EVERYBODY_ANEW =
            "INSERT INTO journey_change (tenant_id, kind, content) SELECT $1, 'REREAD', string_agg(uuid_send(customer_id), '') FROM customer WHERE tenant_id = $1";
    private static final String WAITING = "SELECT count(*) FROM journey_change";
    private static final String UNDER_WAY = "SELECT count(*) FROM journey_packing WHERE packed_before IS NOT NULL";

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Inject
    JourneyStore journeys;

    @Inject
    PackJourneys packing;

    @Inject
    Vertx vertx;

    private String tenant = "";

    @BeforeEach
    void someBlocksArePackedAndAllHaveChanged() {
        tenant = "round-" + System.nanoTime();
        happen("a", 0);
        await(packing.run(tenant));
        assertThat(Rows.asApp(tenant, "SELECT count(*) >= 4 FROM journey_block"))
                .containsExactly("t");
        happen("b", 250);
    }

    @Test
    void isTakenUpWhereItWasLeft() {
        for (int round = 0; Rows.asApp(tenant, WAITING).equals(List.of("1")); round++) {
            assertThat(await(pageByPage().run(1))).isTrue();
            assertThat(read()).isEqualTo(facts());
            assertThat(round).isLessThan(20);
        }

        assertThat(Rows.asApp(tenant, UNDER_WAY)).containsExactly("0");
        assertThat(Rows.asApp(tenant, WAITING)).containsExactly("0");
    }

    @Test
    void leavesForLaterWhatHappensMeanwhile() {
        noteEverybody();
        await(pageByPage().run(2));
        assertThat(Rows.asApp(tenant, UNDER_WAY)).containsExactly("1");

        happen("c", 250);
        merge(3, 4);
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "c7", Map.of("market", "DE")));
        assertThat(read()).isEqualTo(facts());
        await(pageByPage().run(1));
        assertThat(read()).isEqualTo(facts());
        assertThat(await(pageByPage().run())).isTrue();

        assertThat(read()).isEqualTo(facts());
        assertThat(Rows.asApp(tenant, UNDER_WAY)).containsExactly("0");
        await(pageByPage().run());
        assertThat(read()).isEqualTo(facts());
        assertThat(Rows.asApp(tenant, WAITING)).containsExactly("0");
    }

    @Test
    void goesOnWhileThingsHappen() {
        noteEverybody();
        CompletableFuture<Boolean> packed = pageByPage().run().subscribeAsCompletionStage();
        for (int step = 0; step < 6 || !packed.isDone(); step++) {
            happen("d" + step, step);
            merge(10 + step, 1_000 + step);

            assertThat(read()).isEqualTo(facts());
        }

        assertThat(await(Uni.createFrom().completionStage(packed))).isTrue();
    }

    private Packing pageByPage() {
        return new Packing(database, vertx, new Turns(1, 1, 10, PATIENCE), tenant, 1);
    }

    private void noteEverybody() {
        await(database.write(
                tenant,
                transaction -> transaction.preparedQuery(READ_EVERYBODY_ANEW).execute(Tuple.of(tenant))));
    }

    private void happen(String batch, long millis) {
        Api.ingest(
                tenant,
                IntStream.range(0, CUSTOMERS)
                        .mapToObj(at -> Api.event(
                                batch + at,
                                "c" + at,
                                "n" + at % 3,
                                START.plusMillis(millis).toString()))
                        .toList());
    }

    private void merge(int from, int into) {
        Map<String, Object> alias = new HashMap<>();
        alias.put("from", Ids.uuid(tenant, "customer", "c" + from).toString());
        alias.put("to", Ids.uuid(tenant, "customer", "c" + into).toString());
        feed.tell(tenant, "customer.alias", List.of(alias));
    }

    private Set<String> facts() {
        return new TreeSet<>(Rows.asSuperuser(FACTS.formatted(tenant)));
    }

    private Set<String> read() {
        Set<String> met = new ConcurrentSkipListSet<>();
        CustomerFilter everybody = new CustomerFilter(tenant, SegmentInput.EVERYONE, Visibility.ALL, START);
        WantedJourneys everything =
                new WantedJourneys(null, START.minusSeconds(1), START.plusSeconds(86_400), null, Dimension.MARKET);
        await(journeys.inSnapshot(
                tenant,
                (connection, store) ->
                        store.read(connection, everybody, everything, packed -> assertThat(met.add(written(packed)))
                                .isTrue())));
        return new TreeSet<>(met);
    }

    private static String written(PackedJourney packed) {
        StringBuilder text = new StringBuilder(packed.customer() + " " + packed.group());
        for (int at = 0; at < packed.moments().size(); at++) {
            text.append(' ')
                    .append(packed.moments().time(at))
                    .append(':')
                    .append(packed.moments().name(at));
        }
        return text.toString();
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
