package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A reading brings what it needs beside journeys into memory for the customers of a page only, and for those only whom the caller may see. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class BesideIT {
    private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");
    private static final Customers EVERYBODY = new Customers(CustomerIds.FIRST, null, null);

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    private String tenant = "";
    /** Names of the customers, in the order of the database. */
    private List<String> names = List.of();

    @BeforeEach
    void tell(TestInfo test) {
        tenant = "beside-" + test.getTestMethod().orElseThrow().getName();
        names = Stream.of("k1", "k2", "k3")
                .sorted((one, other) -> CustomerIds.ORDER.compare(id(one), id(other)))
                .toList();
        feed.tellFrom(
                "2025-01-01T00:00:00Z", tenant, held("k1", "a1", "t1"), held("k2", "a2", "t2"), held("k3", "a3", "t3"));
        feed.tellFrom(
                "2025-05-10T00:00:00Z", tenant, held("k1", "a2", "t2"), held("k2", "a1", "t1"), held("k3", "a2", "t2"));
        Api.ingest(
                tenant,
                names.stream()
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
    }

    @Test
    void readsOnlyCustomersWhoWereEverHeldByWhomTheCallerSees() {
        assertThat(seen(Visibility.ALL)).containsExactlyInAnyOrder("k1", "k2", "k3");
        assertThat(seen(new Visibility("t1", null))).containsExactlyInAnyOrder("k1", "k2");
        assertThat(seen(new Visibility("t2", "a3"))).containsExactly("k3");
        assertThat(seen(new Visibility("t4", null))).isEmpty();
    }

    @Test
    void readsOnlyCustomersOfAStretchOrThoseNamed() {
        Customers first = new Customers(CustomerIds.FIRST, id(names.get(1)), null);
        Customers others = new Customers(id(names.get(1)), null, null);
        Customers last = new Customers(CustomerIds.FIRST, null, List.of(id(names.get(2))));

        assertThat(seen(Visibility.ALL, first)).containsExactly(names.get(0));
        assertThat(seen(Visibility.ALL, others)).containsExactly(names.get(1), names.get(2));
        assertThat(seen(Visibility.ALL, last)).containsExactly(names.get(2));
    }

    @Test
    void readsCarriersOfTagsOfAStretch() {
        feed.tell(tenant, "tag.interval", Facts.tag(tenant, names.get(0), "vip", "2025-01-01T00:00:00Z", null));
        feed.tell(tenant, "tag.interval", Facts.tag(tenant, names.get(2), "vip", "2025-01-01T00:00:00Z", null));
        SegmentInput vips = new SegmentInput(null, null, null, null, null, null, null, List.of("vip"));

        assertThat(read(vips, Visibility.ALL, EVERYBODY).carriers())
                .containsExactlyInAnyOrder(id(names.get(0)), id(names.get(2)));
        assertThat(read(vips, Visibility.ALL, new Customers(id(names.get(1)), null, null))
                        .carriers())
                .containsExactly(id(names.get(2)));
    }

    private List<String> seen(Visibility visibility) {
        return seen(visibility, EVERYBODY);
    }

    /** Customers with former care and those with a value of the property have to be the same. */
    private List<String> seen(Visibility visibility, Customers customers) {
        Beside beside = read(SegmentInput.EVERYONE, visibility, customers);
        List<String> cared = of(beside, (all, customer) -> all.care().containsKey(customer));
        List<String> valued = of(beside, (all, customer) -> all.property(0, customer, 0) != PackedJourney.NO_VALUE);
        assertThat(valued).isEqualTo(cared);
        return cared;
    }

    private List<String> of(Beside beside, BiPredicate<Beside, UUID> holds) {
        return names.stream()
                .filter(customer -> holds.test(beside, id(customer)))
                .toList();
    }

    private Beside read(SegmentInput segment, Visibility visibility, Customers customers) {
        CustomerFilter filter = new CustomerFilter(tenant, segment, visibility, START);
        WantedJourneys wanted =
                new WantedJourneys(null, START, START.plusSeconds(1), null, Dimension.AGENT, List.of("quote"));
        return database.readOneSnapshot(tenant, connection -> new BesideStore(connection, filter, wanted).of(customers))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private UUID id(String customer) {
        return Ids.uuid(tenant, "customer", customer);
    }

    private Map<String, Object> held(String customer, String agent, String team) {
        return Facts.customer(tenant, customer, Map.of("agent", agent, "team", team));
    }
}
