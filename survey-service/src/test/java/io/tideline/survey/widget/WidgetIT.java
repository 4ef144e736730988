package io.tideline.survey.widget;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.link.KeysForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widget in a real browser on pages of another origin. Each script tells which answers must be stored; here they are counted. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class WidgetIT {
    @Inject
    DoorPool pool;

    private final Map<String, Object> surveys = new HashMap<>();

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        BrowserForTests.install();
    }

    @BeforeEach
    void openAll() {
        open("en", Map.of("type", "nps.0_10"));
        open("zh", Map.of("type", "nps.1_10", "question", "您有多大可能将我们推荐给朋友或同事？", "language", "zh-CN"));
        open("ar", Map.of("type", "csat.5", "question", "ما مدى رضاك عن الخدمة التي تلقيتها اليوم؟", "language", "ar"));
        open("fi", Map.of("type", "csat.5", "question", "Kuinka tyytyväinen olet?", "language", "fi"));
        open("csat3", Map.of("type", "csat.3"));
        open("csat", Map.of("type", "csat.5"));
        open("agree", Map.of("type", "ces2.agree7"));
        open("effort", Map.of("type", "ces.effort10"));
        open("markup", Map.of("type", "csat.5", "question", "<img src=x onerror=alert(1)>"));
        open(
                "own",
                Map.of(
                        "type", "csat.5",
                        "title", "Our own page",
                        "allowedOrigins", List.of("https://shop.example")));
    }

    @Test
    void keepsItsRules() throws IOException, InterruptedException {
        assertThat(BrowserForTests.script("rules.mjs", Map.of())).contains("# pass 7");
    }

    /** SV-24 by keyboard alone, among others. */
    @Test
    void showsAndAnswersInEveryMode() throws IOException, InterruptedException {
        assertStored(run("show.mjs"), 4, 1);
    }

    @Test
    void bringsEveryAnswerOnce() throws IOException, InterruptedException {
        assertStored(run("deliver.mjs"), 10, 1);
    }

    @Test
    void livesOnHostilePagesAndLeavesThemAsTheyWere() throws IOException, InterruptedException {
        openStay();

        assertStored(run("hostile.mjs"), 4, 0);
    }

    @Test
    void aLinkAnswersOnceAndOnlyByAHand() throws IOException, InterruptedException {
        KeysForTests.only("acme");
        links("acme", "widget-en", "c-one", "c-two", "c-three")
                .forEach(link -> surveys.put("link " + link.customer(), link.url()));

        assertStored(run("link.mjs"), 2, 1);
    }

    @Test
    void asksWhatTheAnswersLeadTo() throws IOException, InterruptedException {
        openStay();

        assertStored(run("follow.mjs"), 6, 0);
    }

    @Test
    void opensWhereItIsMeantTo() throws IOException, InterruptedException {
        open(
                "target",
                new JsonObject(
                                """
                                {"type": "csat.5", "target": {"urls": ["http://127.0.0.1:*/*?cart=*"], "event": "checkout",
                                 "properties": [{"name": "plan", "anyOf": ["pro", "7"]}]}}
                                """)
                        .getMap());

        open(
                "timed",
                new JsonObject(
                                """
                                {"type": "csat.5", "target": {"urls": ["http://127.0.0.1:*/*?cart=*"], "delaySeconds": 10}}
                                """)
                        .getMap());

        assertStored(run("target.mjs"), 0, 0);
    }

    @Test
    void keepsTheContactRulesForThoseWhomNothingProves() throws IOException, InterruptedException {
        String tenant = "visited";
        List.of("nps.0_10", "csat.5", "csat.3", "ces.effort10")
                .forEach(type -> surveys.put(type, publish(tenant, "widget-" + type, type)));
        surveys.put("free", publish("visited-freely", "widget-free", "nps.0_10"));
        as(tenant, "operations")
                .data(
                        "mutation($input: SetContactRulesInput!) { setContactRules(input: $input) { userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "rules",
                                        List.of(
                                                Map.of("scope", "ANY_SURVEY", "days", 7),
                                                Map.of("scope", "CSAT", "days", 90),
                                                Map.of("scope", "BUDGET", "days", 60, "most", 2)))));

        assertStored(run("contact.mjs"), 0, 0);
    }

    /** SV-24 by axe. */
    @Test
    void isForEverybody() throws IOException, InterruptedException {
        String output = run("access.mjs");

        assertThat(output).contains("# pass 21");
        assertStored(output, 1, 0);
    }

    /** A survey with questions of every kind. */
    private void openStay() {
        open(
                "stay",
                new JsonObject(
                                """
                                {"type": "nps.0_10", "title": "Your stay", "question": "How likely are you to recommend our hotel?",
                                 "branches": [{"atLeast": 9, "goTo": "call"}],
                                 "followUps": [
                                   {"key": "what", "kind": "SINGLE", "text": "What could be better?", "required": true,
                                    "options": [{"key": "price", "text": "The price"}, {"key": "room", "text": "The room"}],
                                    "branches": [{"anyOf": ["price"], "goTo": "call"}]},
                                   {"key": "parts", "kind": "MULTI", "text": "Which parts of the room?",
                                    "options": [{"key": "bed", "text": "Bed"}, {"key": "bath", "text": "Bath"}, {"key": "view", "text": "View"}]},
                                   {"key": "tell", "kind": "TEXT", "text": "Anything else about it?"},
                                   {"key": "call", "kind": "CONSENT", "text": "You may call me about this"}],
                                 "translations": [{"language": "zh-CN", "title": "您的入住", "question": "您有多大可能推荐我们的酒店？",
                                   "texts": [{"key": "what", "text": "哪里可以做得更好？"}, {"key": "what.price", "text": "价格"},
                                             {"key": "what.room", "text": "房间"}, {"key": "parts", "text": "房间的哪些方面？"},
                                             {"key": "parts.bed", "text": "床"}, {"key": "parts.bath", "text": "浴室"},
                                             {"key": "parts.view", "text": "景观"}, {"key": "tell", "text": "还有其他意见吗？"},
                                             {"key": "call", "text": "可以就此致电给我"}]}]}
                                """)
                        .getMap());
    }

    private String run(String script) throws IOException, InterruptedException {
        return BrowserForTests.script(
                script,
                Map.of(
                        "TIDELINE_DOOR",
                        "http://127.0.0.1:" + RestAssured.port,
                        "TIDELINE_SURVEYS",
                        new JsonObject(surveys).encode()));
    }

    private void assertStored(String output, int answers, int none) {
        List<JsonPath> stored = told(output, "STORED ").toList();
        List<JsonPath> absent = told(output, "ABSENT ").toList();

        assertThat(stored).as(output).hasSize(answers);
        assertThat(absent).as(output).hasSize(none);
        assertThat(stored).allSatisfy(answer -> assertThat(rows(answer.getString("response")))
                .containsExactly(answer.getInt("score") + "|" + answer.getString("comment")));
        assertThat(absent).allSatisfy(answer -> assertThat(rows(answer.getString("response")))
                .isEmpty());
    }

    private static Stream<JsonPath> told(String output, String word) {
        return output.lines()
                .filter(line -> line.contains(word))
                .map(line -> JsonPath.from(line.substring(line.indexOf(word) + word.length())));
    }

    private List<String> rows(String response) {
        var rows = pool.run(
                        "WITH tenant AS MATERIALIZED (SELECT set_config('tideline.tenant', 'acme', true) AS id) SELECT found.* FROM tenant CROSS JOIN LATERAL ("
                                + "SELECT r.score || '|' || coalesce(r.comment, 'null') AS answer FROM response r"
                                + " WHERE r.tenant_id = tenant.id AND r.response_key = $1 OFFSET 0) AS found",
                        Tuple.of(response))
                .await()
                .indefinitely();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("answer"))
                .toList();
    }

    private void open(String name, Map<String, Object> asked) {
        Map<String, Object> input = new HashMap<>(asked);
        input.put("key", "widget-" + name);
        surveys.put(
                name,
                as("operations")
                        .data(
                                "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } userErrors { message } } }",
                                Map.of("input", input))
                        .at("/publishSurvey/survey/publicKey")
                        .asText());
    }
}
