package io.tideline.survey.response;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.link.KeysForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follow-ups, branches and translations: published, shown, answered and judged. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FollowUpIT {
    private static final String TENANT = "followers";
    private static final String PUBLISH =
            "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey version branches { atLeast goTo } followUps { key options { key } } translations { language } } userErrors { code field } } }";
    static final String DESIGN =
            """
            {"key": "followed", "type": "nps.0_10", "title": "Your stay", "language": "en",
             "branches": [{"atLeast": 9, "goTo": "call"}],
             "followUps": [
               {"key": "what", "kind": "SINGLE", "text": "What was wrong?", "required": true,
                "options": [{"key": "price", "text": "The price"}, {"key": "room", "text": "The room"}],
                "branches": [{"anyOf": ["price"], "goTo": "call"}]},
               {"key": "parts", "kind": "MULTI", "text": "Which parts of it?",
                "options": [{"key": "bed", "text": "Bed"}, {"key": "bath", "text": "Bath"}, {"key": "view", "text": "View"}]},
               {"key": "tell", "kind": "TEXT", "text": "Tell us more"},
               {"key": "call", "kind": "CONSENT", "text": "You may call me"}],
             "translations": [{"language": "zh-CN", "question": "您有多大可能推荐我们？",
               "texts": [{"key": "what", "text": "哪里不满意？"}, {"key": "what.price", "text": "价格"}]}]}
            """;

    private String survey;

    @BeforeEach
    void open() {
        survey = publish(new JsonObject(DESIGN)).at("/survey/publicKey").asText();
    }

    @Test
    void aChangedDesignIsANextVersionAndWhatIsLeftOutStays() {
        JsonObject asked = new JsonObject(DESIGN).put("key", "redesigned");

        JsonNode first = publish(asked);
        JsonNode same = publish(asked);
        JsonNode retitled = publish(new JsonObject(Map.of("key", "redesigned", "type", "nps.0_10", "title", "Again")));
        JsonNode bare = publish(new JsonObject()
                .put("key", "redesigned")
                .put("type", "nps.0_10")
                .put("branches", List.of())
                .put("followUps", List.of())
                .put("translations", List.of()));

        assertThat(first.at("/survey/version").asInt()).isEqualTo(1);
        assertThat(same.at("/survey/version").asInt()).isEqualTo(1);
        assertThat(retitled.at("/survey/version").asInt()).isEqualTo(2);
        assertThat(retitled.at("/survey/followUps")).isEqualTo(first.at("/survey/followUps"));
        assertThat(retitled.at("/survey/branches").toString()).isEqualTo("[{\"atLeast\":9,\"goTo\":\"call\"}]");
        assertThat(bare.at("/survey/followUps").size()).isZero();
        assertThat(bare.at("/survey/version").asInt()).isEqualTo(3);
    }

    @Test
    void aDesignThatLeadsNowhereIsNotPublished() {
        JsonObject broken = new JsonObject(DESIGN).put("key", "broken");
        broken.getJsonArray("followUps").getJsonObject(3).put("branches", List.of(Map.of("goTo", "what")));

        JsonNode refused = publish(broken);

        assertThat(refused.get("userErrors").toString())
                .isEqualTo("[{\"code\":\"BRANCH_CYCLE\",\"field\":\"input.followUps.3.branches\"}]");
        assertThat(as(TENANT, "operations")
                        .data("{ survey(key: \"broken\") { key } }")
                        .get("survey")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-CN",
        "zh, zh-CN",
        "zh-CN-x-y, zh-CN",
        "en-GB, en",
        "fr, en",
        "'!', en",
        "'fr;q=0.9,zh-CN;q=0.5', zh-CN"
    })
    void isShownInTheNearestLanguageAndNeverHidden(String wanted, String shown) {
        JsonPath body = given().queryParam("language", wanted)
                .get("/w/v1/surveys/" + survey)
                .jsonPath();

        boolean chinese = shown.equals("zh-CN");
        assertThat(body.getString("language")).isEqualTo(shown);
        assertThat(body.getString("title")).isEqualTo("Your stay");
        assertThat(body.getString("followUps[0].text")).isEqualTo(chinese ? "哪里不满意？" : "What was wrong?");
        assertThat(body.getList("followUps[0].options.text")).containsExactly(chinese ? "价格" : "The price", "The room");
        assertThat(body.getString("branches[0].goTo")).isEqualTo("call");
    }

    @Test
    void whatIsAnsweredIsKeptAndMergedAndNeverContradicted() {
        String response = UUID.randomUUID().toString();
        String token = KeysForTests.only(TENANT).person("c-follows", Duration.ofHours(1));
        Map<String, Object> part = new HashMap<>(
                Map.of("survey", survey, "response", response, "score", 3, "signed", token, "final", false));
        Map<String, Object> whole = new HashMap<>(part);
        whole.put("final", true);
        whole.put("answers", Map.of("what", "room", "parts", List.of("bed", "view"), "tell", "cold ❄", "call", true));
        Map<String, Object> other = new HashMap<>(whole);
        other.put("answers", Map.of("what", "price"));

        Response begun = answer(part);
        Response finished = answer(whole);
        Response again = answer(whole);
        Response contradicting = answer(other);

        assertThat(List.of(begun.statusCode(), finished.statusCode(), again.statusCode(), contradicting.statusCode()))
                .containsExactly(200, 200, 200, 422);
        assertThat(finished.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answersOf("c-follows", "admin"))
                .contains(
                        "{\"question\":\"what\",\"chosen\":[\"room\"]}",
                        "{\"question\":\"parts\",\"chosen\":[\"bed\",\"view\"]}",
                        "{\"question\":\"tell\",\"chosen\":[\"cold ❄\"]}",
                        "{\"question\":\"call\",\"chosen\":[\"true\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | {} | MISSING | /answers/what",
                "9 | {} | | ",
                "9 | {\"call\": true} | | ",
                "9 | {\"what\": \"room\"} | OFF_PATH | /answers/what",
                "3 | {\"what\": \"price\", \"call\": false} | | ",
                "3 | {\"what\": \"price\", \"parts\": [\"bed\"]} | OFF_PATH | /answers/parts",
                "3 | {\"what\": \"view\"} | INVALID | /answers/what",
                "3 | {\"what\": [\"room\", \"price\"]} | INVALID | /answers/what",
                "3 | {\"what\": \"room\", \"parts\": [\"bed\", \"bed\"]} | INVALID | /answers/parts",
                "3 | {\"what\": \"room\", \"tell\": \" \"} | INVALID | /answers/tell",
                "3 | {\"what\": \"room\", \"call\": \"yes\"} | INVALID | /answers/call",
                "3 | {\"what\": \"room\", \"a/b\": \"x\"} | UNKNOWN_QUESTION | /answers/a~1b",
                "3 | {\"what\": 7} | INVALID | /answers",
                "3 | \"room\" | INVALID | /answers",
                "11 | {\"what\": \"room\"} | OUT_OF_SCALE | /score"
            })
    void judgesByTheWayThatTheAnswersLead(int score, String answers, String code, String pointer) {
        String body = "{\"survey\": \"" + survey + "\", \"response\": \"" + UUID.randomUUID() + "\", \"score\": "
                + score + ", \"answers\": " + answers + "}";

        Response judged = given().contentType("application/json").body(body).post("/w/v1/responses");

        assertThat(judged.statusCode()).as(judged.asString()).isEqualTo(code == null ? 200 : 400);
        assertThat(judged.jsonPath().getString("code")).isEqualTo(code);
        assertThat(judged.jsonPath().getString("pointer")).isEqualTo(pointer);
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() {
        String token = KeysForTests.only(TENANT).person("c-refused", Duration.ofHours(1));

        Response refused = answer(Map.of(
                "survey",
                survey,
                "response",
                "r-refused",
                "score",
                3,
                "answers",
                Map.of("what", "no"),
                "signed",
                token));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(answersOf("c-refused", "admin")).isEqualTo("[]");
    }

    @Test
    void anAnswerWithoutFollowUpsIsJudgedByThemToo() {
        Response part = answer(Map.of("survey", survey, "response", "r-plain", "score", 3, "final", false));
        Response whole = answer(Map.of("survey", survey, "response", "r-plain", "score", 3));

        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(whole.statusCode()).isEqualTo(400);
        assertThat(whole.jsonPath().getString("pointer")).isEqualTo("/answers/what");
    }

    @Test
    void aLaterPartWithoutTheScoreIsJudgedByTheOneThatIsKnown() {
        for (String response : List.of("r-later", "r-off")) {
            answer(Map.of("survey", survey, "response", response, "score", 9, "final", false));
        }

        Response onItsWay = answer(Map.of("survey", survey, "response", "r-later", "answers", Map.of("call", true)));
        Response offPath = answer(Map.of("survey", survey, "response", "r-off", "answers", Map.of("what", "room")));

        assertThat(onItsWay.statusCode()).as(onItsWay.asString()).isEqualTo(200);
        assertThat(offPath.statusCode()).isEqualTo(400);
        assertThat(offPath.jsonPath().getString("code")).isEqualTo("OFF_PATH");
    }

    @Test
    void whoPublishesAtOnceChangesOnlyWhatTheySay() {
        for (int round = 0; round < 8; round++) {
            String only = "q" + round;
            List<JsonObject> at = List.of(
                    new JsonObject(DESIGN)
                            .put("key", "at-once")
                            .put("branches", List.of())
                            .put("translations", List.of())
                            .put("followUps", List.of(Map.of("key", only, "kind", "TEXT", "text", "Why?"))),
                    new JsonObject(Map.of("key", "at-once", "type", "nps.0_10", "title", "Round " + round)));

            at.parallelStream().forEach(FollowUpIT::publish);

            assertThat(publish(new JsonObject(Map.of("key", "at-once", "type", "nps.0_10")))
                            .at("/survey/followUps/0/key")
                            .asText())
                    .isEqualTo(only);
        }
    }

    private static String answersOf(String customer, String role) {
        String id = GlobalId.of("Customer", Ids.uuid(TENANT, "customer", customer));
        JsonNode edges = as(TENANT, role)
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { responses { edges { node { answers { question chosen } } } } } } }",
                        Map.of("ids", List.of(Map.of("__typename", "Customer", "id", id))))
                .at("/_entities/0/responses/edges");
        return edges.isEmpty() ? "[]" : edges.at("/0/node/answers").toString();
    }

    private static JsonNode publish(JsonObject input) {
        return as(TENANT, "operations")
                .data(PUBLISH, Map.of("input", input.getMap()))
                .get("publishSurvey");
    }
}
