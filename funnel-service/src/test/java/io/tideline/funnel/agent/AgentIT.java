package io.tideline.funnel.agent;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What funnels say of agents. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class AgentIT {
    private static final String TENANT = "agents";
    private static final String YEAR = "period: { from: \"2025-01-01\", to: \"2026-01-01\" }";

    @Inject
    FeedForTests feed;

    @Test
    void countsDealsAndWhoBoughtAgainForEachAgent() {
        feed.tell(
                TENANT,
                "customer.changed",
                Facts.customer(TENANT, "k1", Map.of("agent", "a1", "team", "t1")),
                Facts.customer(TENANT, "k2", Map.of("agent", "a1", "team", "t1")),
                Facts.customer(TENANT, "k3", Map.of("agent", "a2", "team", "t1")));
        feed.tell(
                TENANT,
                "tag.interval",
                Facts.tag(TENANT, "k1", "reach", "2025-02-01T00:00:00Z", null),
                Facts.tag(TENANT, "k2", "reach", "2025-02-01T00:00:00Z", null));
        feed.tell(
                TENANT,
                "order.recorded",
                Facts.order(TENANT, "o1", "k1", "2025-03-01T00:00:00Z"),
                Facts.order(TENANT, "o2", "k1", "2025-04-01T00:00:00Z"),
                Facts.order(TENANT, "o3", "k3", "2025-03-01T00:00:00Z"),
                Facts.order(TENANT, "o4", "k3", "2025-08-01T00:00:00Z"));

        JsonNode agents = Api.as(TENANT, "operations")
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { "
                                + "conversion(funnel: \"standard\", " + YEAR
                                + ") { numerator denominator definition { variant } } "
                                + "maintenance(" + YEAR
                                + ") { numerator denominator reason definition { variant } } } } }",
                        Map.of("r", List.of(agent("a1"), agent("a2"), agent("a3"))))
                .get("_entities");

        assertThat(agents.at("/0/conversion"))
                .isEqualTo(
                        Api.json(
                                "{\"numerator\":\"1\",\"denominator\":\"2\",\"definition\":{\"variant\":\"conversion.personal\"}}"));
        assertThat(agents.at("/1/conversion/denominator").asText()).isEqualTo("0");
        assertThat(agents.at("/0/maintenance"))
                .isEqualTo(Api.json("{\"numerator\":\"1\",\"denominator\":\"1\",\"reason\":null,"
                        + "\"definition\":{\"variant\":\"maintenance_rate.repurchase\"}}"));
        assertThat(agents.at("/1/maintenance/numerator").asText()).isEqualTo("0");
        assertThat(agents.at("/2/maintenance/reason").asText()).isEqualTo("NO_DENOMINATOR");
    }

    @Test
    void labelsGroupsWithTheNamesOfAgents() {
        String tenant = "labels";
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "k1", Map.of("agent", "a1")));
        feed.tell(
                tenant,
                "label.changed",
                Map.of(
                        "kind", "AGENT",
                        "externalId", "a1",
                        "id", Ids.uuid(tenant, "agent", "a1").toString(),
                        "name", "Ada"));
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "k1", "A", "2025-02-01T00:00:00Z"),
                        Api.event("2", "k2", "A", "2025-02-01T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode groups = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { groups(by: AGENT, " + YEAR + ") { key label result { entered } } } }")
                .at("/funnel/groups");

        assertThat(groups.findValuesAsText("key"))
                .containsExactly("", GlobalId.of("Agent", Ids.uuid(tenant, "agent", "a1")));
        assertThat(groups.findValuesAsText("label")).containsExactly("–", "Ada");
    }

    @Test
    void cutsDaysInTheOrganisationsZone() {
        String tenant = "zone";
        feed.tell(tenant, "organisation.changed", Map.of("timeZone", "Asia/Shanghai", "currency", "CNY", "name", "Z"));
        Api.ingest(tenant, List.of(Api.event("1", "c", "A", "2026-06-30T16:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode funnel = Api.as(tenant, "executive")
                .data(
                        "{ funnel(key: \"f\") { "
                                + "june: result(period: { from: \"2026-06-01\", to: \"2026-07-01\" }) { entered } "
                                + "july: result(period: { from: \"2026-07-01\", to: \"2026-08-01\" }) { entered } "
                                + "newYork: result(period: { from: \"2026-06-01\", to: \"2026-07-01\", timeZone: \"America/New_York\" }) { entered } } }")
                .get("funnel");

        assertThat(funnel.findValuesAsText("entered")).containsExactly("0", "1", "1");
    }

    private static Map<String, String> agent(String agent) {
        return Map.of("__typename", "Agent", "id", GlobalId.of("Agent", Ids.uuid(TENANT, "agent", agent)));
    }
}
