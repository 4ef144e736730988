package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.Rows;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Database;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to journeys in whatever order, what is packed together with what is not says the same as the facts, and as what is packed anew. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class JourneyFoldIT {
    private static final Instant START = RandomHistory.START;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FACTS =
            """
            SELECT event.customer_id || ' ' || min(coalesce(customer.market, '')) || ' '
                || string_agg((extract(epoch FROM occurred_at) * 1000000)::bigint || '@' || coalesce(
                    (SELECT value FROM dimension_value AS held WHERE held.tenant_id = event.tenant_id AND held.customer_id = event.customer_id
                     AND dimension = 'MARKET' AND since <= occurred_at ORDER BY since DESC LIMIT 1),
                    (SELECT value FROM dimension_value AS held WHERE held.tenant_id = event.tenant_id AND held.customer_id = event.customer_id
                     AND dimension = 'MARKET' ORDER BY since LIMIT 1),
                    customer.market, '') || ':' || name_id, ' ' ORDER BY occurred_at, seq)
            FROM event JOIN customer USING (tenant_id, customer_id) WHERE tenant_id = '%s' GROUP BY event.customer_id
            """;
    private static final String READ_EVERYBODY_ANEW =
            "INSERT INTO journey_change (tenant_id, kind, content) SELECT $1, 'REREAD', string_agg(uuid_send(customer_id), '') FROM customer WHERE tenant_id = $1";

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Inject
    JourneyStore journeys;

    @Inject
    PackJourneys packing;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void saysTheSameAsTheFactsWhateverHappens(long seed) {
        String tenant = "fold-" + seed;
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(tenant, random, feed);
        for (int step = 0; step < 30; step++) {
            if (random.nextInt(7) == 0) {
                await(packing.run(tenant));
            } else {
                history.happen();
            }

            assertThat(read(tenant, 1 + random.nextInt(3))).isEqualTo(facts(tenant));
        }

        Set<String> folded = read(tenant, 2);
        await(database.write(
                tenant,
                transaction -> transaction.preparedQuery(READ_EVERYBODY_ANEW).execute(Tuple.of(tenant))));
        assertThat(await(packing.run(tenant))).isTrue();

        assertThat(read(tenant, 2)).isEqualTo(folded).isEqualTo(facts(tenant));
        assertThat(Rows.asApp(tenant, "SELECT count(*) FROM journey_change")).containsExactly("0");
    }

    @Test
    void dividesBlocksAsCustomersBecomeMany() {
        String tenant = "fold-many";
        for (int batch = 0; batch < 4; batch++) {
            int from = batch * 400;
            Api.ingest(
                    tenant,
                    IntStream.range(from, from + 800)
                            .mapToObj(at -> Api.event(
                                    "e" + from + "-" + at,
                                    "c" + at,
                                    "n",
                                    START.plusSeconds(at).toString()))
                            .toList());
            await(packing.run(tenant));
        }

        assertThat(read(tenant, 2)).isEqualTo(facts(tenant)).hasSize(2_000);
        assertThat(Rows.asApp(tenant, "SELECT first_customer::text FROM journey_block ORDER BY 1"))
                .hasSizeBetween(4, 9)
                .first()
                .isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    private static Set<String> facts(String tenant) {
        return new TreeSet<>(Rows.asSuperuser(FACTS.formatted(tenant)));
    }

    private Set<String> read(String tenant, int lanes) {
        Set<String> met = new ConcurrentSkipListSet<>();
        List<Consumer<PackedJourney>> readers = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            readers.add(packed -> assertThat(met.add(written(packed))).isTrue());
        }
        CustomerFilter everybody = new CustomerFilter(tenant, SegmentInput.EVERYONE, Visibility.ALL, START);
        WantedJourneys everything =
                new WantedJourneys(null, START.minusSeconds(1), START.plusSeconds(86_400), null, Dimension.MARKET);
        await(journeys.inSnapshot(
                tenant, (connection, store) -> store.read(connection, everybody, everything, readers)));
        return new TreeSet<>(met);
    }

    private static String written(PackedJourney packed) {
        StringBuilder text = new StringBuilder(packed.customer() + " " + packed.group());
        for (int at = 0; at < packed.moments().size(); at++) {
            long time = packed.moments().time(at);
            text.append(' ')
                    .append(time)
                    .append('@')
                    .append(packed.groupAt(Dimension.MARKET, time))
                    .append(':')
                    .append(packed.moments().name(at));
        }
        return text.toString();
    }

    private static <T> T await(io.smallrye.mutiny.Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
