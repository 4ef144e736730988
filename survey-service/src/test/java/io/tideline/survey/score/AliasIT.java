package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One field asked for several times in one document, each time with other arguments, has as many answers. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class AliasIT {
    private static final String TENANT = "aliases";
    private static final String MAY = "period: {from: \"2026-05-01\", to: \"2026-06-01\"}";
    private static final String JUNE = "period: {from: \"2026-06-01\", to: \"2026-07-01\"}";
    private static final String BOTH = "period: {from: \"2026-05-01\", to: \"2026-07-01\"}";

    /** Agent a1 is rated 5 in May and 2 in June, a2 3 in May; c1 gives 10 and then 0 as net promoter, c2 9 once and a 1–10 answer. */
    @BeforeEach
    void give() {
        ingest(
                TENANT,
                "responses",
                List.of(
                        row("r1", "csat", "csat.5", "c1", 5, "2026-05-10T10:00:00Z", "a1"),
                        row("r2", "csat", "csat.5", "c1", 2, "2026-06-10T10:00:00Z", "a1"),
                        row("r3", "csat", "csat.5", "c2", 3, "2026-05-11T10:00:00Z", "a2"),
                        row("r4", "nps", "nps.0_10", "c1", 10, "2026-05-12T10:00:00Z", null),
                        row("r5", "nps", "nps.0_10", "c1", 0, "2026-06-12T10:00:00Z", null),
                        row("r6", "nps", "nps.0_10", "c2", 9, "2026-06-13T10:00:00Z", null),
                        row("r7", "ten", "nps.1_10", "c2", 1, "2026-06-14T10:00:00Z", null)));
    }

    @Test
    void readsAgentsByEachPeriodAndVariant() {
        JsonNode agents = entities(
                "Agent",
                "agent",
                "... on Agent { may: csat(" + MAY + ") { value } june: csat(" + JUNE + ") { value } mean: csat(" + MAY
                        + ", variant: \"csat.mean\") { value } }",
                "a1",
                "a2");

        assertThat(agents.toString())
                .isEqualTo("[{\"may\":{\"value\":1.0},\"june\":{\"value\":0.0},\"mean\":{\"value\":5.0}},"
                        + "{\"may\":{\"value\":0.0},\"june\":{\"value\":null},\"mean\":{\"value\":3.0}}]");
    }

    @Test
    void readsPagesOfDifferentLengthsOfOneCustomer() {
        JsonNode customers = entities(
                "Customer",
                "customer",
                "... on Customer { one: responses(first: 1) { edges { node { score survey { key } } } pageInfo { hasNextPage } } "
                        + "all: responses(first: 10) { edges { node { score survey { key versions { version } } } } pageInfo { hasNextPage } } latestNps }",
                "c1",
                "c2");

        assertThat(customers.at("/0/one/edges").findValuesAsText("score")).containsExactly("0");
        assertThat(customers.at("/0/all/edges").findValuesAsText("score")).containsExactly("0", "2", "10", "5");
        assertThat(customers.at("/0/all/edges").findValuesAsText("key")).containsExactly("nps", "csat", "nps", "csat");
        assertThat(customers.at("/1/one/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(customers.at("/1/all/pageInfo/hasNextPage").asBoolean(true)).isFalse();
        assertThat(customers.at("/1/all/edges").findValuesAsText("score")).containsExactly("1", "9", "3");
    }

    @Test
    void readsSatisfactionByEachPeriodSegmentModeAndVariant() {
        JsonNode found = as(TENANT, "executive")
                .data("{ may: satisfaction(" + MAY + ") { nps { value } } june: satisfaction(" + JUNE
                        + ") { nps { value } ten: nps(variant: \"nps.1_10\") { value } } "
                        + "latest: satisfaction(" + BOTH + ") { nps { value } } all: satisfaction(" + BOTH
                        + ", mode: ALL_RESPONSES) { nps { numerator denominator } } second: satisfaction(" + BOTH
                        + ", segment: {agents: [\"" + agent("a2")
                        + "\"]}) { csat { denominator } top: csat(variant: \"csat.top_box\") { definition { variant } } } "
                        + "csatOnly: satisfaction(" + BOTH + ", surveys: [\""
                        + GlobalId.of("Survey", Ids.uuid(TENANT, "survey", "csat"))
                        + "\"]) { nps { denominator } } }");

        assertThat(found.at("/may/nps/value").asDouble()).isEqualTo(100);
        assertThat(found.at("/june/nps/value").asDouble()).isZero();
        assertThat(found.at("/june/ten/value").asDouble()).isEqualTo(-100);
        assertThat(found.at("/latest/nps/value").asDouble()).isZero();
        assertThat(found.at("/all/nps").toString()).isEqualTo("{\"numerator\":\"1\",\"denominator\":\"3\"}");
        assertThat(found.at("/second/csat/denominator").asText()).isEqualTo("1");
        assertThat(found.at("/second/top/definition/variant").asText()).isEqualTo("csat.top_box");
        assertThat(found.at("/csatOnly/nps/denominator").asText()).isEqualTo("0");
    }

    @Test
    void cutsGroupsAndBucketsByEachArgumentOnEveryLevel() {
        String months = "trend(granularity: MONTH) { measures { csat { denominator } } } ";
        JsonNode found = as(TENANT, "executive")
                .data(
                        "{ satisfaction(" + BOTH
                                + ", mode: ALL_RESPONSES) { agents: by(dimension: AGENT) { label measures { csat { denominator } "
                                + months
                                + " quarters: trend(granularity: QUARTER) { measures { csat { denominator } } } } } "
                                + "markets: by(dimension: MARKET) { measures { csat { denominator } } } " + months
                                + " quarters: trend(granularity: QUARTER) { measures { csat { denominator } "
                                + "agents: by(dimension: AGENT) { measures { csat { denominator } } } markets: by(dimension: MARKET) { measures { csat { denominator } } } } } } }")
                .get("satisfaction");

        assertThat(cells(found, "/agents/0/measures/trend")).containsExactly("0", "0");
        assertThat(cells(found, "/agents/1/measures/trend")).containsExactly("1", "1");
        assertThat(cells(found, "/agents/2/measures/trend")).containsExactly("1", "0");
        assertThat(cells(found, "/agents/1/measures/quarters")).containsExactly("2");
        assertThat(cells(found, "/agents/2/measures/quarters")).containsExactly("1");
        assertThat(cells(found, "/markets")).containsExactly("3");
        assertThat(cells(found, "/trend")).containsExactly("2", "1");
        assertThat(found.at("/quarters/0/measures/csat/denominator").asText()).isEqualTo("3");
        assertThat(cells(found, "/quarters/0/measures/agents")).containsExactly("0", "2", "1");
        assertThat(cells(found, "/quarters/0/measures/markets")).containsExactly("3");
    }

    private static List<String> cells(JsonNode found, String path) {
        List<String> cells = new java.util.ArrayList<>();
        found.at(path)
                .forEach(cell -> cells.add(cell.at("/measures/csat/denominator").asText()));
        return cells;
    }

    private static JsonNode entities(String type, String kind, String selection, String... externalIds) {
        List<Map<String, String>> representations = java.util.Arrays.stream(externalIds)
                .map(id -> Map.of("__typename", type, "id", GlobalId.of(type, Ids.uuid(TENANT, kind, id))))
                .toList();
        return GraphqlClient.as(TokenForTests.of(TENANT, "executive", "admin", "operations"))
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { " + selection + " } }",
                        Map.of("r", representations))
                .get("_entities");
    }

    private static String agent(String agent) {
        return GlobalId.of("Agent", Ids.uuid(TENANT, "agent", agent));
    }

    private static Map<String, Object> row(
            String response,
            String survey,
            String type,
            String customer,
            int score,
            String at,
            @Nullable String agent) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "response", response, "survey", survey, "type", type, "customer", customer, "score", score, "at", at));
        if (agent != null) {
            row.put("agent", agent);
        }
        return row;
    }
}
