package io.tideline.survey.feedback;

import static io.tideline.survey.ServiceForTests.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.feed.OwnFeed;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.AskedForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write to text questions is read, shown, corrected and counted as their comments are. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class VerbatimIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String GOOD = "I love it, works perfectly";
    private static final String BAD = "Terrible, a complete waste of money";
    private static final String MIX =
            "{ satisfaction(period: {from: \"%s\", to: \"%s\"}) { sentiment { positive { numerator denominator } neutral { numerator } negative { numerator }"
                    + " notEnriched { numerator denominator } } themes { theme comments positive neutral negative } } }";
    private static final String TEXTS =
            "{ comments(period: {from: \"%s\", to: \"%s\"}%s) { edges { node { response question { key text } text sentiment confidence language score"
                    + " correction { sentiment by } themes { theme keyword sentiment } survey { key } } } pageInfo { hasNextPage endCursor } } }";

    @Inject
    OwnFeed own;

    @Inject
    Database database;

    @Test
    void readsWhatIsWrittenToQuestionsInEnglishAndChinese() {
        AskedForTests asked = AskedForTests.publish("said-read");
        asked.take("r1", Map.of("score", 9, "comment", GOOD, "language", "en", "answers", Map.of("better", BAD)));
        asked.take("r2", Map.of("score", 3, "language", "zh", "answers", Map.of("better", "退款太慢", "where", "web")));
        asked.take("r3", Map.of("score", 5, "answers", Map.of("praise", "とても良いサービスです")));

        JsonNode before = mix("said-read");
        catchUp();
        JsonNode after = mix("said-read");
        JsonNode chinese = texts("said-read", ", theme: \"refund\"");

        assertThat(before.at("/sentiment/notEnriched").toString())
                .isEqualTo("{\"numerator\":\"4\",\"denominator\":\"4\"}");
        assertThat(after.at("/sentiment").toString())
                .isEqualTo(
                        "{\"positive\":{\"numerator\":\"1\",\"denominator\":\"3\"},\"neutral\":{\"numerator\":\"0\"},"
                                + "\"negative\":{\"numerator\":\"2\"},\"notEnriched\":{\"numerator\":\"1\",\"denominator\":\"4\"}}");
        assertThat(after.get("themes").toString())
                .isEqualTo("[{\"theme\":\"refund\",\"comments\":1,\"positive\":0,\"neutral\":0,\"negative\":1}]");
        assertThat(texts("said-read", "")).hasSize(4);
        assertThat(chinese).hasSize(1);
        JsonNode read = chinese.at("/0/node");
        assertThat(read.get("question").toString())
                .isEqualTo("{\"key\":\"better\",\"text\":\"" + AskedForTests.BETTER + "\"}");
        assertThat(read.get("text").asText()).isEqualTo("退款太慢");
        assertThat(read.get("sentiment").asText()).isEqualTo("NEGATIVE");
        assertThat(read.get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(read.get("language").asText()).isEqualTo("zh");
        assertThat(read.get("score").asInt()).isEqualTo(3);
        assertThat(read.at("/survey/key").asText()).isEqualTo("asked");
        assertThat(read.at("/themes/0/keyword").asText()).isEqualTo("退款");
    }

    @Test
    void readsATextThatComesWithALaterPart() {
        AskedForTests asked = AskedForTests.publish("said-part");
        asked.take("p1", Map.of("score", 9, "final", false));
        catchUp();
        asked.take("p1", Map.of("answers", Map.of("better", BAD), "final", false));
        catchUp();
        JsonNode first = mix("said-part");
        asked.take("p1", Map.of("answers", Map.of("praise", GOOD)));
        asked.take("p1", Map.of("answers", Map.of("praise", GOOD)));
        int other = asked.send("p1", Map.of("answers", Map.of("praise", BAD))).statusCode();
        catchUp();

        assertThat(first.at("/sentiment/negative/numerator").asText()).isEqualTo("1");
        assertThat(mix("said-part").at("/sentiment/positive").toString())
                .isEqualTo("{\"numerator\":\"1\",\"denominator\":\"2\"}");
        assertThat(other).isEqualTo(422);
        assertThat(told("said-part")).isEqualTo(3);
    }

    @Test
    void countsWhatPeopleSayOfATextAndLeavesTheOthersOfTheAnswer() {
        AskedForTests asked = AskedForTests.publish("said-fix");
        asked.take("f1", Map.of("score", 9, "comment", GOOD, "answers", Map.of("better", BAD, "where", "shop")));
        catchUp();
        String response = texts("said-fix", "").at("/0/node/response").asText();

        JsonNode corrected = correct("said-fix", "operations", response, "better");
        correct("said-fix", "operations", response, "better");
        JsonNode texts = texts("said-fix", "");

        assertThat(corrected.get("userErrors")).isEmpty();
        assertThat(corrected.at("/comment").toString())
                .isEqualTo("{\"sentiment\":\"NEUTRAL\",\"question\":{\"key\":\"better\"}}");
        assertThat(texts).hasSize(2);
        assertThat(texts.at("/0/node/question").isNull()).isTrue();
        assertThat(texts.at("/0/node/sentiment").asText()).isEqualTo("POSITIVE");
        assertThat(texts.at("/0/node/correction").isNull()).isTrue();
        assertThat(texts.at("/1/node/sentiment").asText()).isEqualTo("NEUTRAL");
        assertThat(texts.at("/1/node/confidence").isNull()).isTrue();
        assertThat(texts.at("/1/node/correction/by").asText()).isNotBlank();
        assertThat(mix("said-fix").at("/sentiment/neutral/numerator").asText()).isEqualTo("1");
        assertThat(mix("said-fix").at("/sentiment/negative/numerator").asText()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"praise", "where", "nothing"})
    void correctsOnlyWhatWasWritten(String question) {
        AskedForTests asked = AskedForTests.publish("said-none");
        asked.take("n1", Map.of("score", 9, "answers", Map.of("better", BAD, "where", "shop")));
        String response = texts("said-none", "").at("/0/node/response").asText();

        assertThat(correct("said-none", "operations", response, question)
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(correct("said-none", "agent", response, "better")
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(correct("said-else", "operations", response, "better")
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void goesOnBetweenTheTextsOfOneAnswer() {
        AskedForTests asked = AskedForTests.publish("said-page");
        Map<String, String> answers = Map.of("better", BAD, "praise", GOOD);
        asked.take("g1", Map.of("score", 9, "comment", "old", "answers", answers));
        asked.take("g2", Map.of("score", 9, "answers", answers));

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = page("said-page", ", first: 1" + after);
            seen.add(page.at("/edges/0/node/question/key").asText("comment") + " of "
                    + page.at("/edges/0/node/response").asText());
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? ", after: \"" + page.at("/pageInfo/endCursor").asText() + "\""
                    : "";
        } while (!after.isEmpty());

        List<String> whole = new ArrayList<>();
        texts("said-page", "")
                .forEach(edge -> whole.add(edge.at("/node/question/key").asText("comment") + " of "
                        + edge.at("/node/response").asText()));
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().isEqualTo(whole);
        assertThat(seen)
                .extracting(text -> text.split(" ", 2)[0])
                .containsExactly("better", "praise", "comment", "better", "praise");
    }

    @Test
    void looksForNewThemesInTheTextsOfTheirLanguageAlone() {
        AskedForTests asked = AskedForTests.publish("said-theme");
        asked.take(
                "t1",
                Map.of(
                        "score",
                        7,
                        "answers",
                        Map.of("better", "The coffee was terrible, the tea was great", "praise", "退款太慢")));
        catchUp();
        String survey = GlobalId.of("Survey", Ids.uuid("said-theme", "survey", "asked"));

        as("said-theme", "operations")
                .data(
                        "mutation { setSurveyThemes(input: {survey: \"" + survey
                                + "\", language: \"en\", themes: [{theme: \"coffee\", keywords: [\"coffee\"]}]}) { userErrors { code } } }");
        catchUp();

        assertThat(mix("said-theme").get("themes").findValuesAsText("theme")).containsExactly("coffee", "refund");
    }

    @Test
    void takesTextsAsLongAsTheQuestionSays() {
        AskedForTests asked = AskedForTests.publish("said-long");

        asked.take("l1", Map.of("score", 9, "answers", Map.of("better", "慢".repeat(2_000))));
        var refused = asked.send("l2", Map.of("score", 9, "answers", Map.of("better", "慢".repeat(2_001))));
        var unstorable = asked.send("l3", Map.of("score", 9, "answers", Map.of("better", "a\0b")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("pointer")).isEqualTo("/answers/better");
        assertThat(unstorable.statusCode()).isEqualTo(400);
        assertThat(texts("said-long", "")).hasSize(1);
    }

    private void catchUp() {
        own.catchUp().await().atMost(PATIENCE);
    }

    private long told(String tenant) {
        return database.query(
                        tenant,
                        "SELECT count(*) AS told FROM outbox WHERE tenant_id = $1 AND type = 'response.recorded'",
                        Tuple.of(tenant))
                .map(rows -> rows.iterator().next().getLong("told"))
                .await()
                .atMost(PATIENCE);
    }

    private static JsonNode correct(String tenant, String role, String response, String question) {
        return as(tenant, role)
                .data("mutation { correctSentiment(input: {response: \"" + response + "\", question: \"" + question
                        + "\", sentiment: NEUTRAL}) { comment { sentiment question { key } } userErrors { code } } }")
                .get("correctSentiment");
    }

    private static JsonNode mix(String tenant) {
        return as(tenant, "operations").data(MIX.formatted(from(), to())).get("satisfaction");
    }

    private static JsonNode texts(String tenant, String more) {
        return page(tenant, more).get("edges");
    }

    private static JsonNode page(String tenant, String more) {
        return as(tenant, "admin").data(TEXTS.formatted(from(), to(), more)).get("comments");
    }

    private static LocalDate from() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }

    private static LocalDate to() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(2);
    }
}
