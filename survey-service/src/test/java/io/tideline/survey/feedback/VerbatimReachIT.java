package io.tideline.survey.feedback;

import static io.tideline.survey.ServiceForTests.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.feed.OwnFeed;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.AskedForTests;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose texts to questions are seen by whom, and from how many answers on their counts are shown. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class VerbatimReachIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String JANUARY = "2026-01-01T00:00:00Z";
    private static final String GOOD = "I love the staff, works perfectly";

    @Inject
    OwnFeed own;

    @Inject
    FeedForTests feed;

    /** A and C have one answer each; beside A alone B would be hidden too. */
    @Test
    void hidesBySmallNumbersOfAnswersNotOfTexts() {
        AskedForTests asked = AskedForTests.publish("reach-few");
        SignerForTests signer = KeysForTests.only("reach-few");
        for (String customer : List.of("a1", "b1", "b2", "b3", "b4", "c1")) {
            feed.tell(
                    JANUARY,
                    "reach-few",
                    "customer.changed",
                    Map.of(
                            "id",
                            Ids.uuid("reach-few", "customer", customer).toString(),
                            "externalId",
                            customer,
                            "market",
                            customer.substring(0, 1).toUpperCase(Locale.ROOT)));
            asked.take(
                    customer,
                    Map.of(
                            "score",
                            9,
                            "signed",
                            signer.person(customer, Duration.ofHours(1)),
                            "answers",
                            Map.of("better", said(customer), "praise", said(customer))));
        }
        catchUp();
        as("reach-few", "admin").data("mutation { setPrivacyFloor(answers: 2) }");

        JsonNode few = of("reach-few", "A");
        JsonNode enough = of("reach-few", "B");

        assertThat(few.at("/sentiment/positive").toString())
                .isEqualTo("{\"value\":null,\"reason\":\"TOO_FEW\",\"sampleSize\":null}");
        assertThat(few.get("themes")).isEmpty();
        assertThat(enough.at("/sentiment/positive").toString())
                .isEqualTo("{\"value\":1.0,\"reason\":null,\"sampleSize\":8}");
        assertThat(enough.get("themes").toString()).isEqualTo("[{\"theme\":\"service\",\"comments\":6}]");
    }

    @Test
    void showsTheFrontLineTheTextsOfItsOwnCustomers() {
        AskedForTests asked = AskedForTests.publish("reach-own");
        SignerForTests signer = KeysForTests.only("reach-own");
        feed.tell(
                JANUARY,
                "reach-own",
                "customer.changed",
                FeedForTests.customer("reach-own", "c1", "anna", "north"),
                FeedForTests.customer("reach-own", "c2", "ben", "north"));
        for (String customer : List.of("c1", "c2")) {
            asked.take(
                    customer,
                    Map.of(
                            "score",
                            9,
                            "signed",
                            signer.person(customer, Duration.ofHours(1)),
                            "answers",
                            Map.of("better", "of " + customer)));
        }
        GraphqlClient anna = GraphqlClient.as(
                TokenForTests.of("reach-own", "agent").agent("anna").team("north"));

        assertThat(texts(anna).findValuesAsText("text")).containsExactly("of c1");
        assertThat(texts(as("reach-own", "admin")).findValuesAsText("text"))
                .containsExactlyInAnyOrder("of c1", "of c2");
        assertThat(texts(as("reach-else", "admin"))).isEmpty();
        assertThat(as("reach-own", "executive")
                        .query(query())
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void followsCustomersThatAreMerged() {
        AskedForTests asked = AskedForTests.publish("reach-merged");
        SignerForTests signer = KeysForTests.only("reach-merged");
        feed.tell(
                JANUARY,
                "reach-merged",
                "customer.changed",
                Map.of(
                        "id",
                        Ids.uuid("reach-merged", "customer", "kept").toString(),
                        "externalId",
                        "kept",
                        "market",
                        "A"));
        asked.take(
                "m1",
                Map.of(
                        "score",
                        9,
                        "signed",
                        signer.person("old", Duration.ofHours(1)),
                        "answers",
                        Map.of("praise", GOOD)));
        catchUp();
        JsonNode before = of("reach-merged", "A");

        feed.tell(
                "2026-02-01T00:00:00Z",
                "reach-merged",
                "customer.alias",
                Map.of(
                        "from", Ids.uuid("reach-merged", "customer", "old").toString(),
                        "to", Ids.uuid("reach-merged", "customer", "kept").toString()));

        assertThat(before.at("/sentiment/positive/sampleSize").asInt()).isZero();
        assertThat(of("reach-merged", "A").at("/sentiment/positive/sampleSize").asInt())
                .isEqualTo(1);
    }

    /** Of those of market B three speak of the service; one speaks of a refund, twice. */
    private static String said(String customer) {
        return customer.equals("b4") ? "I love the refund, works perfectly" : GOOD;
    }

    private void catchUp() {
        own.catchUp().await().atMost(PATIENCE);
    }

    private static JsonNode of(String tenant, String market) {
        return as(tenant, "operations")
                .data("{ satisfaction(" + period() + ", segment: {markets: [\"" + market
                        + "\"]}) { sentiment { positive { value reason sampleSize } } themes { theme comments } } }")
                .get("satisfaction");
    }

    private static JsonNode texts(GraphqlClient client) {
        return client.data(query()).at("/comments/edges");
    }

    private static String query() {
        return "{ comments(" + period() + ") { edges { node { question { key } text } } } }";
    }

    private static String period() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return "period: {from: \"" + today.minusDays(1) + "\", to: \"" + today.plusDays(2) + "\"}";
    }
}
