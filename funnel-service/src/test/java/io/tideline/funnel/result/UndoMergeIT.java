package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.Rows;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FN-25: after a merge one person converted; taking it back restores both. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class UndoMergeIT {
    private static final String JUNE = "period: { from: \"2026-06-01\", to: \"2026-07-01\" }";

    @Inject
    FeedForTests feed;

    @Test
    void restoresBothCustomers() {
        String tenant = "fn-25";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "x", "A", "2026-06-01T00:00:00Z"),
                        Api.event("2", "y", "B", "2026-06-02T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        String before = result(tenant);

        merge(tenant, "x", "y");
        String merged = result(tenant);
        Api.ingest(tenant, List.of(Api.event("3", "x", "B", "2026-06-20T00:00:00Z")));
        undo(tenant, "x", List.of("x"));

        assertThat(before).isEqualTo("1 0");
        assertThat(merged).isEqualTo("1 1");
        assertThat(result(tenant)).isEqualTo("1 0");
        assertThat(moments(tenant)).containsExactly("x 2026-06-01", "x 2026-06-20", "y 2026-06-02");
        assertThat(Rows.asApp(tenant, "SELECT count(*) FROM event WHERE told_of IS NOT NULL"))
                .containsExactly("0");

        merge(tenant, "x", "y");

        assertThat(result(tenant)).isEqualTo("1 1");
    }

    @Test
    void bringsBackWhoeverHadBeenMergedIntoTheCustomer() {
        String tenant = "fn-25-chain";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "x", "A", "2026-06-01T00:00:00Z"),
                        Api.event("2", "y", "B", "2026-06-02T00:00:00Z"),
                        Api.event("3", "z", "B", "2026-06-03T00:00:00Z")));
        merge(tenant, "x", "y");
        merge(tenant, "y", "z");

        undo(tenant, "y", List.of("x", "y"));
        Api.ingest(tenant, List.of(Api.event("4", "x", "B", "2026-06-04T00:00:00Z")));

        assertThat(moments(tenant)).containsExactly("y 2026-06-01", "y 2026-06-02", "y 2026-06-04", "z 2026-06-03");
        undo(tenant, "x", List.of("x"));
        assertThat(moments(tenant)).containsExactly("x 2026-06-01", "x 2026-06-04", "y 2026-06-02", "z 2026-06-03");
    }

    @Test
    void restoresTheTagsOfBoth() {
        String tenant = "fn-25-tags";
        feed.tell(
                tenant,
                "tag.interval",
                Facts.tag(tenant, "x", "vip", "2026-06-01T00:00:00Z", "2026-06-10T00:00:00Z"),
                Facts.tag(tenant, "y", "vip", "2026-06-05T00:00:00Z", null));
        merge(tenant, "x", "y");
        assertThat(tags(tenant)).containsExactly("y vip 2026-06-01 -");

        undo(
                tenant,
                "x",
                List.of("x"),
                tag(tenant, "x", "2026-06-01T00:00:00Z", "2026-06-10T00:00:00Z"),
                tag(tenant, "y", "2026-06-05T00:00:00Z", null));

        assertThat(tags(tenant)).containsExactly("x vip 2026-06-01 2026-06-10", "y vip 2026-06-05 -");
    }

    private void merge(String tenant, String from, String into) {
        feed.tell(tenant, "customer.alias", Map.of("from", id(tenant, from), "to", id(tenant, into)));
    }

    @SafeVarargs
    private void undo(String tenant, String customer, List<String> members, Map<String, Object>... tags) {
        feed.tell(
                tenant,
                "customer.alias.undone",
                Map.of(
                        "id", id(tenant, customer),
                        "members",
                                members.stream()
                                        .map(member -> id(tenant, member))
                                        .toList(),
                        "tags", List.of(tags)));
    }

    private static Map<String, Object> tag(String tenant, String customer, String from, @Nullable String until) {
        Map<String, Object> tag = new HashMap<>(Map.of("customer", id(tenant, customer), "tag", "vip", "from", from));
        if (until != null) {
            tag.put("until", until);
        }
        return tag;
    }

    private static String id(String tenant, String customer) {
        return Ids.uuid(tenant, "customer", customer).toString();
    }

    private static String result(String tenant) {
        JsonNode result = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { result(" + JUNE
                        + ", options: { asOf: \"2026-07-01T00:00:00Z\" }) { entered converted } } }")
                .at("/funnel/result");
        return result.get("entered").asText() + " " + result.get("converted").asText();
    }

    private static List<String> moments(String tenant) {
        return Rows.asApp(
                tenant,
                "SELECT external_id || ' ' || to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM event"
                        + " JOIN customer USING (tenant_id, customer_id) ORDER BY 1");
    }

    private static List<String> tags(String tenant) {
        return Rows.asApp(
                tenant,
                "SELECT external_id || ' ' || tag || ' ' || to_char(entered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') || ' '"
                        + " || coalesce(to_char(left_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'), '-')"
                        + " FROM tag_interval JOIN customer USING (tenant_id, customer_id) ORDER BY 1");
    }
}
