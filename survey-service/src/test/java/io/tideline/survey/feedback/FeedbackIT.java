package io.tideline.survey.feedback;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.feed.OwnFeed;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SV-26: what comments say, from the door to the mix. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FeedbackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MIX =
            "{ satisfaction(period: {from: \"%s\", to: \"%s\"}) { sentiment { positive { value denominator } neutral { value } negative { value }"
                    + " notEnriched { numerator denominator value } } themes { theme comments positive neutral negative } } }";
    private static final String COMMENTS =
            "{ comments(period: {from: \"%s\", to: \"%s\"}) { edges { node { response text sentiment confidence mixed language"
                    + " correction { sentiment by } themes { theme keyword sentiment } survey { key } } } pageInfo { hasNextPage } } }";

    @Inject
    OwnFeed own;

    @Inject
    FeedForTests feed;

    @Test
    void readsACommentAfterItIsStored() {
        String key = publish("feel-read", "after", "csat.5");
        answer(Map.of("survey", key, "response", "r1", "score", 3, "comment", "你们的客服不差,但退款太慢", "language", "zh"));
        answer(Map.of("survey", key, "response", "r2", "score", 3, "comment", "とても良いサービスです"));
        answer(Map.of("survey", key, "response", "r3", "score", 5));

        JsonNode before = mix("feel-read");
        catchUp();
        JsonNode after = mix("feel-read");
        JsonNode comments = as("feel-read", "admin").data(of(COMMENTS)).at("/comments/edges");

        assertThat(before.at("/sentiment/notEnriched/numerator").asText()).isEqualTo("2");
        assertThat(before.at("/sentiment/positive/value").isNull()).isTrue();
        assertThat(after.at("/sentiment/notEnriched/numerator").asText()).isEqualTo("1");
        assertThat(after.at("/sentiment/notEnriched/denominator").asText()).isEqualTo("2");
        assertThat(after.at("/sentiment/negative/value").asDouble()).isEqualTo(1.0);
        assertThat(after.at("/themes").toString())
                .isEqualTo("[{\"theme\":\"refund\",\"comments\":1,\"positive\":0,\"neutral\":0,\"negative\":1},"
                        + "{\"theme\":\"service\",\"comments\":1,\"positive\":1,\"neutral\":0,\"negative\":0}]");
        assertThat(comments).hasSize(2);
        JsonNode read = comments.get(0).at("/node/sentiment").asText().equals("NEGATIVE")
                ? comments.get(0).get("node")
                : comments.get(1).get("node");
        assertThat(read.get("text").asText()).isEqualTo("你们的客服不差,但退款太慢");
        assertThat(read.get("mixed").asBoolean()).isTrue();
        assertThat(read.get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(read.at("/survey/key").asText()).isEqualTo("after");
        assertThat(read.at("/themes/0/keyword").asText()).isEqualTo("退款");
    }

    @Test
    void readsACommentThatComesWithALaterPart() {
        String key = publish("feel-part", "part", "nps.0_10");
        answer(Map.of("survey", key, "response", "p1", "score", 10));
        catchUp();
        answer(Map.of("survey", key, "response", "p1", "comment", "I love it, works perfectly"));
        catchUp();
        catchUp();

        assertThat(mix("feel-part").at("/sentiment/positive/value").asDouble()).isEqualTo(1.0);
    }

    @Test
    void countsWhatPeopleSayInsteadOfTheLabel() {
        String key = publish("feel-fix", "fix", "csat.5");
        answer(Map.of("survey", key, "response", "f1", "score", 5, "comment", "Terrible, a complete waste of money"));
        catchUp();
        String response = as("feel-fix", "admin")
                .data(of(COMMENTS))
                .at("/comments/edges/0/node/response")
                .asText();

        JsonNode corrected =
                correct("feel-fix", "operations", response, "NEUTRAL").get("correctSentiment");
        correct("feel-fix", "operations", response, "NEUTRAL");
        JsonNode comment = as("feel-fix", "admin").data(of(COMMENTS)).at("/comments/edges/0/node");

        assertThat(corrected.get("userErrors")).isEmpty();
        assertThat(comment.get("sentiment").asText()).isEqualTo("NEUTRAL");
        assertThat(comment.get("confidence").isNull()).isTrue();
        assertThat(comment.at("/correction/sentiment").asText()).isEqualTo("NEUTRAL");
        assertThat(comment.at("/correction/by").asText()).isNotBlank();
        assertThat(mix("feel-fix").at("/sentiment/neutral/value").asDouble()).isEqualTo(1.0);
        assertThat(mix("feel-fix").at("/sentiment/negative/value").asDouble()).isZero();
    }

    @Test
    void readsTextsThatAreKeptElsewhere() {
        String query =
                "query($texts: [TextToReadInput!]!) { textReadings(texts: $texts) { sentiment confidence language mixed"
                        + " themes { theme keyword sentiment } } }";

        JsonNode read = as("feel-text", "lead")
                .data(
                        query,
                        Map.of(
                                "texts",
                                List.of(
                                        Map.of("text", "你们的客服不差,但退款太慢", "language", "zh"),
                                        Map.of("text", "I love it, works perfectly"),
                                        Map.of("text", "とても良いサービスです"))))
                .get("textReadings");
        JsonNode refused = as("feel-text", "lead")
                .query(query, Map.of("texts", List.of(Map.of("text", "good"), Map.of("text", "x".repeat(4_001)))));
        List<Map<String, String>> many = Collections.nCopies(20, Map.of("text", "fine ".repeat(500)));
        List<Map<String, String>> more = new ArrayList<>(many);
        more.add(Map.of("text", "x"));
        JsonNode most = as("feel-text", "lead").data(query, Map.of("texts", many));
        JsonNode tooMuch = as("feel-text", "lead").query(query, Map.of("texts", more));

        assertThat(read).hasSize(3);
        assertThat(read.at("/0/mixed").asBoolean()).isTrue();
        assertThat(read.at("/0/themes").toString())
                .isEqualTo("[{\"theme\":\"service\",\"keyword\":\"客服\",\"sentiment\":\"POSITIVE\"},"
                        + "{\"theme\":\"refund\",\"keyword\":\"退款\",\"sentiment\":\"NEGATIVE\"}]");
        assertThat(read.at("/1/sentiment").asText()).isEqualTo("POSITIVE");
        assertThat(read.at("/1/language").asText()).isEqualTo("en");
        assertThat(read.at("/2/sentiment").asText()).isEqualTo("NOT_ENRICHED");
        assertThat(read.at("/2/confidence").isNull()).isTrue();
        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(refused.at("/errors/0/extensions/field").asText()).isEqualTo("texts.1.text");
        assertThat(most.get("textReadings")).hasSize(20);
        assertThat(tooMuch.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(tooMuch.at("/errors/0/extensions/field").asText()).isEqualTo("texts");
    }

    @Test
    void letsNobodyCorrectWhatTheyDoNotSee() {
        String key = publish("feel-wall", "wall", "csat.5");
        answer(Map.of("survey", key, "response", "w1", "score", 1, "comment", "Terrible"));
        String response = as("feel-wall", "admin")
                .data(of(COMMENTS))
                .at("/comments/edges/0/node/response")
                .asText();

        assertThat(correct("feel-wall", "agent", response, "POSITIVE")
                        .at("/correctSentiment/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(correct("feel-else", "operations", response, "POSITIVE")
                        .at("/correctSentiment/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(as("feel-wall", "executive")
                        .query("mutation { correctSentiment(input: {response: \"" + response
                                + "\", sentiment: POSITIVE}) { userErrors { code } } }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(as("feel-wall", "executive")
                        .query(of(COMMENTS))
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void looksForThemesOfTheSurveysOwn() {
        String key = publish("feel-theme", "own", "csat.5");
        answer(Map.of(
                "survey", key, "response", "t1", "score", 2, "comment", "The coffee was terrible, the tea was great"));
        catchUp();
        String survey = GlobalId.of("Survey", Ids.uuid("feel-theme", "survey", "own"));

        JsonNode set = as("feel-theme", "operations")
                .data(
                        "mutation($input: SetSurveyThemesInput!) { setSurveyThemes(input: $input) { themes { theme keywords } userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "survey",
                                        survey,
                                        "language",
                                        "en",
                                        "themes",
                                        List.of(
                                                Map.of("theme", "coffee", "keywords", List.of("Coffee", "espresso")),
                                                Map.of("theme", "tea", "keywords", List.of("tea"))))));
        catchUp();
        JsonNode themes = mix("feel-theme").get("themes");
        JsonNode listed = as("feel-theme", "operations")
                .data("{ survey(key: \"own\") { themes { theme language keywords } } }")
                .at("/survey/themes");

        assertThat(set.at("/setSurveyThemes/userErrors")).isEmpty();
        assertThat(themes.toString())
                .isEqualTo("[{\"theme\":\"coffee\",\"comments\":1,\"positive\":0,\"neutral\":0,\"negative\":1},"
                        + "{\"theme\":\"tea\",\"comments\":1,\"positive\":1,\"neutral\":0,\"negative\":0}]");
        assertThat(listed.toString())
                .contains("\"coffee\",\"language\":\"en\",\"keywords\":[\"coffee\",\"espresso\"]", "客服");
    }

    @Test
    void refusesThemesThatCannotBeLookedFor() {
        publish("feel-theme", "refused", "csat.5");
        String survey = GlobalId.of("Survey", Ids.uuid("feel-theme", "survey", "refused"));

        for (String input : List.of(
                "language: \"nl\", themes: []",
                "language: \"en\", themes: [{theme: \"\", keywords: [\"x\"]}]",
                "language: \"en\", themes: [{theme: \"x\", keywords: []}]",
                "language: \"en\", themes: [{theme: \"x\", keywords: [\"a\"]}, {theme: \"x\", keywords: [\"b\"]}]")) {
            assertThat(as("feel-theme", "operations")
                            .data("mutation { setSurveyThemes(input: {survey: \"" + survey + "\", " + input
                                    + "}) { userErrors { code } } }")
                            .at("/setSurveyThemes/userErrors/0/code")
                            .asText())
                    .as(input)
                    .isEqualTo("INVALID");
        }
    }

    @Test
    void breaksCommentsDownAndListsThemBySentimentAndTheme() {
        feed.tell(
                "2026-01-01T00:00:00Z",
                "feel-by",
                "customer.changed",
                Map.of("id", Ids.uuid("feel-by", "customer", "c1").toString(), "externalId", "c1", "market", "DE"));
        ingest(
                "feel-by",
                "responses",
                List.of(
                        row("1", "c1", "I love it, works perfectly"),
                        row("2", "c2", "Terrible, a complete waste of money"),
                        row("3", "c2", "The refund is too slow and the staff is rude")));
        catchUp();

        JsonNode found = as("feel-by", "operations")
                .data(
                        "{ satisfaction(period: {from: \"2026-01-01\", to: \"2026-02-01\"}) { by(dimension: MARKET) { key measures { sentiment { positive { value } negative { numerator } } } }"
                                + " trend(granularity: MONTH) { measures { sentiment { negative { numerator denominator } } } } } }")
                .get("satisfaction");
        String page =
                "{ comments(period: {from: \"2026-01-01\", to: \"2026-02-01\"}, %s) { edges { node { text } } pageInfo { hasNextPage endCursor } } }";
        JsonNode first = as("feel-by", "admin").data(page.formatted("sentiments: [NEGATIVE], first: 1"));
        JsonNode second = as("feel-by", "admin")
                .data(page.formatted("sentiments: [NEGATIVE], first: 1, after: \""
                        + first.at("/comments/pageInfo/endCursor").asText() + "\""));
        JsonNode refund = as("feel-by", "admin").data(page.formatted("theme: \"refund\""));

        assertThat(found.get("by").toString())
                .isEqualTo(
                        "[{\"key\":\"\",\"measures\":{\"sentiment\":{\"positive\":{\"value\":0.0},\"negative\":{\"numerator\":\"2\"}}}},"
                                + "{\"key\":\"DE\",\"measures\":{\"sentiment\":{\"positive\":{\"value\":1.0},\"negative\":{\"numerator\":\"0\"}}}}]");
        assertThat(found.at("/trend/0/measures/sentiment/negative/denominator").asText())
                .isEqualTo("3");
        assertThat(first.at("/comments/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(second.at("/comments/edges")).hasSize(1);
        assertThat(second.at("/comments/edges/0/node/text").asText())
                .isNotEqualTo(first.at("/comments/edges/0/node/text").asText());
        assertThat(refund.at("/comments/edges")).hasSize(1);
    }

    private void catchUp() {
        own.catchUp().await().atMost(PATIENCE);
    }

    private static Map<String, Object> row(String response, String customer, String comment) {
        return Map.of(
                "survey",
                "by",
                "type",
                "csat.5",
                "response",
                response,
                "score",
                3,
                "customer",
                customer,
                "comment",
                comment,
                "at",
                "2026-01-1" + response + "T10:00:00Z");
    }

    private static JsonNode correct(String tenant, String role, String response, String sentiment) {
        return as(tenant, role)
                .data("mutation { correctSentiment(input: {response: \"" + response + "\", sentiment: " + sentiment
                        + "}) { comment { sentiment } userErrors { code } } }");
    }

    private static JsonNode mix(String tenant) {
        return as(tenant, "operations").data(of(MIX)).get("satisfaction");
    }

    /** A period around today, in which the door counts what comes without a time. */
    private static String of(String query) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return query.formatted(today.minusDays(1), today.plusDays(2));
    }
}
