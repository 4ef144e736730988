package io.tideline.survey.response;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import io.tideline.test.TokenForTests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class ResponseIT {
    private static final String ENTITIES =
            "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { id %s } } }";

    @Test
    void takesABatchRowByRowAndOnce() {
        List<Map<String, Object>> rows = List.of(
                row("batch", "a", "nps.1_10", 9),
                row("batch", "b", "nps.1_10", 0),
                row("batch", "c", "nps.0_10", 9),
                row("batch", "d", "nps.1_10", "nine"),
                row("batch", "e", "nps.1_10", null),
                row("batch", "a", "nps.1_10", 9),
                row("batch", "a", "nps.1_10", 2),
                row("unheard", "a", null, 9),
                row("batch", "f", "nps.11", 9));

        JsonPath first = ingest("acme", "responses", rows);
        JsonPath again = ingest("acme", "responses", rows);

        assertThat(first.getList("rows.status"))
                .containsExactly(
                        "ACCEPTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "ACCEPTED",
                        "DUPLICATE",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED");
        assertThat(first.getList("rows.code"))
                .containsExactly(
                        null,
                        "OUT_OF_SCALE",
                        "TYPE_CONFLICT",
                        "INVALID",
                        null,
                        null,
                        "ANSWER_DIFFERS",
                        "UNKNOWN_SURVEY",
                        "INVALID");
        assertThat(first.getString("rows[3].field")).isEqualTo("score");
        assertThat(first.getString("rows[3].value")).isEqualTo("nine");
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("duplicates")).isEqualTo(3);
    }

    @Test
    void aLaterRowAddsWhatIsNewAndARowWithoutAnIdIsKnownByItsContent() {
        ingest("acme", "responses", List.of(row("adds", "a", "csat.5", 4)));
        Map<String, Object> more = new HashMap<>(row("adds", "a", "csat.5", 4));
        more.put("comment", "thank you");

        JsonPath added = ingest("acme", "responses", List.of(more));
        List<Map<String, Object>> nameless =
                List.of(Map.of("survey", "adds", "score", 3, "at", "2026-01-01T00:00:00Z", "customer", "c-adds"));
        JsonPath once = ingest("acme", "responses", nameless);
        JsonPath twice = ingest("acme", "responses", nameless);

        assertThat(added.getList("rows.status")).containsExactly("UPDATED");
        assertThat(once.getInt("accepted")).isEqualTo(1);
        assertThat(twice.getInt("duplicates")).isEqualTo(1);
    }

    @Test
    void saysWhereABodyIsNoJsonAndWhoMaySend() {
        Response broken = send("integration", "[{\"survey\": \"x\",\n \"score\": }]");
        Response forbidden = send("executive", "[]");
        Response unknown = given().contentType("application/json").body("[]").post("/ingest/responses");

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.jsonPath().getInt("line")).isEqualTo(2);
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void customersCarryTheirAnswersNewestFirst() {
        ingest(
                "acme",
                "responses",
                List.of(
                        full("mine", "1", "nps.0_10", "c-page", 3, "2026-01-01T00:00:00Z", "slow"),
                        full("mine", "2", "nps.0_10", "c-page", 9, "2026-02-01T00:00:00Z", "better"),
                        full("mine-csat", "3", "csat.5", "c-page", 5, "2026-03-01T00:00:00Z", "great")));

        JsonNode first = customer(
                "acme",
                "admin",
                "c-page",
                "latestNps responses(first: 2) { edges { node { score type comment answeredAt survey { key } } } pageInfo { hasNextPage endCursor } }");
        JsonNode next = customer(
                "acme",
                "admin",
                "c-page",
                "responses(first: 2, after: \""
                        + first.at("/responses/pageInfo/endCursor").asText()
                        + "\") { edges { node { score comment } } pageInfo { hasNextPage hasPreviousPage } }");
        JsonNode pages = customer(
                "acme",
                "admin",
                "c-page",
                "one: responses(first: 1) { edges { node { score } } } two: responses(first: 2) { edges { node { score } } }");

        assertThat(first.get("latestNps").asInt()).isEqualTo(9);
        assertThat(first.at("/responses/edges").findValuesAsText("comment")).containsExactly("great", "better");
        assertThat(first.at("/responses/edges/0/node/survey/key").asText()).isEqualTo("mine-csat");
        assertThat(first.at("/responses/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(next.at("/responses/edges").findValuesAsText("score")).containsExactly("3");
        assertThat(next.at("/responses/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(pages.at("/one/edges")).hasSize(1);
        assertThat(pages.at("/two/edges")).hasSize(2);
    }

    @Test
    void aPageOfAHundredCustomersCostsOneStatementATable() {
        ingest(
                "acme",
                "responses",
                IntStream.range(0, 100)
                        .mapToObj(number -> full(
                                "hundred", "h" + number, "nps.0_10", "h" + number, 8, "2026-01-01T00:00:00Z", "ok"))
                        .toList());
        List<Map<String, String>> ids = new ArrayList<>();
        IntStream.range(0, 100).forEach(number -> ids.add(representation("acme", "h" + number)));

        Statements seen = Statements.during("survey", () -> {
            JsonNode found = as("admin")
                    .data(
                            ENTITIES.formatted(
                                    "latestNps responses(first: 3) { edges { node { score survey { key } } } }"),
                            Map.of("ids", ids));
            assertThat(found.at("/_entities").findValuesAsText("latestNps"))
                    .hasSize(100)
                    .containsOnly("8");
        });

        assertThat(seen.onTable("response")).isEqualTo(1);
        assertThat(seen.onTable("customer")).isEqualTo(1);
        assertThat(seen.onTable("survey")).isEqualTo(1);
    }

    @Test
    void staffBringAnAnswerOnce() {
        publish("acme", "staff", "csat.5");
        ingest(
                "acme",
                "responses",
                List.of(full("staff", "x", "csat.5", "c-staff", 2, "2026-01-01T00:00:00Z", "so so")));
        String survey = GlobalId.of("Survey", Ids.uuid("acme", "survey", "staff"));
        String customer = GlobalId.of("Customer", Ids.uuid("acme", "customer", "c-staff"));
        Map<String, Object> input =
                Map.of("survey", survey, "score", 5, "customer", customer, "idempotencyKey", "call-7");

        JsonNode stored = submit(input);
        JsonNode again = submit(input);
        JsonNode other = submit(Map.of("survey", survey, "score", 1, "idempotencyKey", "call-7"));
        JsonNode outside = submit(Map.of("survey", survey, "score", 6));
        JsonNode stranger = submit(Map.of(
                "survey",
                survey,
                "score",
                5,
                "customer",
                GlobalId.of("Customer", Ids.uuid("acme", "customer", "nobody"))));

        assertThat(stored.at("/response/score").asInt()).isEqualTo(5);
        assertThat(again.at("/response/id")).isEqualTo(stored.at("/response/id"));
        assertThat(other.at("/userErrors/0/code").asText()).isEqualTo("ANSWER_DIFFERS");
        assertThat(outside.at("/userErrors/0/code").asText()).isEqualTo("OUT_OF_SCALE");
        assertThat(stranger.at("/userErrors/0/field").asText()).isEqualTo("input.customer");
    }

    @Test
    void tellsTheOthersWhatItLearned() {
        ingest("feeds", "responses", List.of(full("told", "1", "nps.0_10", "c-told", 7, "2026-01-01T00:00:00Z", "hm")));

        JsonPath feed = given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("feeds", "service").sign())
                .get("/feed?limit=1000")
                .jsonPath();

        Map<String, Object> recorded =
                feed.getMap("events.find { it.tenant == 'feeds' && it.type == 'response.recorded' }.data");
        assertThat(recorded)
                .containsEntry("survey", "told")
                .containsEntry("type", "nps.0_10")
                .containsEntry("customer", "c-told")
                .containsEntry(
                        "customerId", Ids.uuid("feeds", "customer", "c-told").toString())
                .containsEntry("score", 7)
                .containsEntry("answeredAt", "2026-01-01T00:00:00.000000Z");
        assertThat(feed.getMap("events.find { it.tenant == 'feeds' && it.type == 'fact.seen' }.data"))
                .isEqualTo(Map.of("kind", "customer", "externalId", "c-told"));
    }

    private static JsonNode submit(Map<String, Object> input) {
        return as("operations")
                .data(
                        "mutation($input: SubmitSurveyResponseInput!) { submitSurveyResponse(input: $input) { response { id score } userErrors { code field message } } }",
                        Map.of("input", input))
                .get("submitSurveyResponse");
    }

    private static JsonNode customer(String tenant, String role, String externalId, String fields) {
        return GraphqlClient.as(TokenForTests.of(tenant, role))
                .data(ENTITIES.formatted(fields), Map.of("ids", List.of(representation(tenant, externalId))))
                .at("/_entities/0");
    }

    private static Map<String, String> representation(String tenant, String externalId) {
        return Map.of(
                "__typename", "Customer", "id", GlobalId.of("Customer", Ids.uuid(tenant, "customer", externalId)));
    }

    private static Response send(String role, String body) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", role).sign())
                .contentType("application/json")
                .body(body)
                .post("/ingest/responses");
    }

    private static Map<String, Object> row(
            String survey, String response, @Nullable String type, @Nullable Object score) {
        Map<String, Object> row = new HashMap<>();
        row.put("survey", survey);
        row.put("response", response);
        row.put("type", type);
        row.put("score", score);
        return row;
    }

    private static Map<String, Object> full(
            String survey, String response, String type, String customer, int score, String at, String comment) {
        Map<String, Object> row = row(survey, response, type, score);
        row.put("customer", customer);
        row.put("at", at);
        row.put("comment", comment);
        return row;
    }
}
