package io.tideline.survey.followup;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees follow-ups, hands them over and closes them. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class CaseHandlingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    CasesForTests people;

    @Inject
    Database database;

    @Test
    void showsTheFrontLineItsOwnAndLeadsTheirTeams() {
        people.arrive("seen");
        ingest(
                "seen",
                "responses",
                List.of(
                        CasesForTests.row("a", "c1", 1, null),
                        CasesForTests.row("b", "c2", 1, null),
                        CasesForTests.row("c", "c3", 1, null)));
        people.catchUp();

        assertThat(CasesForTests.owners(CasesForTests.list(CasesForTests.agent("seen", "anna", "north"))))
                .containsExactly("anna");
        assertThat(CasesForTests.owners(CasesForTests.list(CasesForTests.lead("seen", "north"))))
                .containsExactlyInAnyOrder("anna", "ben");
        assertThat(CasesForTests.owners(CasesForTests.list(as("seen", "operations"))))
                .containsExactlyInAnyOrder("anna", "ben", "south");
        assertThat(CasesForTests.owners(CasesForTests.list(as("seen-else", "operations"))))
                .isEmpty();
        assertThat(as("seen", "executive")
                        .query(CasesForTests.LIST)
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void keepsWhoClosedItWithWhichOutcome() {
        people.arrive("close");
        ingest("close", "responses", List.of(CasesForTests.row("a", "c1", 1, null)));
        people.catchUp();
        String id = CasesForTests.list(as("close", "admin")).at("/0/node/id").asText();

        JsonNode foreign = CasesForTests.close(CasesForTests.agent("close", "ben", "north"), id, "RECOVERED");
        JsonNode closed = CasesForTests.close(CasesForTests.agent("close", "anna", "north"), id, "RECOVERED");
        JsonNode again = CasesForTests.close(CasesForTests.agent("close", "anna", "north"), id, "RECOVERED");
        JsonNode other = CasesForTests.close(as("close", "operations"), id, "FALSE_ALARM");

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
        people.arrive("hand");
        ingest("hand", "responses", List.of(CasesForTests.row("a", "c1", 1, null)));
        people.catchUp();
        String id = CasesForTests.list(as("hand", "admin")).at("/0/node/id").asText();

        assertThat(assign(CasesForTests.lead("hand", "north"), id, "carl")
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("NOT_FOUND");
        assertThat(assign(CasesForTests.agent("hand", "anna", "north"), id, "ben")
                        .at("/userErrors/0/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(assign(CasesForTests.lead("hand", "north"), id, "ben")
                        .at("/followUp/owner")
                        .asText())
                .isEqualTo("ben");
        assertThat(CasesForTests.list(CasesForTests.agent("hand", "anna", "north")))
                .isEmpty();
        assertThat(CasesForTests.list(CasesForTests.agent("hand", "ben", "north")))
                .hasSize(1);
        assertThat(assign(as("hand", "operations"), id, "carl")
                        .at("/followUp/owner")
                        .asText())
                .isEqualTo("carl");
        assertThat(CasesForTests.list(CasesForTests.lead("hand", "north"))).isEmpty();
    }

    @Test
    void listsThoseThatAreOverdueByThemselves() {
        people.arrive("late");
        ingest(
                "late",
                "responses",
                List.of(CasesForTests.row("a", "c1", 1, null), CasesForTests.row("b", "c2", 1, null)));
        people.catchUp();
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

    private static JsonNode assign(GraphqlClient client, String id, String agent) {
        return client.data("mutation { assignFollowUpCase(input: {followUp: \"" + id + "\", agent: \""
                        + GlobalId.of("Agent", Ids.uuid("hand", "agent", agent))
                        + "\"}) { followUp { owner } userErrors { code } } }")
                .get("assignFollowUpCase");
    }
}
