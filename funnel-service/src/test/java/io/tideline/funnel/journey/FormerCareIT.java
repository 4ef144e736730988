package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A caller who sees one team brings only the histories of its customers into memory. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class FormerCareIT {
    private static final String TENANT = "former-care";
    private static final String FORMER_CARE = Sql.load(JourneyStore.class, "former_care.sql");

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Test
    void readsOnlyCustomersWhoWereEverHeldByWhomTheCallerSees() {
        feed.tellFrom(
                "2025-01-01T00:00:00Z", TENANT, held("k1", "a1", "t1"), held("k2", "a2", "t2"), held("k3", "a3", "t3"));
        feed.tellFrom(
                "2025-05-10T00:00:00Z", TENANT, held("k1", "a2", "t2"), held("k2", "a1", "t1"), held("k3", "a2", "t2"));

        assertThat(read(Visibility.ALL)).containsExactlyInAnyOrder(id("k1"), id("k2"), id("k3"));
        assertThat(read(new Visibility("t1", null))).containsExactlyInAnyOrder(id("k1"), id("k2"));
        assertThat(read(new Visibility("t2", "a3"))).containsExactly(id("k3"));
        assertThat(read(new Visibility("t4", null))).isEmpty();
    }

    private List<UUID> read(Visibility visibility) {
        CustomerFilter filter = new CustomerFilter(TENANT, SegmentInput.EVERYONE, visibility, Instant.EPOCH);
        List<UUID> read = new ArrayList<>();
        database.query(TENANT, FORMER_CARE, filter.addHoldersTo(Tuple.of(TENANT)))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> read.add(row.getUUID("customer_id")));
        return read;
    }

    private static UUID id(String customer) {
        return Ids.uuid(TENANT, "customer", customer);
    }

    private static Map<String, Object> held(String customer, String agent, String team) {
        return Facts.customer(TENANT, customer, Map.of("agent", agent, "team", team));
    }
}
