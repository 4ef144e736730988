package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.funnel.StageMatch;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.time.Period;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Fields that are about the same customers read their journeys once, and say what each says alone. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class SharedReadingsIT {
    private static final String TENANT = "shared";
    private static final String OPEN = "period: { from: \"2025-05-01\", to: \"2199-01-01\" }";
    private static final String COUNTS = "entered converted steps { count dropped pending }";
    private static final String PLAIN = "plain: result(%s) { %s expected { value } }".formatted(OPEN, COUNTS);
    private static final Map<String, String> FIELDS = fields();

    @Inject
    FeedForTests feed;

    @Inject
    ReadFunnel reader;

    @Test
    void saysOfManyFieldsWhatEachSaysAlone() {
        feed.tell(TENANT, "customer.changed", Facts.customer(TENANT, "c1", Map.of("market", "DE")));
        Api.ingest(
                TENANT,
                List.of(
                        Api.event("1", "c1", "A", "2025-05-02T00:00:00Z"),
                        Api.event("2", "c1", "X", "2025-05-02T12:00:00Z"),
                        Api.event("3", "c1", "B", "2025-05-03T00:00:00Z"),
                        Api.event("4", "c2", "A", "2025-06-04T00:00:00Z"),
                        Api.event("5", "c2", "B", "2025-06-04T00:00:00Z")));
        Api.define(TENANT, "f", List.of("A", "B"), Map.of("window", "P7D"));

        JsonNode all = asked(String.join(" ", FIELDS.values()));

        FIELDS.forEach(
                (name, field) -> assertThat(asked(field).get(name)).isNotNull().isEqualTo(all.get(name)));
        assertThat(all.at("/plain/converted").asInt()).isEqualTo(2);
        assertThat(all.at("/strict/converted").asInt()).isEqualTo(1);
        assertThat(all.get("heatMap")).hasSize(4);
    }

    /** No reading begins while it cannot be seen what waits to be packed, so that all that are asked for until then are one. */
    @Test
    void readsOnceForAllThatWaitTogether() {
        String tenant = "shared-once";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "c1", "A", "2025-05-02T00:00:00Z"),
                        Api.event("2", "c1", "B", "2025-05-03T00:00:00Z"),
                        Api.event("3", "c2", "A", "2025-05-04T00:00:00Z")));
        FunnelQuery forth = query(tenant, "A", "B");
        FunnelQuery back = query(tenant, "B", "A");
        List<FunnelResult> totals = new ArrayList<>();

        Statements seen = Statements.during("funnel", () -> {
            List<CompletableFuture<?>> others = new ArrayList<>();
            List<CompletableFuture<FunnelResult>> asked = new ArrayList<>();
            try (Connection holder = PostgresForTests.connect("funnel", "postgres");
                    Statement statement = holder.createStatement()) {
                holder.setAutoCommit(false);
                statement.execute("LOCK TABLE journey_change IN ACCESS EXCLUSIVE MODE");
                asked.add(reader.total(forth).subscribeAsCompletionStage());
                asked.add(reader.total(back).subscribeAsCompletionStage());
                others.add(reader.groups(forth, Dimension.MARKET).subscribeAsCompletionStage());
                others.add(reader.heat(forth, List.of(forth), Dimension.MARKET).subscribeAsCompletionStage());
                holder.commit();
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
            asked.forEach(one -> totals.add(one.join()));
            others.forEach(CompletableFuture::join);
        });

        assertThat(seen.texts().stream().filter(text -> text.contains("lead(first_customer)")))
                .hasSize(1);
        assertThat(totals).extracting(FunnelResult::entered).containsExactly(2, 1);
        assertThat(totals).extracting(FunnelResult::converted).containsExactly(1, 0);
    }

    private static FunnelQuery query(String tenant, String first, String second) {
        Period period = new Period(LocalDate.of(2025, 5, 1), LocalDate.of(2199, 1, 1), ZoneOffset.UTC);
        FunnelVersion version = new FunnelVersion(
                1,
                "f",
                List.of(stage(first), stage(second)),
                Duration.ofDays(7),
                Instant.parse("2025-01-01T00:00:00Z"),
                null);
        Funnel funnel =
                new Funnel("id", "f", "f", 1, version.stages(), version.window(), List.of(version), ZoneOffset.UTC);
        Instant now = Instant.now();
        return new FunnelQuery(
                funnel,
                version,
                period,
                new CustomerFilter(tenant, SegmentInput.EVERYONE, Visibility.ALL, now),
                FunnelOptions.orUsual(null),
                now,
                Details.NONE);
    }

    private static FunnelStage stage(String event) {
        return new FunnelStage(event, event, new StageMatch(null, event, null), false);
    }

    private static JsonNode asked(String fields) {
        return Api.as(TENANT, "operations", "admin")
                .data("{ funnel(key: \"f\") { " + fields + " } }")
                .get("funnel");
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("plain", PLAIN);
        fields.put("strict", "strict: result(%s, options: { order: STRICT }) { %s }".formatted(OPEN, COUNTS));
        fields.put(
                "times",
                "times: result(%s) { steps { timeFromStart { median { value } } droppedCustomers { totalCount } } }"
                        .formatted(OPEN));
        fields.put("groups", "groups(by: MARKET, %s) { key result { %s } }".formatted(OPEN, COUNTS));
        fields.put(
                "heatMap",
                "heatMap(by: MARKET, granularity: MONTH, period: { from: \"2025-05-01\", to: \"2026-07-01\" }) { key from count }");
        fields.put(
                "compared",
                "compared: result(%s, options: { compat: POSTHOG }) { converted compat { differing ours { converted } } }"
                        .formatted(OPEN));
        return fields;
    }
}
