package io.tideline.survey.score;

import static io.tideline.survey.FeedForTests.agent;
import static io.tideline.survey.FeedForTests.customer;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** KP-07: what a lead reads is the sum of what the agents read, those who left in the middle of the period included. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class CareIT {
    private static final String TENANT = "care";
    private static final String PERIOD = "period: {from: \"2026-02-01\", to: \"2026-03-01\"}";
    private static final String JANUARY = "2026-01-01T00:00:00Z";
    private static final String SHARE = "{ numerator denominator }";

    @Inject
    FeedForTests feed;

    /** On February 10 c1 goes from a1 to a2; on the 15th a1 leaves t1 for t2 and takes c2 along. What was overtaken is told last. */
    @BeforeEach
    void tell() {
        feed.tell(JANUARY, TENANT, "label.changed", agent(TENANT, "a1", "t1"), agent(TENANT, "a2", "t1"));
        feed.tell(
                JANUARY,
                TENANT,
                "customer.changed",
                customer(TENANT, "c1", "a1", "t1"),
                customer(TENANT, "c2", "a1", "t1"),
                customer(TENANT, "c3", "a2", "t1"));
        feed.tell("2026-02-10T00:00:00Z", TENANT, "customer.changed", customer(TENANT, "c1", "a2", "t1"));
        feed.tell("2026-02-15T00:00:00Z", TENANT, "label.changed", agent(TENANT, "a1", "t2"));
        feed.tell("2026-02-15T00:00:00Z", TENANT, "customer.changed", customer(TENANT, "c2", "a1", "t2"));
        feed.tell("2026-02-09T00:00:00Z", TENANT, "customer.changed", customer(TENANT, "c1", "a1", "t1"));
        feed.tell("2026-02-14T00:00:00Z", TENANT, "label.changed", agent(TENANT, "a1", "t1"));
        ingest(
                TENANT,
                "responses",
                List.of(
                        answer("r1", "c1", 5, "2026-02-05T00:00:00Z", null),
                        answer("r2", "c1", 2, "2026-02-12T00:00:00Z", null),
                        answer("r3", "c2", 5, "2026-02-14T00:00:00Z", null),
                        answer("r4", "c3", 4, "2026-02-20T00:00:00Z", "a1"),
                        answer("r5", "c4", 1, "2026-02-14T00:00:00Z", "a1")));
    }

    @Test
    void addsUpToTheLeadsBoard() {
        GraphqlClient lead = GraphqlClient.as(TokenForTests.of(TENANT, "lead").team("t1"));

        assertThat(total(lead)).isEqualTo("1/3");
        assertThat(groups(lead, "AGENT")).isEqualTo(Map.of(global("Agent", "a1"), "1/2", global("Agent", "a2"), "0/1"));
        assertThat(agents(lead)).containsExactly("1/2", "0/1");
    }

    @Test
    void givesTheNewTeamOnlyWhatCameAfterTheMove() {
        GraphqlClient lead = GraphqlClient.as(TokenForTests.of(TENANT, "lead").team("t2"));

        assertThat(total(lead)).isEqualTo("1/1");
        assertThat(groups(lead, "AGENT")).isEqualTo(Map.of(global("Agent", "a1"), "1/1"));
        assertThat(agents(lead)).containsExactly("1/1", "0/0");
    }

    @Test
    void addsTeamsAndAgentsUpToTheOrganisation() {
        GraphqlClient executive = GraphqlClient.as(TokenForTests.of(TENANT, "executive"));
        GraphqlClient own = GraphqlClient.as(TokenForTests.of(TENANT, "agent").agent("a1"));

        assertThat(total(executive)).isEqualTo("2/4");
        assertThat(groups(executive, "AGENT"))
                .isEqualTo(Map.of(global("Agent", "a1"), "2/3", global("Agent", "a2"), "0/1"));
        assertThat(groups(executive, "TEAM"))
                .isEqualTo(Map.of(global("Team", "t1"), "1/3", global("Team", "t2"), "1/1"));
        assertThat(agents(executive)).containsExactly("2/3", "0/1");
        assertThat(agents(own)).containsExactly("2/3", "0/0");
    }

    @Test
    void readsTheSameOfAnAgentHoweverItIsCutOut() {
        GraphqlClient executive = GraphqlClient.as(TokenForTests.of(TENANT, "executive"));

        assertThat(groups(executive, "AGENT")).containsEntry(global("Agent", "a1"), "2/3");
        assertThat(segment(executive, "agents", global("Agent", "a1"))).isEqualTo("2/3");
        assertThat(segment(executive, "teams", global("Team", "t1"))).isEqualTo("1/3");
        assertThat(months(executive, "AGENT"))
                .isEqualTo(Map.of(global("Agent", "a1"), "2/3", global("Agent", "a2"), "0/1"));
        assertThat(months(executive, "TEAM"))
                .isEqualTo(Map.of(global("Team", "t1"), "1/3", global("Team", "t2"), "1/1"));
    }

    private static String total(GraphqlClient client) {
        return share(client.data("{ satisfaction(" + PERIOD + ") { csat " + SHARE + " } }")
                .at("/satisfaction/csat"));
    }

    private static Map<String, String> groups(GraphqlClient client, String dimension) {
        Map<String, String> groups = new HashMap<>();
        client.data("{ satisfaction(" + PERIOD + ") { by(dimension: " + dimension + ") { key measures { csat " + SHARE
                        + " } } } }")
                .at("/satisfaction/by")
                .forEach(group -> groups.put(group.get("key").asText(), share(group.at("/measures/csat"))));
        return groups;
    }

    private static String segment(GraphqlClient client, String field, String value) {
        return share(client.data("{ satisfaction(" + PERIOD + ", segment: {" + field + ": [\"" + value + "\"]}) { csat "
                        + SHARE + " } }")
                .at("/satisfaction/csat"));
    }

    private static Map<String, String> months(GraphqlClient client, String dimension) {
        Map<String, String> months = new HashMap<>();
        client.data("{ satisfaction(" + PERIOD + ") { by(dimension: " + dimension
                        + ") { key measures { trend(granularity: MONTH) { measures { csat " + SHARE + " } } } } } }")
                .at("/satisfaction/by")
                .forEach(group ->
                        months.put(group.get("key").asText(), share(group.at("/measures/trend/0/measures/csat"))));
        return months;
    }

    private static List<String> agents(GraphqlClient client) {
        JsonNode agents = client.data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { csat(" + PERIOD + ") "
                                + SHARE + " } } }",
                        Map.of(
                                "r",
                                List.of(
                                        Map.of("__typename", "Agent", "id", global("Agent", "a1")),
                                        Map.of("__typename", "Agent", "id", global("Agent", "a2")))))
                .get("_entities");
        return List.of(share(agents.at("/0/csat")), share(agents.at("/1/csat")));
    }

    private static String share(JsonNode measure) {
        return measure.get("numerator").asText() + "/"
                + measure.get("denominator").asText();
    }

    private static String global(String type, String externalId) {
        return GlobalId.of(type, Ids.uuid(TENANT, type.toLowerCase(java.util.Locale.ROOT), externalId));
    }

    private static Map<String, Object> answer(
            String response, String customer, int score, String at, @Nullable String agent) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "response",
                response,
                "survey",
                "csat",
                "type",
                "csat.5",
                "customer",
                customer,
                "score",
                score,
                "at",
                at));
        row.put("agent", agent);
        return row;
    }
}
