package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One field asked for several times in one document, each time with other arguments, has as many answers. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class AliasIT {
    private static final String TENANT = "aliases";
    private static final String MAY = "period: { from: \"2025-05-01\", to: \"2025-06-01\" }";
    private static final String JUNE = "period: { from: \"2025-06-01\", to: \"2025-07-01\" }";

    @Inject
    FeedForTests feed;

    /** a1 looks after k1 and k2, a2 after k3: in May k1 goes from A to B and C, k2 stays at A; in June k3 comes in. */
    @BeforeEach
    void tell() {
        feed.tell(
                TENANT,
                "customer.changed",
                Facts.customer(TENANT, "k1", Map.of("agent", "a1", "market", "DE")),
                Facts.customer(TENANT, "k2", Map.of("agent", "a1", "market", "FR")),
                Facts.customer(TENANT, "k3", Map.of("agent", "a2", "market", "FR")));
        feed.tell(
                TENANT,
                "order.recorded",
                Facts.order(TENANT, "o1", "k1", "2025-05-10T00:00:00Z"),
                Facts.order(TENANT, "o2", "k1", "2025-05-20T00:00:00Z"),
                Facts.order(TENANT, "o3", "k2", "2025-06-10T00:00:00Z"));
        Api.ingest(
                TENANT,
                List.of(
                        Api.event("1", "k1", "A", "2025-05-02T00:00:00Z"),
                        Api.event("2", "k1", "B", "2025-05-03T00:00:00Z"),
                        Api.event("3", "k2", "A", "2025-05-04T00:00:00Z"),
                        Api.event("4", "k1", "C", "2025-05-05T00:00:00Z"),
                        Api.event("5", "k3", "A", "2025-06-04T00:00:00Z")));
        Api.define(TENANT, "ab", List.of("A", "B"), Map.of());
        Api.define(TENANT, "ac", List.of("A", "C", "D"), Map.of());
    }

    @Test
    void readsAgentsByEachFunnelAndPeriod() {
        JsonNode agents = entities(
                "Agent",
                "agent",
                "operations",
                "... on Agent { abMay: conversion(funnel: \"ab\", " + MAY + ") { numerator denominator } "
                        + "acMay: conversion(funnel: \"ac\", " + MAY + ") { numerator denominator } "
                        + "abJune: conversion(funnel: \"ab\", " + JUNE + ") { numerator denominator } "
                        + "may: maintenance(" + MAY + ") { numerator denominator } "
                        + "june: maintenance(" + JUNE + ") { numerator denominator } }",
                "a1",
                "a2");

        assertThat(shares(agents.get(0))).containsExactly("1/2", "0/2", "0/0", "1/1", "0/1");
        assertThat(shares(agents.get(1))).containsExactly("0/0", "0/0", "0/1", "0/0", "0/0");
    }

    @Test
    void readsCustomersByEachFunnel() {
        JsonNode customers = entities(
                "Customer",
                "customer",
                "admin",
                "... on Customer { ab: journey(funnel: \"ab\") { stage enteredAt } ac: journey(funnel: \"ac\") { stage enteredAt } }",
                "k1",
                "k2");

        assertThat(customers.at("/0/ab").findValuesAsText("enteredAt"))
                .containsExactly("2025-05-02T00:00:00Z", "2025-05-03T00:00:00Z");
        assertThat(customers.at("/0/ac").findValuesAsText("enteredAt"))
                .containsExactly("2025-05-02T00:00:00Z", "2025-05-05T00:00:00Z");
        assertThat(customers.at("/1/ab")).hasSize(1).isEqualTo(customers.at("/1/ac"));
    }

    @Test
    void readsAFunnelByEachPeriodSegmentOptionAndInstant() {
        JsonNode funnel = Api.as(TENANT, "executive")
                .data(
                        "{ funnel(key: \"ab\") { may: result(" + MAY + ") { entered } june: result(" + JUNE
                                + ") { entered } french: result(" + MAY
                                + ", segment: { markets: [\"FR\"] }) { entered } "
                                + "early: result(" + MAY + ", options: { asOf: \"2025-05-03T12:00:00Z\" }) { entered } "
                                + "agents: groups(by: AGENT, " + MAY + ") { result { entered } } "
                                + "markets: groups(by: MARKET, " + MAY + ") { result { entered } } "
                                + "juneMarkets: groups(by: MARKET, " + JUNE + ") { result { entered } } "
                                + "months: trend(granularity: MONTH, period: { from: \"2025-05-01\", to: \"2025-07-01\" }) { result { entered } } "
                                + "quarter: trend(granularity: QUARTER, period: { from: \"2025-05-01\", to: \"2025-07-01\" }) { result { entered } } "
                                + "then: membership(asOf: \"2025-05-02T12:00:00Z\") { count } "
                                + "later: membership(asOf: \"2025-06-30T00:00:00Z\") { count } "
                                + "germans: membership(asOf: \"2025-06-30T00:00:00Z\", segment: { markets: [\"DE\"] }) { count } } }")
                .get("funnel");

        assertThat(funnel.at("/may/entered").asInt()).isEqualTo(2);
        assertThat(funnel.at("/june/entered").asInt()).isEqualTo(1);
        assertThat(funnel.at("/french/entered").asInt()).isEqualTo(1);
        assertThat(funnel.at("/early/entered").asInt()).isEqualTo(1);
        assertThat(funnel.get("agents").findValuesAsText("entered")).containsExactly("2");
        assertThat(funnel.get("markets").findValuesAsText("entered")).containsExactly("1", "1");
        assertThat(funnel.get("juneMarkets").findValuesAsText("entered")).containsExactly("1");
        assertThat(funnel.get("months").findValuesAsText("entered")).containsExactly("2", "1");
        assertThat(funnel.get("quarter").findValuesAsText("entered")).containsExactly("3");
        assertThat(funnel.get("then").findValuesAsText("count")).containsExactly("1", "0");
        assertThat(funnel.get("later").findValuesAsText("count")).containsExactly("2", "1");
        assertThat(funnel.get("germans").findValuesAsText("count")).containsExactly("0", "1");
    }

    @Test
    void readsTheJourneysOfDroppedCustomersInTwoPlaces() {
        String dropped =
                "{ steps { droppedCustomers(first: 10, includePending: true) { nodes { id journey(funnel: \"%s\") { enteredAt } } } } } ";

        JsonNode funnel = Api.as(TENANT, "admin", "executive")
                .data("{ funnel(key: \"ac\") { ab: result(" + MAY + ") " + dropped.formatted("ab") + " ac: result("
                        + MAY + ") " + dropped.formatted("ac") + " } }")
                .get("funnel");

        assertThat(funnel.at("/ab/steps/1/droppedCustomers/nodes/0/journey").findValuesAsText("enteredAt"))
                .containsExactly("2025-05-02T00:00:00Z", "2025-05-03T00:00:00Z");
        assertThat(funnel.at("/ac/steps/1/droppedCustomers/nodes/0/journey").findValuesAsText("enteredAt"))
                .containsExactly("2025-05-02T00:00:00Z", "2025-05-05T00:00:00Z");
    }

    private static JsonNode entities(String type, String kind, String role, String selection, String... externalIds) {
        List<Map<String, String>> representations = java.util.Arrays.stream(externalIds)
                .map(id -> Map.of("__typename", type, "id", GlobalId.of(type, Ids.uuid(TENANT, kind, id))))
                .toList();
        return Api.as(TENANT, role)
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { " + selection + " } }",
                        Map.of("r", representations))
                .get("_entities");
    }

    private static List<String> shares(JsonNode measures) {
        List<String> shares = new ArrayList<>();
        measures.forEach(measure -> shares.add(measure.get("numerator").asText() + "/"
                + measure.get("denominator").asText()));
        return shares;
    }
}
