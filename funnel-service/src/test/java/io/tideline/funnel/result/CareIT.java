package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.Rows;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** KP-07: what a lead reads is the sum of what the agents read, those who left in the middle of the period included. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class CareIT {
    private static final String TENANT = "care";
    private static final String MAY = "period: { from: \"2025-05-01\", to: \"2025-06-01\" }";
    private static final String MAINTAINED = "maintenance(" + MAY + ") { numerator denominator } ";
    private static final String CONVERSION = "conversion(funnel: \"f\", " + MAY + ") { numerator denominator } ";
    private static final String AGENTS = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { "
            + CONVERSION + MAINTAINED + "} } }";
    private static final String FUNNEL = "{ funnel(key: \"f\") { result(" + MAY
            + ") { entered steps { count } } groups(by: AGENT, " + MAY + ") { key result { entered steps { count } } } "
            + "now: groups(by: AGENT, attribution: CURRENT, " + MAY + ") { key result { entered } } "
            + "trend(granularity: MONTH, " + MAY + ") { result { entered } } } }";

    @Inject
    FeedForTests feed;

    /**
     * Three customers of a1 and one of a2, all in t1. On May 10 k1 goes to a2; on May 15 a1 leaves for t2 and takes k2 and k3 along. k1, k2 and k4 come in
     * before, k3 after that; k1 and k4 get to the deal. What was overtaken is told last.
     */
    @BeforeEach
    void tell() {
        feed.tellFrom("2025-01-01T00:00:00Z", TENANT, held("k1", "a1", "t1"), held("k2", "a1", "t1"));
        feed.tellFrom("2025-01-01T00:00:00Z", TENANT, held("k3", "a1", "t1"), held("k4", "a2", "t1"));
        feed.tellFrom("2025-05-10T00:00:00Z", TENANT, held("k1", "a2", "t1"));
        feed.tellFrom("2025-05-15T00:00:00Z", TENANT, held("k2", "a1", "t2"), held("k3", "a1", "t2"));
        feed.tellFrom("2025-05-09T00:00:00Z", TENANT, held("k1", "a1", "t1"), held("k2", "a1", "t1"));
        Api.ingest(
                TENANT,
                List.of(
                        Api.event("1", "k1", "A", "2025-05-02T00:00:00Z"),
                        Api.event("2", "k1", "B", "2025-05-20T00:00:00Z"),
                        Api.event("3", "k2", "A", "2025-05-14T23:59:59.999Z"),
                        Api.event("4", "k3", "A", "2025-05-15T00:00:00Z"),
                        Api.event("5", "k4", "A", "2025-05-02T00:00:00Z"),
                        Api.event("6", "k4", "B", "2025-05-03T00:00:00Z")));
        feed.tell(
                TENANT,
                "order.recorded",
                Facts.order(TENANT, "o1", "k1", "2025-05-09T00:00:00Z"),
                Facts.order(TENANT, "o2", "k1", "2025-06-09T00:00:00Z"),
                Facts.order(TENANT, "o3", "k4", "2025-05-09T00:00:00Z"));
        Api.define(TENANT, "f", List.of("A", "B"), Map.of());
    }

    @Test
    void addsUpToTheLeadsBoard() {
        GraphqlClient lead = GraphqlClient.as(TokenForTests.of(TENANT, "lead").team("t1"));

        JsonNode funnel = lead.data(FUNNEL).get("funnel");
        JsonNode agents = lead.data(AGENTS, agents("a1", "a2")).get("_entities");

        assertThat(funnel.at("/result")).isEqualTo(Api.json("{\"entered\":3,\"steps\":[{\"count\":3},{\"count\":2}]}"));
        assertThat(entered(funnel.get("groups"))).isEqualTo(Map.of("a1", 2, "a2", 1));
        assertThat(entered(funnel.get("now"))).isEqualTo(Map.of("a1", 1, "a2", 2));
        assertThat(funnel.at("/trend/0/result/entered").asInt()).isEqualTo(3);
        assertThat(agents)
                .isEqualTo(Api.json("[{\"conversion\":{\"numerator\":\"1\",\"denominator\":\"2\"},"
                        + "\"maintenance\":{\"numerator\":\"1\",\"denominator\":\"1\"}},"
                        + "{\"conversion\":{\"numerator\":\"1\",\"denominator\":\"1\"},"
                        + "\"maintenance\":{\"numerator\":\"0\",\"denominator\":\"1\"}}]"));
    }

    @Test
    void countsForWhoHeldTheCustomerAtTheStageAsked() {
        String by = ": groups(by: AGENT, " + MAY + ", attribution: ";
        String group = ") { key result { entered converted } } ";
        JsonNode funnel = Api.as(TENANT, "executive")
                .data("{ funnel(key: \"f\") { first" + by + "FIRST" + group + "last" + by + "LAST" + group + "step" + by
                        + "STEP, attributionStage: \"s1\"" + group + "all" + by + "ALL_STEPS" + group + "} }")
                .get("funnel");
        JsonNode nowhere = Api.as(TENANT, "executive")
                .query("{ funnel(key: \"f\") { groups(by: AGENT, " + MAY + ", attribution: STEP) { key } } }");

        assertThat(entered(funnel.get("first"))).isEqualTo(Map.of("a1", 3, "a2", 1));
        assertThat(entered(funnel.get("last"))).isEqualTo(Map.of("a1", 2, "a2", 2));
        assertThat(entered(funnel.get("step"))).isEqualTo(Map.of("a2", 2));
        assertThat(entered(funnel.get("all"))).isEqualTo(Map.of("a1", 3, "a2", 1));
        assertThat(funnel.get("first").findValuesAsText("converted")).containsExactlyInAnyOrder("1", "1");
        assertThat(funnel.get("last").findValuesAsText("converted")).containsExactlyInAnyOrder("0", "2");
        assertThat(funnel.get("all").findValuesAsText("converted")).containsExactlyInAnyOrder("0", "1");
        assertThat(nowhere.at("/errors/0").toString()).contains("attributionStage");
    }

    @Test
    void givesTheNewTeamOnlyWhatCameAfterTheMove() {
        GraphqlClient lead = GraphqlClient.as(TokenForTests.of(TENANT, "lead").team("t2"));

        JsonNode funnel = lead.data(FUNNEL).get("funnel");
        JsonNode agents = lead.data(AGENTS, agents("a1", "a2")).get("_entities");

        assertThat(funnel.at("/result/entered").asInt()).isEqualTo(1);
        assertThat(entered(funnel.get("groups"))).isEqualTo(Map.of("a1", 1));
        assertThat(agents.findValuesAsText("denominator")).containsExactly("1", "0", "0", "0");
    }

    @Test
    void showsAgentsTheirOwnAndTheOrganisationAll() {
        JsonNode own = GraphqlClient.as(TokenForTests.of(TENANT, "agent").agent("a1"))
                .data(AGENTS, agents("a1", "a2"))
                .get("_entities");
        JsonNode all = Api.as(TENANT, "executive").data(FUNNEL).get("funnel");
        JsonNode segment = Api.as(TENANT, "executive")
                .data("{ funnel(key: \"f\") { result(" + MAY + ", segment: { teams: [\""
                        + GlobalId.of("Team", Ids.uuid(TENANT, "team", "t1")) + "\"] }) { entered } } }");

        assertThat(own.at("/0/conversion")).isEqualTo(Api.json("{\"numerator\":\"1\",\"denominator\":\"3\"}"));
        assertThat(own.at("/1/conversion/denominator").asText()).isEqualTo("0");
        assertThat(all.at("/result/entered").asInt()).isEqualTo(4);
        assertThat(entered(all.get("groups"))).isEqualTo(Map.of("a1", 3, "a2", 1));
        assertThat(segment.at("/funnel/result/entered").asInt()).isEqualTo(3);
    }

    @Test
    void endsCareOnlyWhereHandsChange() {
        String tenant = "hands";
        feed.tellFrom("2025-02-01T00:00:00Z", tenant, customer(tenant, "k", "a1", ""));
        feed.tellFrom("2025-03-01T00:00:00Z", tenant, customer(tenant, "k", "a1", "t1"));
        feed.tellFrom("2025-04-01T00:00:00Z", tenant, customer(tenant, "k", "a1", "t1"));
        feed.tellFrom(
                "2025-05-01T00:00:00Z", tenant, customer(tenant, "k", "a2", "t1"), customer(tenant, "k", "a3", "t1"));
        feed.tellFrom("2025-06-01T00:00:00Z", tenant, customer(tenant, "k", "a1", "t1"));

        assertThat(Rows.asSuperuser(
                        "SELECT since || ' ' || until FROM former_care WHERE tenant_id = 'hands' ORDER BY until"))
                .hasSize(2)
                .allMatch(spell -> spell.startsWith("-infinity 2025-05-01") || spell.startsWith("2025-05-01"));
    }

    private static Map<String, Integer> entered(JsonNode groups) {
        Map<String, Integer> entered = new HashMap<>();
        groups.forEach(group -> entered.put(
                name(group.get("key").asText()), group.at("/result/entered").asInt()));
        return entered;
    }

    private static String name(String key) {
        return key.equals(GlobalId.of("Agent", Ids.uuid(TENANT, "agent", "a1"))) ? "a1" : "a2";
    }

    private static Map<String, Object> held(String customer, String agent, String team) {
        return customer(TENANT, customer, agent, team);
    }

    private static Map<String, Object> customer(String tenant, String customer, String agent, String team) {
        return Facts.customer(
                tenant, customer, team.isEmpty() ? Map.of("agent", agent) : Map.of("agent", agent, "team", team));
    }

    private static Map<String, Object> agents(String... agents) {
        return Map.of(
                "r",
                java.util.Arrays.stream(agents)
                        .map(agent -> Map.of(
                                "__typename", "Agent", "id", GlobalId.of("Agent", Ids.uuid(TENANT, "agent", agent))))
                        .toList());
    }
}
