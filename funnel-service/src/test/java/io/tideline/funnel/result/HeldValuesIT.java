package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A caller who sees one team brings only the values of its customers' moments into memory. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class HeldValuesIT {
    private static final String TENANT = "held-values";
    private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Test
    void readsOnlyCustomersWhoWereEverHeldByWhomTheCallerSees() {
        feed.tellFrom("2025-01-01T00:00:00Z", TENANT, held("k1", "t1"), held("k2", "t2"), held("k3", "t3"));
        feed.tellFrom("2025-05-10T00:00:00Z", TENANT, held("k3", "t1"));
        Api.ingest(
                TENANT,
                Stream.of("k1", "k2", "k3")
                        .map(customer -> Map.of(
                                "id",
                                customer,
                                "customer",
                                customer,
                                "name",
                                "A",
                                "at",
                                START.toString(),
                                "quote",
                                "q1"))
                        .toList());

        assertThat(read(Visibility.ALL)).containsExactly("k1", "k2", "k3");
        assertThat(read(new Visibility("t1", null))).containsExactly("k1", "k3");
        assertThat(read(new Visibility("t3", null))).containsExactly("k3");
        assertThat(read(new Visibility("t4", null))).isEmpty();
    }

    private List<String> read(Visibility visibility) {
        CustomerFilter filter = new CustomerFilter(TENANT, SegmentInput.EVERYONE, visibility, START);
        WantedJourneys wanted = new WantedJourneys(null, START, START.plusSeconds(1), null, null);
        HeldValues values = database.readOneSnapshot(
                        TENANT, connection -> HeldValues.read(connection, filter, "quote", wanted))
                .await()
                .atMost(Duration.ofSeconds(10));
        return Stream.of("k1", "k2", "k3")
                .filter(customer -> values.of(Ids.uuid(TENANT, "customer", customer), 0) != HeldValues.NONE)
                .toList();
    }

    private static Map<String, Object> held(String customer, String team) {
        return Facts.customer(TENANT, customer, Map.of("agent", "a", "team", team));
    }
}
