package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A result is remembered where neither time nor anything that was learned can have changed it. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class KnownResultsIT {
    private static final String MAY = "period: { from: \"2025-05-01\", to: \"2025-06-01\" }";
    private static final String FIELDS =
            "{ funnel(key: \"f\") { result(%1$s) { entered converted } groups(by: MARKET, %1$s) { key result { entered converted } } } }"
                    .formatted(MAY);

    /** The funnels with the organisation's time zone, and whether anything has happened. */
    private static final int READS_OF_A_KNOWN_ANSWER = 2;

    @Inject
    FeedForTests feed;

    private String tenant = "";

    @BeforeEach
    void oneOfTwoHasConverted() {
        tenant = "known-" + System.nanoTime();
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "c1", Map.of("market", "DE")));
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "c1", "A", "2025-05-02T00:00:00Z"),
                        Api.event("2", "c1", "B", "2025-05-03T00:00:00Z"),
                        Api.event("3", "c2", "A", "2025-05-04T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
    }

    @Test
    void readsJourneysOnceWhileNothingHappens() {
        assertThat(said(FIELDS)).isEqualTo("2/1; :1/0 DE:1/1");

        Statements again = Statements.during("funnel", () -> said(FIELDS));

        assertThat(again.onTable("journey_block")).isZero();
        Statements one = Statements.during("funnel", () -> Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { result(%s) { entered steps { count } } } }".formatted(MAY)));
        assertThat(one.onTable("funnel_version")).isEqualTo(1);
        assertThat(new HashSet<>(one.work())).hasSize(READS_OF_A_KNOWN_ANSWER);
        assertThat(said(FIELDS)).isEqualTo("2/1; :1/0 DE:1/1");
    }

    /** Only from 25 entries on anything is said to go together with converting. */
    @Test
    void readsWhatComparesOnceWhileNothingHappens() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            rows.add(Api.event("a" + at, "many" + at, "A", "2025-05-10T00:00:00Z"));
            rows.add(Api.event("x" + at, "many" + at, "X", "2025-05-11T00:00:00Z"));
        }
        Api.ingest(tenant, rows);
        List<String> fields = List.of(
                "heatMap(by: MARKET, granularity: MONTH, %s) { stage { key } key from count }",
                "heatMap(by: MARKET, granularity: WEEK, %s) { stage { key } key from count }",
                "eventDrivers(%s) { name entered converted }",
                "result(%s, options: { compat: POSTHOG }) { converted compat { profile differing ours { converted } } }",
                "result(%s, options: { compat: AMPLITUDE }) { converted compat { profile differing ours { converted } } }",
                "result(%s) { converted compat { profile } }");
        List<JsonNode> first = fields.stream().map(this::answered).toList();
        assertThat(first.get(2)).isEqualTo(Api.json("[{\"name\":\"X\",\"entered\":30,\"converted\":0}]"));

        List<JsonNode> again = new ArrayList<>();
        Statements statements = Statements.during("funnel", () -> fields.forEach(field -> again.add(answered(field))));

        assertThat(again).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(statements.onTable("journey_block")).isZero();
        Api.ingest(tenant, List.of(Api.event("late", "many0", "B", "2025-05-12T00:00:00Z")));
        for (int at = 0; at < fields.size(); at++) {
            assertThat(answered(fields.get(at))).isNotEqualTo(first.get(at));
        }
    }

    private JsonNode answered(String field) {
        return Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { " + field.formatted(MAY) + " } }")
                .get("funnel")
                .elements()
                .next();
    }

    /** What was recorded of times to come counts as they come, so nothing that goes on for ever is known for good. */
    @Test
    void asksAgainWhereNoWindowEndsUnlessTheInstantIsNamed() {
        Api.define(tenant, "endless", List.of("A", "B"), Map.of());
        String endless = "{ funnel(key: \"endless\") { result(%s%s) { entered converted } } }";
        String now = endless.formatted(MAY, "");
        String then = endless.formatted(MAY, ", options: { asOf: \"2025-07-01T00:00:00Z\" }");
        assertThat(said(now)).isEqualTo("2/1;");
        assertThat(said(then)).isEqualTo("2/1;");

        assertThat(Statements.during("funnel", () -> said(now)).onTable("journey_block"))
                .isPositive();
        assertThat(Statements.during("funnel", () -> said(then)).onTable("journey_block"))
                .isZero();
    }

    @Test
    void learnsOfLateFacts() {
        said(FIELDS);
        Api.ingest(tenant, List.of(Api.event("4", "c2", "B", "2025-05-05T00:00:00Z")));

        assertThat(said(FIELDS)).isEqualTo("2/2; :1/1 DE:1/1");
    }

    @Test
    void learnsOfChangedAndMergedCustomers() {
        said(FIELDS);
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "c2", Map.of("market", "FR")));

        assertThat(said(FIELDS)).isEqualTo("2/1; DE:1/1 FR:1/0");

        Map<String, Object> alias = new HashMap<>();
        alias.put("from", Ids.uuid(tenant, "customer", "c1").toString());
        alias.put("to", Ids.uuid(tenant, "customer", "c2").toString());
        feed.tell(tenant, "customer.alias", List.of(alias));

        assertThat(said(FIELDS)).isEqualTo("1/1; FR:1/1");
    }

    @Test
    void asksAgainWhereTagsNarrowOrTimeIsOpen() {
        String tagged = "{ funnel(key: \"f\") { result(%s, segment: { tags: [\"vip\"] }) { entered converted } } }"
                .formatted(MAY);
        feed.tell(
                tenant, "tag.interval", Facts.tag(tenant, "c1", "vip", "2025-05-01T00:00:00Z", "2025-07-01T00:00:00Z"));
        assertThat(said(tagged)).isEqualTo("1/1;");
        feed.tell(
                tenant, "tag.interval", Facts.tag(tenant, "c1", "vip", "2025-05-01T00:00:00Z", "2025-05-02T00:00:00Z"));

        assertThat(said(tagged)).isEqualTo("0/0;");

        String open =
                "{ funnel(key: \"f\") { result(period: { from: \"2025-05-01\", to: \"2199-01-01\" }) { entered converted } } }";
        said(open);
        assertThat(Statements.during("funnel", () -> said(open)).onTable("journey_block"))
                .isPositive();
    }

    @Test
    void forgetsQuestionsThatWouldLeaveNoRoomForOthers() {
        String large =
                "{ funnel(key: \"f\") { result(%s, segment: { markets: [\"DE\", \"%s\"] }) { entered converted } } }"
                        .formatted(MAY, "m".repeat(150_000));
        assertThat(said(large)).isEqualTo("1/1;");

        assertThat(Statements.during("funnel", () -> said(large)).onTable("journey_block"))
                .isPositive();
    }

    private String said(String query) {
        JsonNode funnel = Api.as(tenant, "executive").data(query).get("funnel");
        return counts(funnel.get("result")) + ";"
                + StreamSupport.stream(funnel.path("groups").spliterator(), false)
                        .map(group -> " " + group.get("key").asText() + ":" + counts(group.get("result")))
                        .collect(Collectors.joining());
    }

    private static String counts(JsonNode result) {
        return result.get("entered").asText() + "/" + result.get("converted").asText();
    }
}
