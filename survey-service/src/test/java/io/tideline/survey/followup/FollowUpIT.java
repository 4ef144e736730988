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
import io.tideline.platform.feed.OwnFeed;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SV-25: after a bad answer somebody is to see to the customer. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FollowUpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LIST =
            "{ followUpCases { edges { node { id reason status owner score type openedAt dueAt overdue outcome closedBy note customer { id } agent { id } } } } }";

    @Inject
    OwnFeed own;

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Test
    void opensOnceOwnedByTheCustomersAgentAndDueInADay() {
        people("case");
        ingest("case", "responses", List.of(row("a", "c1", 2, "退款太慢"), row("b", "c1", 9, null)));
        catchUp();
        ingest("case", "responses", List.of(row("a", "c1", 2, "退款太慢")));
        catchUp();

        JsonNode cases = list(as("case", "admin"));

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
        people("words");
        ingest(
                "words",
                "responses",
                List.of(row("a", "c1", 9, "Terrible, a complete waste of money, I am very disappointed")));
        catchUp();

        assertThat(list(as("words", "admin")).at("/0/node/reason").asText()).isEqualTo("NEGATIVE_COMMENT");
        assertThat(told("words")).isEqualTo(1);
    }

    @Test
    void opensWhenAPersonSaysThatACommentBlames() {
        people("said");
        ingest("said", "responses", List.of(row("a", "c1", 9, "Well, you know how it goes")));
        catchUp();
        String response = as("said", "admin")
                .data(
                        "{ comments(period: {from: \"2020-01-01\", to: \"2100-01-01\"}) { edges { node { response } } } }")
                .at("/comments/edges/0/node/response")
                .asText();

        as("said", "operations")
                .data("mutation { correctSentiment(input: {response: \"" + response
                        + "\", sentiment: NEGATIVE}) { userErrors { code } } }");

        assertThat(list(as("said", "admin")).at("/0/node/reason").asText()).isEqualTo("NEGATIVE_COMMENT");
    }

    @Test
    void opensNoneForHistoryNorForScoresOfNobody() {
        people("quiet");
        String key = publish("quiet", "door", "nps.0_10");
        answer(Map.of("survey", key, "response", "x", "score", 0, "customer", "c1"));
        Map<String, Object> old = row("old", "c1", 0, null);
        old.put("at", "2020-01-01T00:00:00Z");
        ingest("quiet", "responses", List.of(old));
        catchUp();

        assertThat(list(as("quiet", "admin"))).isEmpty();
    }

    @Test
    void opensForTheOrganisationWhatNobodyKnownSays() {
        people("unsigned");
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
        catchUp();

        JsonNode cases = list(as("unsigned", "operations"));

        assertThat(cases.findValuesAsText("reason")).containsExactlyInAnyOrder("DETRACTOR", "NEGATIVE_COMMENT");
        assertThat(owners(cases)).containsExactly("operations", "operations");
        assertThat(cases.findValues("customer"))
                .allSatisfy(customer -> assertThat(customer.isNull()).isTrue());
        assertThat(cases.findValues("agent"))
                .allSatisfy(agent -> assertThat(agent.isNull()).isTrue());
        assertThat(list(as("unsigned", "admin"))).hasSize(2);
        assertThat(list(lead("unsigned", "north"))).isEmpty();
        assertThat(list(agent("unsigned", "anna", "north"))).isEmpty();
        assertThat(told("unsigned")).isEqualTo(1);
        assertThat(close(as("unsigned", "operations"), cases.at("/0/node/id").asText(), "NOT_REACHED")
                        .get("userErrors"))
                .isEmpty();
    }

    @Test
    void givesToACustomerWhatWasTheOrganisations() {
        people("met");
        Map<String, Object> nobody = row("a", "c1", 9, "Terrible, a complete waste of money, I am very disappointed");
        nobody.remove("customer");
        ingest("met", "responses", List.of(nobody));
        catchUp();
        JsonNode before = list(as("met", "admin"));
        ingest("met", "responses", List.of(row("a", "c1", 9, null)));
        catchUp();

        JsonNode after = list(as("met", "admin"));

        assertThat(owners(before)).containsExactly("operations");
        assertThat(owners(after)).containsExactly("anna");
        assertThat(after.at("/0/node/dueAt")).isEqualTo(before.at("/0/node/dueAt"));
        assertThat(list(agent("met", "anna", "north"))).hasSize(1);
        assertThat(told("met")).isEqualTo(2);
    }

    @Test
    void leavesCustomersOfNobodyToOperationsAndAdministrators() {
        feed.tell(
                "2025-01-01T00:00:00Z",
                "nobodys",
                "customer.changed",
                Map.of("id", Ids.uuid("nobodys", "customer", "c1").toString(), "externalId", "c1"));
        ingest("nobodys", "responses", List.of(row("a", "c1", 1, null)));
        catchUp();

        assertThat(owners(list(as("nobodys", "operations")))).containsExactly("operations");
        assertThat(owners(list(as("nobodys", "admin")))).containsExactly("operations");
        assertThat(list(lead("nobodys", "north"))).isEmpty();
        assertThat(list(agent("nobodys", "anna", "north"))).isEmpty();
    }

    @Test
    void opensWhenItIsKnownWhoAnswered() {
        people("later");
        Map<String, Object> nobody = row("a", "c1", 1, null);
        nobody.remove("customer");
        ingest("later", "responses", List.of(nobody));
        catchUp();
        JsonNode before = list(as("later", "admin"));
        ingest("later", "responses", List.of(row("a", "c1", 1, null)));
        catchUp();

        assertThat(before).isEmpty();
        assertThat(list(as("later", "admin"))).hasSize(1);
    }

    @Test
    void showsTheFrontLineItsOwnAndLeadsTheirTeams() {
        people("seen");
        ingest("seen", "responses", List.of(row("a", "c1", 1, null), row("b", "c2", 1, null), row("c", "c3", 1, null)));
        catchUp();

        assertThat(owners(list(agent("seen", "anna", "north")))).containsExactly("anna");
        assertThat(owners(list(lead("seen", "north")))).containsExactlyInAnyOrder("anna", "ben");
        assertThat(owners(list(as("seen", "operations")))).containsExactlyInAnyOrder("anna", "ben", "south");
        assertThat(owners(list(as("seen-else", "operations")))).isEmpty();
        assertThat(as("seen", "executive")
                        .query(LIST)
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void keepsWhoClosedItWithWhichOutcome() {
        people("close");
        ingest("close", "responses", List.of(row("a", "c1", 1, null)));
        catchUp();
        String id = list(as("close", "admin")).at("/0/node/id").asText();

        JsonNode foreign = close(agent("close", "ben", "north"), id, "RECOVERED");
        JsonNode closed = close(agent("close", "anna", "north"), id, "RECOVERED");
        JsonNode again = close(agent("close", "anna", "north"), id, "RECOVERED");
        JsonNode other = close(as("close", "operations"), id, "FALSE_ALARM");

        assertThat(foreign.at("/userErrors/0/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(closed.get("userErrors")).isEmpty();
        assertThat(closed.at("/followUp/status").asText()).isEqualTo("CLOSED");
        assertThat(closed.at("/followUp/outcome").asText()).isEqualTo("RECOVERED");
        assertThat(closed.at("/followUp/note").asText()).isEqualTo("called back");
        assertThat(closed.at("/followUp/closedBy").asText()).isNotBlank();
        assertThat(again.get("userErrors")).isEmpty();
        assertThat(other.at("/userErrors/0/code").asText()).isEqualTo("ALREADY_CLOSED");
        assertThat(as("close", "admin")
                        .data("{ followUpCases(status: OPEN) { edges { node { id } } } }")
                        .at("/followUpCases/edges"))
                .isEmpty();
    }

    @Test
    void handsOverWithinTheTeamOfTheLead() {
        people("hand");
        ingest("hand", "responses", List.of(row("a", "c1", 1, null)));
        catchUp();
        String id = list(as("hand", "admin")).at("/0/node/id").asText();

        assertThat(assign(lead("hand", "north"), id, "carl")
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(assign(agent("hand", "anna", "north"), id, "ben")
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(assign(lead("hand", "north"), id, "ben")
                        .at("/followUp/owner")
                        .asText())
                .isEqualTo("ben");
        assertThat(list(agent("hand", "anna", "north"))).isEmpty();
        assertThat(list(agent("hand", "ben", "north"))).hasSize(1);
        assertThat(assign(as("hand", "operations"), id, "carl")
                        .at("/followUp/owner")
                        .asText())
                .isEqualTo("carl");
        assertThat(list(lead("hand", "north"))).isEmpty();
    }

    @Test
    void listsThoseThatAreOverdueByThemselves() {
        people("late");
        ingest("late", "responses", List.of(row("a", "c1", 1, null), row("b", "c2", 1, null)));
        catchUp();
        database.write("late", transaction -> transaction
                        .preparedQuery("UPDATE follow_up SET due_at = now() - interval '1 hour' WHERE tenant_id = $1"
                                + " AND customer_id = $2")
                        .execute(Tuple.of("late", Ids.uuid("late", "customer", "c2"))))
                .await()
                .atMost(PATIENCE);

        JsonNode overdue = as("late", "admin")
                .data("{ followUpCases(overdue: true) { edges { node { owner overdue } } } }")
                .at("/followUpCases/edges");
        JsonNode page = as("late", "admin")
                .data("{ followUpCases(first: 1) { edges { node { owner } } pageInfo { hasNextPage endCursor } } }")
                .get("followUpCases");
        JsonNode next = as("late", "admin")
                .data("{ followUpCases(first: 1, after: \""
                        + page.at("/pageInfo/endCursor").asText()
                        + "\") { edges { node { owner } } pageInfo { hasNextPage } } }")
                .get("followUpCases");

        assertThat(overdue.toString()).isEqualTo("[{\"node\":{\"owner\":\"ben\",\"overdue\":true}}]");
        assertThat(page.at("/edges/0/node/owner").asText()).isEqualTo("ben");
        assertThat(next.at("/edges/0/node/owner").asText()).isEqualTo("anna");
        assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    /** Anna and Ben of the north, Carl of the south; c3 is the south's and nobody's. */
    private void people(String tenant) {
        feed.tell(
                "2025-01-01T00:00:00Z",
                tenant,
                "label.changed",
                FeedForTests.agent(tenant, "anna", "north"),
                FeedForTests.agent(tenant, "ben", "north"),
                FeedForTests.agent(tenant, "carl", "south"));
        Map<String, Object> third = new HashMap<>(FeedForTests.customer(tenant, "c3", "x", "south"));
        third.remove("agent");
        feed.tell(
                "2025-01-01T00:00:00Z",
                tenant,
                "customer.changed",
                FeedForTests.customer(tenant, "c1", "anna", "north"),
                FeedForTests.customer(tenant, "c2", "ben", "north"),
                third);
    }

    private void catchUp() {
        own.catchUp().await().atMost(PATIENCE);
    }

    private long told(String tenant) {
        return database.query(
                        tenant,
                        "SELECT count(*) AS told FROM outbox WHERE tenant_id = $1 AND type = 'comment.negative'",
                        Tuple.of(tenant))
                .map(rows -> rows.iterator().next().getLong("told"))
                .await()
                .atMost(PATIENCE);
    }

    private static Map<String, Object> row(String response, String customer, int score, @Nullable String comment) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "survey",
                "nps",
                "type",
                "nps.0_10",
                "response",
                response,
                "score",
                score,
                "customer",
                customer,
                "at",
                Instant.now().toString()));
        if (comment != null) {
            row.put("comment", comment);
        }
        return row;
    }

    private static GraphqlClient agent(String tenant, String agent, String team) {
        return GraphqlClient.as(TokenForTests.of(tenant, "agent").agent(agent).team(team));
    }

    private static GraphqlClient lead(String tenant, String team) {
        return GraphqlClient.as(TokenForTests.of(tenant, "lead").team(team));
    }

    private static JsonNode list(GraphqlClient client) {
        return client.data(LIST).at("/followUpCases/edges");
    }

    private static List<String> owners(JsonNode edges) {
        return edges.findValuesAsText("owner");
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.get(field).asText());
    }

    private static JsonNode close(GraphqlClient client, String id, String outcome) {
        return client.data(
                        "mutation { closeFollowUpCase(input: {followUp: \"" + id + "\", outcome: " + outcome
                                + ", note: \"called back\"}) { followUp { status outcome note closedBy } userErrors { code } } }")
                .get("closeFollowUpCase");
    }

    private static JsonNode assign(GraphqlClient client, String id, String agent) {
        return client.data("mutation { assignFollowUpCase(input: {followUp: \"" + id + "\", agent: \""
                        + GlobalId.of("Agent", Ids.uuid("hand", "agent", agent))
                        + "\"}) { followUp { owner } userErrors { code } } }")
                .get("assignFollowUpCase");
    }
}
