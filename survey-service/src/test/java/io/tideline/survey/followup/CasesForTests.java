package io.tideline.survey.followup;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.platform.feed.OwnFeed;
import io.tideline.platform.sql.Database;
import io.tideline.survey.FeedForTests;
import io.tideline.test.GraphqlClient;
import io.tideline.test.TokenForTests;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People whose answers call for follow-ups, and what becomes of these. */
@Singleton
class CasesForTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String LIST =
            "{ followUpCases { edges { node { id reason status owner score type openedAt dueAt overdue outcome closedBy note customer { id } agent { id } } } } }";

    private final OwnFeed own;
    private final FeedForTests feed;
    private final Database database;

    CasesForTests(OwnFeed own, FeedForTests feed, Database database) {
        this.own = own;
        this.feed = feed;
        this.database = database;
    }

    /** Anna and Ben of the north, Carl of the south; c3 is the south's and nobody's. */
    void arrive(String tenant) {
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

    void catchUp() {
        own.catchUp().await().atMost(PATIENCE);
    }

    /** How many negative texts other services were told of. */
    long told(String tenant) {
        return database.query(
                        tenant,
                        "SELECT count(*) AS told FROM outbox WHERE tenant_id = $1 AND type = 'comment.negative'",
                        Tuple.of(tenant))
                .map(rows -> rows.iterator().next().getLong("told"))
                .await()
                .atMost(PATIENCE);
    }

    static Map<String, Object> row(String response, String customer, int score, @Nullable String comment) {
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

    static GraphqlClient agent(String tenant, String agent, String team) {
        return GraphqlClient.as(TokenForTests.of(tenant, "agent").agent(agent).team(team));
    }

    static GraphqlClient lead(String tenant, String team) {
        return GraphqlClient.as(TokenForTests.of(tenant, "lead").team(team));
    }

    static JsonNode list(GraphqlClient client) {
        return client.data(LIST).at("/followUpCases/edges");
    }

    static List<String> owners(JsonNode edges) {
        return edges.findValuesAsText("owner");
    }

    static JsonNode close(GraphqlClient client, String id, String outcome) {
        return client.data(
                        "mutation { closeFollowUpCase(input: {followUp: \"" + id + "\", outcome: " + outcome
                                + ", note: \"called back\"}) { followUp { status outcome note closedBy } userErrors { code } } }")
                .get("closeFollowUpCase");
    }
}
