package io.tideline.survey.followup;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SV-25: after a bad answer somebody is to see to the customer. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FollowUpIT {
    @Inject
    CasesForTests people;

    @Inject
    FeedForTests feed;

    @Test
    void opensOnceOwnedByTheCustomersAgentAndDueInADay() {
        people.arrive("case");
        ingest(
                "case",
                "responses",
                List.of(CasesForTests.row("a", "c1", 2, "退款太慢"), CasesForTests.row("b", "c1", 9, null)));
        people.catchUp();
        ingest("case", "responses", List.of(CasesForTests.row("a", "c1", 2, "退款太慢")));
        people.catchUp();

        JsonNode cases = CasesForTests.list(as("case", "admin"));

        assertThat(cases).hasSize(1);
        JsonNode found = cases.get(0).get("node");
        assertThat(found.get("reason").asText()).isEqualTo("DETRACTOR");
        assertThat(found.get("owner").asText()).isEqualTo("anna");
        assertThat(found.at("/agent/id").asText()).isEqualTo(GlobalId.of("Agent", Ids.uuid("case", "agent", "anna")));
        assertThat(found.at("/customer/id").asText())
                .isEqualTo(GlobalId.of("Customer", Ids.uuid("case", "customer", "c1")));
        assertThat(Duration.between(instant(found, "openedAt"), instant(found, "dueAt")))
                .isEqualTo(Duration.ofHours(24));
        assertThat(Duration.between(instant(found, "openedAt"), Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(found.get("overdue").asBoolean()).isFalse();
    }

    @Test
    void opensForAGoodScoreWithABadCommentAndTellsIt() {
        people.arrive("words");
        ingest(
                "words",
                "responses",
                List.of(CasesForTests.row(
                        "a", "c1", 9, "Terrible, a complete waste of money, I am very disappointed")));
        people.catchUp();

        assertThat(CasesForTests.list(as("words", "admin")).at("/0/node/reason").asText())
                .isEqualTo("NEGATIVE_COMMENT");
        assertThat(people.told("words")).isEqualTo(1);
    }

    @Test
    void opensWhenAPersonSaysThatACommentBlames() {
        people.arrive("said");
        ingest("said", "responses", List.of(CasesForTests.row("a", "c1", 9, "Well, you know how it goes")));
        people.catchUp();
        String response = as("said", "admin")
                .data(
                        "{ comments(period: {from: \"2020-01-01\", to: \"2100-01-01\"}) { edges { node { response } } } }")
                .at("/comments/edges/0/node/response")
                .asText();

        as("said", "operations")
                .data("mutation { correctSentiment(input: {response: \"" + response
                        + "\", sentiment: NEGATIVE}) { userErrors { code } } }");

        assertThat(CasesForTests.list(as("said", "admin")).at("/0/node/reason").asText())
                .isEqualTo("NEGATIVE_COMMENT");
    }

    @Test
    void opensNoneForHistoryNorForScoresOfNobody() {
        people.arrive("quiet");
        String key = publish("quiet", "door", "nps.0_10");
        answer(Map.of("survey", key, "response", "x", "score", 0, "customer", "c1"));
        Map<String, Object> old = CasesForTests.row("old", "c1", 0, null);
        old.put("at", "2020-01-01T00:00:00Z");
        ingest("quiet", "responses", List.of(old));
        people.catchUp();

        assertThat(CasesForTests.list(as("quiet", "admin"))).isEmpty();
    }

    @Test
    void opensForTheOrganisationWhatNobodyKnownSays() {
        people.arrive("unsigned");
        String key = publish("unsigned", "qr", "nps.0_10");
        answer(Map.of("survey", key, "response", "x", "score", 0, "comment", "Terrible, a complete waste of money"));
        answer(Map.of(
                "survey",
                key,
                "response",
                "y",
                "score",
                9,
                "comment",
                "Terrible, a complete waste of money, I am very disappointed"));
        people.catchUp();

        JsonNode cases = CasesForTests.list(as("unsigned", "operations"));

        assertThat(cases.findValuesAsText("reason")).containsExactlyInAnyOrder("DETRACTOR", "NEGATIVE_COMMENT");
        assertThat(CasesForTests.owners(cases)).containsExactly("operations", "operations");
        assertThat(cases.findValues("customer"))
                .allSatisfy(customer -> assertThat(customer.isNull()).isTrue());
        assertThat(cases.findValues("agent"))
                .allSatisfy(agent -> assertThat(agent.isNull()).isTrue());
        assertThat(CasesForTests.list(as("unsigned", "admin"))).hasSize(2);
        assertThat(CasesForTests.list(CasesForTests.lead("unsigned", "north"))).isEmpty();
        assertThat(CasesForTests.list(CasesForTests.agent("unsigned", "anna", "north")))
                .isEmpty();
        assertThat(people.told("unsigned")).isEqualTo(1);
        assertThat(CasesForTests.close(
                                as("unsigned", "operations"),
                                cases.at("/0/node/id").asText(),
                                "NOT_REACHED")
                        .get("userErrors"))
                .isEmpty();
    }

    @Test
    void givesToACustomerWhatWasTheOrganisations() {
        people.arrive("met");
        Map<String, Object> nobody =
                CasesForTests.row("a", "c1", 9, "Terrible, a complete waste of money, I am very disappointed");
        nobody.remove("customer");
        ingest("met", "responses", List.of(nobody));
        people.catchUp();
        JsonNode before = CasesForTests.list(as("met", "admin"));
        ingest("met", "responses", List.of(CasesForTests.row("a", "c1", 9, null)));
        people.catchUp();

        JsonNode after = CasesForTests.list(as("met", "admin"));

        assertThat(CasesForTests.owners(before)).containsExactly("operations");
        assertThat(CasesForTests.owners(after)).containsExactly("anna");
        assertThat(after.at("/0/node/dueAt")).isEqualTo(before.at("/0/node/dueAt"));
        assertThat(CasesForTests.list(CasesForTests.agent("met", "anna", "north")))
                .hasSize(1);
        assertThat(people.told("met")).isEqualTo(2);
    }

    @Test
    void leavesCustomersOfNobodyToOperationsAndAdministrators() {
        feed.tell(
                "2025-01-01T00:00:00Z",
                "nobodys",
                "customer.changed",
                Map.of("id", Ids.uuid("nobodys", "customer", "c1").toString(), "externalId", "c1"));
        ingest("nobodys", "responses", List.of(CasesForTests.row("a", "c1", 1, null)));
        people.catchUp();

        assertThat(CasesForTests.owners(CasesForTests.list(as("nobodys", "operations"))))
                .containsExactly("operations");
        assertThat(CasesForTests.owners(CasesForTests.list(as("nobodys", "admin"))))
                .containsExactly("operations");
        assertThat(CasesForTests.list(CasesForTests.lead("nobodys", "north"))).isEmpty();
        assertThat(CasesForTests.list(CasesForTests.agent("nobodys", "anna", "north")))
                .isEmpty();
    }

    @Test
    void opensWhenItIsKnownWhoAnswered() {
        people.arrive("later");
        Map<String, Object> nobody = CasesForTests.row("a", "c1", 1, null);
        nobody.remove("customer");
        ingest("later", "responses", List.of(nobody));
        people.catchUp();
        JsonNode before = CasesForTests.list(as("later", "admin"));
        ingest("later", "responses", List.of(CasesForTests.row("a", "c1", 1, null)));
        people.catchUp();

        assertThat(before).isEmpty();
        assertThat(CasesForTests.list(as("later", "admin"))).hasSize(1);
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }
}
