package io.tideline.customer.alert;

import static io.tideline.customer.alert.SurveyForTests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which answers raise alerts, and how often. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class RaisingIT {
    private static final String ALERTS =
            "SELECT c.external_id || ' ' || a.rule || ' ' || a.severity || ' ' || a.status || ' ' || a.times"
                    + " FROM alert a JOIN customer c ON c.tenant_id = a.tenant_id AND c.customer_id = a.customer_id ORDER BY 1";
    private static final String UNKNOWN = "SELECT rule || ' ' || severity || ' ' || status || ' ' || times FROM alert"
            + " WHERE customer_id = '00000000-0000-0000-0000-000000000000' ORDER BY recorded_at";
    private static final String TOLD = "SELECT (data->>'severity') || ' ' || (data->>'count') FROM outbox"
            + " WHERE type = 'alert.raised' ORDER BY seq";

    @Inject
    SurveyForTests survey;

    @Test
    void raisesOneAlertForACustomersNegativeAnswers() {
        customers("raise", "c1", "c2", "c3");

        survey.tell(
                answer("raise", "c1", "r1", 2),
                answer("raise", "c2", "r2", 1),
                answer("raise", "c3", "r3", 3),
                answer("raise", "stranger", "r4", 1));

        assertThat(Rows.asApp("raise", ALERTS))
                .containsExactly("c1 answer.negative ORDINARY OPEN 1", "c2 answer.negative HIGH OPEN 1");
        assertThat(Rows.asApp("raise", UNKNOWN)).containsExactly("answer.negative.unknown HIGH OPEN 1");
        assertThat(Rows.asApp("raise", TOLD)).containsExactlyInAnyOrder("ORDINARY 1", "HIGH 1", "HIGH 1");
    }

    @Test
    void countsTheSameConditionOnTheAlertThatWaits() {
        customers("repeat", "c1");

        for (int time = 1; time <= 10; time++) {
            survey.tell(answer("repeat", "c1", "r" + time, 2));
        }
        survey.tell(answer("repeat", "c1", "together-1", 2), answer("repeat", "c1", "together-2", 2));

        assertThat(Rows.asApp("repeat", ALERTS)).containsExactly("c1 answer.negative ORDINARY OPEN 12");
        assertThat(Rows.asApp("repeat", TOLD)).containsExactly("ORDINARY 1");
    }

    @Test
    void tellsAgainOnceAnAlertBecomesSevere() {
        customers("worse", "c1");

        survey.tell(answer("worse", "c1", "r1", 2));
        survey.tell(answer("worse", "c1", "r2", 1));
        survey.tell(answer("worse", "c1", "r3", 1), answer("worse", "c1", "r4", 2));

        assertThat(Rows.asApp("worse", ALERTS)).containsExactly("c1 answer.negative HIGH OPEN 4");
        assertThat(Rows.asApp("worse", TOLD)).containsExactly("ORDINARY 1", "HIGH 2");
    }

    @Test
    void tellsOfAnAlertThatBecomesSevereWhileAnotherSessionRaisesIt() throws SQLException {
        customers("meanwhile", "c1");

        try (Connection other = PostgresForTests.connect("customer", "postgres");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO alert (tenant_id, alert_id, rule, severity, customer_id, times, occurred_at)"
                    + " SELECT tenant_id, gen_random_uuid(), 'answer.negative', 'ORDINARY', customer_id, 1, now()"
                    + " FROM customer WHERE tenant_id = 'meanwhile'");
            CompletableFuture<Void> severe =
                    CompletableFuture.runAsync(() -> survey.tell(answer("meanwhile", "c1", "r1", 1)));
            while (!severe.isDone() && !isWaitedFor(statement)) {
                Thread.onSpinWait();
            }
            other.commit();
            severe.join();
        }

        assertThat(Rows.asApp("meanwhile", ALERTS)).containsExactly("c1 answer.negative HIGH OPEN 2");
        assertThat(Rows.asApp("meanwhile", TOLD)).containsExactly("HIGH 2");
    }

    private static boolean isWaitedFor(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")) {
            return waiting.next();
        }
    }

    @Test
    void countsAnAnswerOnceHoweverOftenItIsTold() {
        customers("replay", "c1");
        FeedEvent first = answer("replay", "c1", "r1", 2);
        FeedEvent withComment = answer("replay", "c1", "r1", 2);
        FeedEvent other = answer("replay", "c1", "r2", 2);

        survey.tell(first, withComment, other);
        survey.tell(first, withComment, other);
        survey.tell(answer("replay", "c1", "r1", 2));

        assertThat(Rows.asApp("replay", ALERTS)).containsExactly("c1 answer.negative ORDINARY OPEN 2");
        assertThat(Rows.asApp("replay", "SELECT alert_id FROM alert_cause")).hasSize(2);
        assertThat(Rows.asApp("replay", TOLD)).hasSize(1);
    }

    @Test
    void raisesOneAlertOfWhatSeveralReplicasHearAtOnce() {
        customers("at-once", "c1");

        survey.tellAtOnce(IntStream.range(0, 8)
                .mapToObj(number -> answer("at-once", "c1", "r" + number / 2, 2))
                .toList());

        assertThat(Rows.asApp("at-once", ALERTS)).containsExactly("c1 answer.negative ORDINARY OPEN 4");
        assertThat(Rows.asApp("at-once", TOLD)).containsExactly("ORDINARY 1");
    }

    @Test
    void waitsUntilItIsKnownWhoAnsweredAndHow() {
        customers("parts", "c1");
        Instant now = Instant.now();

        survey.tell(answer("parts", null, "r1", "1", now), answer("parts", "c1", "r2", "null", now));
        List<String> before = Rows.asApp("parts", ALERTS);
        survey.tell(answer("parts", "c1", "r1", "1", now), answer("parts", "c1", "r2", "2", now));

        assertThat(before).isEmpty();
        assertThat(Rows.asApp("parts", ALERTS)).containsExactly("c1 answer.negative HIGH OPEN 2");
        assertThat(Rows.asApp("parts", UNKNOWN)).containsExactly("answer.negative.unknown HIGH OPEN 1");
    }

    @Test
    void raisesOneAlertOfTheOrganisationForAllWhomNobodyKnows() {
        Instant now = Instant.now();

        survey.tell(answer("unknown", null, "r1", "2", now), answer("unknown", null, "r2", "2", now));
        survey.tell(answer("unknown", null, "r2", "2", now), SurveyForTests.blame("unknown", null, "r3", now));
        survey.tell(answer("unknown", null, "r4", "4", now), answer("unknown", null, "r5", "1", now));

        assertThat(Rows.asApp("unknown", UNKNOWN)).containsExactly("answer.negative.unknown HIGH OPEN 4");
        assertThat(Rows.asApp("unknown", TOLD)).containsExactly("ORDINARY 2", "HIGH 4");
        assertThat(
                        Rows.asApp(
                                "unknown",
                                "SELECT DISTINCT coalesce(data->>'customerId', 'nobody') FROM outbox WHERE type = 'alert.raised'"))
                .containsExactly("nobody");
    }

    @Test
    void raisesForACommentThatBlamesOnceWithItsAnswer() {
        customers("blame", "c1", "c2");
        Instant now = Instant.now();

        survey.tell(answer("blame", "c1", "r1", 4), SurveyForTests.blame("blame", "c1", "r1", now));
        survey.tell(SurveyForTests.blame("blame", "c2", "r2", now), answer("blame", "c2", "r2", 2));
        survey.tell(SurveyForTests.blame("blame", "c2", "r3", now.minus(Duration.ofDays(31))));

        assertThat(Rows.asApp("blame", ALERTS))
                .containsExactly("c1 answer.negative ORDINARY OPEN 1", "c2 answer.negative ORDINARY OPEN 1");
    }

    @Test
    void leavesHistoryAlone() {
        customers("history", "c1");

        survey.tell(answer("history", "c1", "r1", "1", Instant.now().minus(Duration.ofDays(31))));

        assertThat(Rows.asApp("history", ALERTS)).isEmpty();
    }

    @Test
    void keepsOneAlertForAPersonWhoseCustomersWereMerged() {
        customers("merged", "a", "b");
        survey.tell(answer("merged", "a", "r1", 2));
        Api.admin("merged")
                .data(
                        "mutation($i: MergeCustomersInput!) { mergeCustomers(input: $i) { userErrors { code } } }",
                        Map.of("i", Map.of("from", id("merged", "a"), "into", id("merged", "b"))));

        survey.tell(answer("merged", "b", "r2", 2));
        survey.tell(answer("merged", "a", "r3", 2));

        assertThat(Rows.asApp("merged", ALERTS)).containsExactly("a answer.negative ORDINARY OPEN 3");
        assertThat(
                        Api.admin("merged")
                                .data(
                                        "{ alerts { nodes { count customer { externalId } } } customer(externalId: \"b\") { openAlerts { count } } }"))
                .isEqualTo(Api.json("{\"alerts\":{\"nodes\":[{\"count\":3,\"customer\":{\"externalId\":\"b\"}}]},"
                        + "\"customer\":{\"openAlerts\":[{\"count\":3}]}}"));
    }

    private static void customers(String tenant, String... ids) {
        for (String id : ids) {
            Api.ingest(tenant, "customers", "[{\"id\":\"" + id + "\"}]");
        }
    }

    private static String id(String tenant, String customer) {
        return GlobalId.of("Customer", Ids.uuid(tenant, "customer", customer));
    }
}
