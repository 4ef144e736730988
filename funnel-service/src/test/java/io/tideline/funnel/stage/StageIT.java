package io.tideline.funnel.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where customers stand and stood, by tags and by events. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class StageIT {
    private static final String JOURNEYS =
            "query($r: [_Any!]!, $funnel: String!) { _entities(representations: $r) { ... on Customer { journey(funnel: $funnel) "
                    + "{ stage enteredAt leftAt } } } }";

    @Inject
    FeedForTests feed;

    /** FN-22: who is in a stage, and who came by. */
    @Test
    void countsMembersOfAnInstantApartFromTheFlow() {
        String tenant = "members";
        tags(tenant);
        sales(tenant);

        JsonNode funnel = Api.as(tenant, "executive")
                .data("{ funnel(key: \"sales\") { "
                        + "eleventh: membership(asOf: \"2026-06-11T00:00:00Z\") { stage { key } count } "
                        + "twentyFirst: membership(asOf: \"2026-06-21T00:00:00Z\") { stage { key } count measure { value } } "
                        + "result(period: { from: \"2026-06-01\", to: \"2026-06-21\" }, options: { asOf: \"2026-06-21T00:00:00Z\" }) "
                        + "{ steps { count stepRate { value numerator denominator } } } } }")
                .get("funnel");

        assertThat(funnel.get("eleventh").findValuesAsText("count")).containsExactly("1", "2", "0");
        assertThat(funnel.get("twentyFirst").findValuesAsText("count")).containsExactly("1", "1", "1");
        assertThat(funnel.at("/result/steps").findValuesAsText("count")).containsExactly("3", "2", "1");
        assertThat(funnel.at("/result/steps/1/stepRate/value").asDouble()).isCloseTo(0.666667, within(1e-6));
        assertThat(funnel.at("/result/steps/2/stepRate"))
                .isEqualTo(Api.json("{\"value\":0.5,\"numerator\":\"1\",\"denominator\":\"2\"}"));
    }

    /** FN-22: four days in the first stage, fifteen in the second. */
    @Test
    void tellsHowLongACustomerStayed() {
        String tenant = "stays";
        tags(tenant);
        sales(tenant);

        JsonNode journeys = journeys(tenant, "sales", "k1", "nobody");

        assertThat(journeys.at("/0/journey"))
                .isEqualTo(Api.json(
                        "[{\"stage\":\"inquiry\",\"enteredAt\":\"2026-06-01T00:00:00Z\",\"leftAt\":\"2026-06-05T00:00:00Z\"},"
                                + "{\"stage\":\"quote\",\"enteredAt\":\"2026-06-05T00:00:00Z\",\"leftAt\":\"2026-06-20T00:00:00Z\"},"
                                + "{\"stage\":\"won\",\"enteredAt\":\"2026-06-20T00:00:00Z\",\"leftAt\":null}]"));
        assertThat(journeys.at("/1/journey")).isEmpty();
    }

    @Test
    void endsAStayMarkedByAnEventWithTheNextStage() {
        String tenant = "event-stays";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "c", "A", "2026-06-01T00:00:00Z"),
                        Api.event("2", "c", "A", "2026-06-02T00:00:00Z"),
                        Api.event("3", "c", "B", "2026-06-03T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode journeys = journeys(tenant, "f", "c");

        assertThat(journeys.at("/0/journey"))
                .isEqualTo(Api.json(
                        "[{\"stage\":\"s0\",\"enteredAt\":\"2026-06-01T00:00:00Z\",\"leftAt\":\"2026-06-03T00:00:00Z\"},"
                                + "{\"stage\":\"s1\",\"enteredAt\":\"2026-06-03T00:00:00Z\",\"leftAt\":null}]"));
        assertThat(Api.as(tenant, "executive")
                        .data("{ funnel(key: \"f\") { membership(asOf: \"2026-06-02T12:00:00Z\") { count } } }")
                        .at("/funnel/membership")
                        .findValuesAsText("count"))
                .containsExactly("1", "0");
    }

    /** FN-23. */
    @Test
    void replacesTheEndOfAnIntervalAndRefusesAnOverlap() {
        String tenant = "overlap";
        feed.tell(
                tenant,
                "tag.interval",
                Facts.tag(tenant, "k1", "won", "2026-06-20T00:00:00Z", null),
                Facts.tag(tenant, "k2", "lost", "2026-06-20T00:00:00Z", null));

        assertThatThrownBy(() ->
                        feed.tell(tenant, "tag.interval", Facts.tag(tenant, "k1", "won", "2026-06-25T00:00:00Z", null)))
                .hasMessageContaining("conflicts");
        feed.tell(
                tenant, "tag.interval", Facts.tag(tenant, "k1", "won", "2026-06-20T00:00:00Z", "2026-06-22T00:00:00Z"));
        feed.tell(tenant, "tag.interval", Facts.tag(tenant, "k1", "won", "2026-06-25T00:00:00Z", null));

        Api.define(tenant, "f", List.of(stage("won"), stage("lost")), Map.of(), "operations");
        assertThat(journeys(tenant, "f", "k1").at("/0/journey").findValuesAsText("leftAt"))
                .containsExactly("2026-06-22T00:00:00Z", "null");
    }

    @Test
    void bringsTheFactsOfMergedCustomersTogether() {
        String tenant = "merge";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "x", "A", "2026-06-01T00:00:00Z"),
                        Api.event("2", "y", "B", "2026-06-02T00:00:00Z")));
        feed.tell(
                tenant,
                "tag.interval",
                Facts.tag(tenant, "x", "vip", "2026-06-01T00:00:00Z", "2026-06-10T00:00:00Z"),
                Facts.tag(tenant, "y", "vip", "2026-06-05T00:00:00Z", null));
        Api.define(tenant, "f", List.of("A", "B"), Map.of());
        String query =
                "{ funnel(key: \"f\") { result(period: { from: \"2026-06-01\", to: \"2026-07-01\" }) { entered converted } } }";

        JsonNode before = Api.as(tenant, "executive").data(query).at("/funnel/result");
        feed.tell(
                tenant,
                "customer.alias",
                Map.of(
                        "from",
                        Ids.uuid(tenant, "customer", "x").toString(),
                        "to",
                        Ids.uuid(tenant, "customer", "y").toString()));
        Api.ingest(tenant, List.of(Api.event("3", "x", "C", "2026-06-03T00:00:00Z")));
        JsonNode after = Api.as(tenant, "executive").data(query).at("/funnel/result");

        assertThat(before).isEqualTo(Api.json("{\"entered\":1,\"converted\":0}"));
        assertThat(after).isEqualTo(Api.json("{\"entered\":1,\"converted\":1}"));
        String y = Ids.uuid(tenant, "customer", "y").toString();
        assertThat(io.tideline.funnel.Rows.asSuperuser(
                        "SELECT DISTINCT customer_id FROM event WHERE tenant_id = 'merge'"))
                .containsExactly(y);
        assertThat(io.tideline.funnel.Rows.asSuperuser(
                        "SELECT customer_id || ' ' || (left_at IS NULL) FROM tag_interval WHERE tenant_id = 'merge'"))
                .containsExactly(y + " true");
    }

    private void tags(String tenant) {
        feed.tell(
                tenant,
                "tag.interval",
                Facts.tag(tenant, "k1", "inquiry", "2026-06-01T00:00:00Z", "2026-06-05T00:00:00Z"),
                Facts.tag(tenant, "k1", "quote", "2026-06-05T00:00:00Z", "2026-06-20T00:00:00Z"),
                Facts.tag(tenant, "k1", "won", "2026-06-20T00:00:00Z", null),
                Facts.tag(tenant, "k2", "inquiry", "2026-06-10T00:00:00Z", null),
                Facts.tag(tenant, "k3", "inquiry", "2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z"),
                Facts.tag(tenant, "k3", "quote", "2026-06-03T00:00:00Z", null));
    }

    private static void sales(String tenant) {
        Api.define(tenant, "sales", List.of(stage("inquiry"), stage("quote"), stage("won")), Map.of(), "operations");
    }

    private static Map<String, Object> stage(String tag) {
        return Map.of("key", tag, "title", tag, "match", Map.of("tag", tag));
    }

    private static JsonNode journeys(String tenant, String funnel, String... customers) {
        List<Map<String, String>> representations = java.util.Arrays.stream(customers)
                .map(customer -> Map.of(
                        "__typename",
                        "Customer",
                        "id",
                        GlobalId.of("Customer", Ids.uuid(tenant, "customer", customer))))
                .toList();
        return Api.as(tenant, "admin")
                .data(JOURNEYS, Map.of("r", representations, "funnel", funnel))
                .get("_entities");
    }
}
