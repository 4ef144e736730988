package io.tideline.customer.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class TagDoorIT {
    @Test
    void rejectsAnOverlappingIntervalAndTakesTheRowsAroundIt() {
        JsonNode answer = Api.ingest(
                "tag-fn23",
                "tags",
                "[{\"customer\":\"k1\",\"tag\":\"inquiry\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-05T00:00:00Z\"},"
                        + "{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\"},"
                        + "{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-25T00:00:00Z\",\"until\":\"2026-06-26T00:00:00Z\"},"
                        + "{\"customer\":\"k1\",\"tag\":\"quote\",\"from\":\"2026-06-05T00:00:00Z\",\"until\":\"2026-06-20T00:00:00Z\"}]");

        assertThat(Api.statuses(answer)).isEqualTo("ACCEPTED ACCEPTED REJECTED ACCEPTED");
        assertThat(answer.at("/rows/2"))
                .isEqualTo(
                        Api.json(
                                "{\"row\":2,\"status\":\"REJECTED\",\"code\":\"OVERLAP\",\"field\":\"from\","
                                        + "\"value\":\"2026-06-25T00:00:00Z\",\"message\":\"The customer carries this tag at that time already.\"}"));
        assertThat(Api.admin("tag-fn23")
                        .data(
                                "{ customer(externalId: \"k1\") { placeholder tags { tag from until } on: tags(activeOn: \"2026-06-05T00:00:00Z\") { tag } } }")
                        .get("customer"))
                .isEqualTo(
                        Api.json(
                                "{\"placeholder\":true,\"tags\":["
                                        + "{\"tag\":\"inquiry\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-05T00:00:00Z\"},"
                                        + "{\"tag\":\"quote\",\"from\":\"2026-06-05T00:00:00Z\",\"until\":\"2026-06-20T00:00:00Z\"},"
                                        + "{\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\",\"until\":null}],\"on\":[{\"tag\":\"quote\"}]}"));
    }

    @Test
    void closesAnOpenInterval() {
        String open = "[{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\"}]";
        String closed =
                "[{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00+00:00\",\"until\":\"2026-06-25T00:00:00Z\"}]";

        assertThat(Api.statuses(Api.ingest("tag-close", "tags", open))).isEqualTo("ACCEPTED");
        assertThat(Api.statuses(Api.ingest("tag-close", "tags", closed))).isEqualTo("UPDATED");
        assertThat(Api.statuses(Api.ingest("tag-close", "tags", closed))).isEqualTo("DUPLICATE");
        assertThat(Api.statuses(Api.ingest("tag-close", "tags", open))).isEqualTo("DUPLICATE");
        assertThat(
                        Rows.asApp(
                                "tag-close",
                                "SELECT type || ' ' || (data->>'from') || ' ' || coalesce(data->>'until', 'open') FROM outbox WHERE type = 'tag.interval' ORDER BY seq"))
                .containsExactly(
                        "tag.interval 2026-06-20T00:00:00Z open",
                        "tag.interval 2026-06-20T00:00:00Z 2026-06-25T00:00:00Z");
    }

    @Test
    void shortensOneIntervalAndAddsTheNextInOneBatch() {
        Api.ingest("tag-split", "tags", "[{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-01T00:00:00Z\"}]");

        JsonNode answer = Api.ingest(
                "tag-split",
                "tags",
                "[{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-02T00:00:00Z\"},"
                        + "{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-02T00:00:00Z\"}]");

        assertThat(Api.statuses(answer)).isEqualTo("UPDATED ACCEPTED");
    }

    @Test
    void rejectsRowsWithoutTimesOrThatEndBeforeTheyBegin() {
        JsonNode answer = Api.ingest(
                "tag-bad",
                "tags",
                "[{\"customer\":\"k1\",\"tag\":\"won\"},{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-20\"},"
                        + "{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\",\"until\":\"2026-06-20T00:00:00Z\"},"
                        + "{\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\"}]");

        assertThat(answer.get("rows").findValuesAsText("field")).containsExactly("from", "from", "until", "customer");
        assertThat(Rows.asApp("tag-bad", "SELECT tag FROM tag_interval")).isEmpty();
    }

    @Test
    void isGuardedByTheDatabaseItself() {
        Api.ingest("tag-guard", "tags", "[{\"customer\":\"k1\",\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\"}]");

        assertThatThrownBy(() -> insertAnotherPastTheService("tag-guard"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("tag_carried_once");
    }

    private static void insertAnotherPastTheService(String tenant) throws SQLException {
        try (Connection connection = PostgresForTests.connect("customer", "customer_app");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('tideline.tenant', '" + tenant + "', true)");
            statement.execute(
                    "INSERT INTO tag_interval (tenant_id, event_id, customer_id, tag, during)"
                            + " SELECT tenant_id, gen_random_uuid(), customer_id, tag, tstzrange('2026-07-01Z', NULL) FROM tag_interval");
            connection.commit();
        }
    }
}
