package io.tideline.survey.score;

import static io.tideline.survey.FeedForTests.agent;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.kept.PackScores;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** SV-22: a segment in which so few answered that their answers could be told shows no score, and neither does what, taken from a total, would tell it. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SmallCellsIT {
    private static final String TENANT = "small";
    private static final String QUARTER = "period: {from: \"2026-01-01\", to: \"2026-04-01\"}";

    @Inject
    FeedForTests feed;

    @Inject
    PackScores packing;

    @Test
    void hidesASmallSegmentAndTheNextSmallestInEveryCut() {
        fill();
        as(TENANT, "admin").data("mutation { setPrivacyFloor(answers: 5) }");

        JsonNode found = as(TENANT, "operations")
                .data(
                        "{ satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}) { nps { value sampleSize } answers { count shown }"
                                + " by(dimension: MARKET) { key measures { nps { value reason sampleSize numerator denominator } answers { count shown }"
                                + " npsDistribution { count } npsChange { current { value } difference } responseRate { value reason } sentiment { positive { reason } } } }"
                                + " trend(granularity: MONTH) { measures { nps { value } answers { shown } } } }"
                                + " fr: satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}, segment: {markets: [\"FR\"]}) { nps { value reason } answers { shown } }"
                                + " us: satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}, segment: {markets: [\"US\"]}) { nps { value } answers { shown }"
                                + " by(dimension: LANGUAGE) { measures { answers { shown } } } trend(granularity: MONTH) { measures { answers { shown } } } } }");

        assertThat(found.at("/satisfaction/nps/sampleSize").asInt()).isEqualTo(41);
        JsonNode groups = found.at("/satisfaction/by");
        assertThat(shown(groups, "DE")).isEqualTo("30");
        assertThat(shown(groups, "FR")).isEqualTo("<5");
        assertThat(shown(groups, "US")).isEqualTo("hidden");
        for (JsonNode group : groups) {
            JsonNode measures = group.get("measures");
            boolean open = group.get("key").asText().equals("DE");
            assertThat(measures.at("/nps/value").isNull()).isEqualTo(!open);
            assertThat(measures.at("/nps/reason").asText()).isEqualTo(open ? "null" : "TOO_FEW");
            assertThat(measures.at("/nps/sampleSize").isNull()).isEqualTo(!open);
            assertThat(measures.at("/nps/numerator").isNull()).isEqualTo(!open);
            assertThat(measures.at("/nps/denominator").isNull()).isEqualTo(!open);
            assertThat(measures.get("npsDistribution").isEmpty()).isEqualTo(!open);
            assertThat(measures.at("/npsChange/current/value").isNull()).isEqualTo(!open);
            assertThat(measures.at("/npsChange/difference").isNull()).isTrue();
        }
        assertThat(found.at("/satisfaction/trend/0/measures/nps/value").isNull())
                .isTrue();
        assertThat(found.at("/satisfaction/trend/0/measures/answers/0/shown").asText())
                .isEqualTo("<5");
        assertThat(found.at("/satisfaction/trend/1/measures/answers/0/shown").asText())
                .isEqualTo("hidden");
        assertThat(found.at("/satisfaction/trend/2/measures/answers/0/shown").asText())
                .isEqualTo("29");
        assertThat(found.at("/fr/nps/reason").asText()).isEqualTo("TOO_FEW");
        assertThat(found.at("/fr/answers/0/shown").asText()).isEqualTo("<5");
        assertThat(found.at("/us/answers/0/shown").asText()).isEqualTo("hidden");
        assertThat(found.at("/us/by/0/measures/answers/0/shown").asText()).isEqualTo("hidden");
        assertThat(found.at("/us/trend/0/measures/answers/0/shown").asText()).isEqualTo("<5");
        assertThat(found.at("/us/trend/1/measures/answers/0/shown").asText()).isEqualTo("hidden");
    }

    @Test
    void showsOfSegmentsWhatTheBreakdownShowsForOneMoreCount() {
        fill();
        as(TENANT, "admin").data("mutation { setPrivacyFloor(answers: 5) }");
        packing.fill(TENANT).await().indefinitely();

        assertThat(segment("\"DE\"")).isEqualTo("30");
        assertThat(segment("\"FR\", \"US\"")).isEqualTo("11");
        assertThat(segment("\"DE\", \"FR\", \"US\"")).isEqualTo("41");
        assertThat(segment("\"DE\", \"US\"")).isEqualTo("hidden");
        assertThat(segment("\"DE\", \"FR\"")).isEqualTo("hidden");
        assertThat(counts("by(dimension: MARKET) { measures { nps { value } } }", ""))
                .isEqualTo(1);
        assertThat(counts("nps { value }", ", segment: {markets: [\"DE\"]}")).isEqualTo(2);
    }

    @Test
    void hidesASurveyWithFewAnswersAndWhatLeavesFewOfThem() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int answer = 0; answer < 33; answer++) {
            rows.add(answer(answer < 3 ? "few" : "many", "r" + answer, "2026-03-10"));
        }
        ingest("small-surveys", "responses", rows);
        as("small-surveys", "admin").data("mutation { setPrivacyFloor(answers: 5) }");

        assertThat(surveys("few")).isEqualTo("<5");
        assertThat(surveys("many")).isEqualTo("hidden");
        assertThat(surveys("few", "many")).isEqualTo("33");
    }

    /** 3 answers of customers of the north, and of the south's two agents 8 and 30. */
    @Test
    void hidesASmallTeamFromItsLeadAndAgentsAsTheirBreakdownDoes() {
        String tenant = "small-teams";
        feed.tell("2025-01-01T00:00:00Z", tenant, "label.changed", agent(tenant, "anna", "north"));
        feed.tell("2025-01-01T00:00:00Z", tenant, "label.changed", agent(tenant, "ben", "south"));
        feed.tell("2025-01-01T00:00:00Z", tenant, "label.changed", agent(tenant, "carl", "south"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int answer = 0; answer < 41; answer++) {
            Map<String, Object> row = answer("small", "r" + answer, "2026-03-10");
            row.put("agent", answer < 3 ? "anna" : answer < 11 ? "ben" : "carl");
            rows.add(row);
        }
        ingest(tenant, "responses", rows);
        as(tenant, "admin").data("mutation { setPrivacyFloor(answers: 5) }");

        assertThat(answers(lead(tenant, "north"), "")).isEqualTo("<5");
        assertThat(answers(lead(tenant, "south"), "")).isEqualTo("38");
        assertThat(csat(as(tenant, "executive"), tenant, "ben")).isEqualTo("TOO_FEW");
        assertThat(csat(as(tenant, "executive"), tenant, "carl")).isEqualTo("30");
        assertThat(csat(lead(tenant, "south"), tenant, "ben")).isEqualTo("8");
        assertThat(csat(GraphqlClient.as(TokenForTests.of(tenant, "agent").agent("anna")), tenant, "anna"))
                .isEqualTo("3");
    }

    @Test
    void keepsTheFloorToThoseWhoMaySetIt() {
        assertThat(as("small-else", "operations")
                        .query("mutation { setPrivacyFloor(answers: 0) }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(as("small-else", "admin")
                        .query("mutation { setPrivacyFloor(answers: 101) }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    /** 30 of DE, 8 of US, 3 of FR; 4 in January, 8 in February, 29 in March. */
    private void fill() {
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, "FR", 3, "2026-01-10");
        add(rows, "US", 1, "2026-01-11");
        add(rows, "US", 7, "2026-02-10");
        add(rows, "DE", 1, "2026-02-11");
        add(rows, "DE", 29, "2026-03-10");
        ingest(TENANT, "responses", rows);
    }

    private void add(List<Map<String, Object>> rows, String market, int answers, String day) {
        for (int answer = 0; answer < answers; answer++) {
            String customer = market + day + answer;
            feed.tell(
                    "2025-01-01T00:00:00Z",
                    TENANT,
                    "customer.changed",
                    Map.of(
                            "id",
                            Ids.uuid(TENANT, "customer", customer).toString(),
                            "externalId",
                            customer,
                            "market",
                            market));
            rows.add(Map.of(
                    "survey",
                    "small",
                    "type",
                    "nps.0_10",
                    "response",
                    customer,
                    "score",
                    9,
                    "customer",
                    customer,
                    "at",
                    day + "T10:00:00Z"));
        }
    }

    private static Map<String, Object> answer(String survey, String response, String day) {
        return new HashMap<>(
                Map.of("survey", survey, "type", "csat.5", "response", response, "score", 5, "at", day + "T10:00:00Z"));
    }

    private static GraphqlClient lead(String tenant, String team) {
        return GraphqlClient.as(TokenForTests.of(tenant, "lead").team(team));
    }

    private static String segment(String markets) {
        return answers(as(TENANT, "operations"), ", segment: {markets: [" + markets + "]}");
    }

    private static String surveys(String... surveys) {
        String ids = Arrays.stream(surveys)
                .map(key -> '"' + GlobalId.of("Survey", Ids.uuid("small-surveys", "survey", key)) + '"')
                .collect(Collectors.joining(","));
        return answers(as("small-surveys", "operations"), ", surveys: [" + ids + "]");
    }

    private static String answers(GraphqlClient client, String narrowed) {
        return client.data("{ satisfaction(" + QUARTER + narrowed + ") { answers { shown } } }")
                .at("/satisfaction/answers/0/shown")
                .asText();
    }

    private static long counts(String fields, String narrowed) {
        return Statements.during("survey", () -> as(TENANT, "operations")
                        .data("{ satisfaction(" + QUARTER + narrowed + ") { " + fields + " } }"))
                .work()
                .stream()
                .filter(text -> text.contains("AS group_key"))
                .count();
    }

    private static String csat(GraphqlClient client, String tenant, String agent) {
        JsonNode measure = client.data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { csat(" + QUARTER
                                + ") { reason sampleSize } } } }",
                        Map.of(
                                "r",
                                List.of(Map.of(
                                        "__typename",
                                        "Agent",
                                        "id",
                                        GlobalId.of("Agent", Ids.uuid(tenant, "agent", agent))))))
                .at("/_entities/0/csat");
        return measure.get("reason").isNull()
                ? measure.get("sampleSize").asText()
                : measure.get("reason").asText();
    }

    private static String shown(JsonNode groups, String market) {
        for (JsonNode group : groups) {
            if (group.get("key").asText().equals(market)) {
                return group.at("/measures/answers/0/shown").asText();
            }
        }
        return "";
    }
}
