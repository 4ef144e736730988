package io.tideline.survey.followup;

import static io.tideline.survey.ServiceForTests.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.survey.AskedForTests;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A text to a question that blames opens a follow-up of its answer, and no second one. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class TextCaseIT {
    private static final String BAD = "Terrible, a complete waste of money, I am very disappointed";

    @Inject
    CasesForTests people;

    @Test
    void opensForATextThatBlamesAndShowsIt() {
        AskedForTests asked = AskedForTests.publish("case-text");
        asked.take(
                "a",
                Map.of(
                        "score",
                        10,
                        "signed",
                        token("case-text"),
                        "comment",
                        "I love it, works perfectly",
                        "answers",
                        Map.of("better", BAD, "where", "web")));
        people.catchUp();

        JsonNode cases = cases("case-text");

        assertThat(cases).hasSize(1);
        assertThat(cases.at("/0/node/reason").asText()).isEqualTo("NEGATIVE_COMMENT");
        assertThat(cases.at("/0/node/comment").asText()).isEqualTo("I love it, works perfectly");
        assertThat(cases.at("/0/node/texts").toString())
                .isEqualTo("[{\"question\":{\"key\":\"better\",\"text\":\"" + AskedForTests.BETTER + "\"},\"text\":\""
                        + BAD + "\"}]");
        assertThat(people.told("case-text")).isEqualTo(1);
    }

    @Test
    void opensOneForAllThatWasWrittenWithAnAnswerAndAllItsParts() {
        AskedForTests asked = AskedForTests.publish("case-once");
        String token = token("case-once");
        asked.take(
                "a",
                Map.of("score", 10, "signed", token, "comment", BAD, "answers", Map.of("better", BAD), "final", false));
        people.catchUp();
        asked.take("a", Map.of("signed", token, "answers", Map.of("praise", BAD)));
        people.catchUp();

        assertThat(cases("case-once")).hasSize(1);
        assertThat(people.told("case-once")).isEqualTo(1);
    }

    @Test
    void aScoreThatIsBadIsTheReasonWhateverIsWritten() {
        AskedForTests asked = AskedForTests.publish("case-score");
        asked.take("a", Map.of("score", 2, "signed", token("case-score"), "answers", Map.of("better", BAD)));
        people.catchUp();

        assertThat(cases("case-score").findValuesAsText("reason")).containsExactly("DETRACTOR");
        assertThat(people.told("case-score")).isZero();
    }

    @Test
    void opensWhenAPersonSaysThatATextBlames() {
        AskedForTests asked = AskedForTests.publish("case-said");
        asked.take(
                "a",
                Map.of(
                        "score",
                        10,
                        "signed",
                        token("case-said"),
                        "comment",
                        "I love it, works perfectly",
                        "answers",
                        Map.of("better", "Well, you know how it goes")));
        people.catchUp();
        JsonNode before = cases("case-said");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String response = as("case-said", "admin")
                .data("{ comments(period: {from: \"" + today.minusDays(1) + "\", to: \"" + today.plusDays(2)
                        + "\"}) { edges { node { response } } } }")
                .at("/comments/edges/0/node/response")
                .asText();

        as("case-said", "operations")
                .data("mutation { correctSentiment(input: {response: \"" + response
                        + "\", question: \"better\", sentiment: NEGATIVE}) { userErrors { code } } }");

        assertThat(before).isEmpty();
        assertThat(cases("case-said").findValuesAsText("reason")).containsExactly("NEGATIVE_COMMENT");
    }

    private static String token(String tenant) {
        SignerForTests signer = KeysForTests.only(tenant);
        return signer.person("c1", Duration.ofHours(1));
    }

    private static JsonNode cases(String tenant) {
        return as(tenant, "admin")
                .data("{ followUpCases { edges { node { reason comment texts { question { key text } text } } } } }")
                .at("/followUpCases/edges");
    }
}
