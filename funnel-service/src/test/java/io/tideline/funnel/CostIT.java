package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page costs: one statement for each table that it shows something of. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class CostIT {
    private static final String TENANT = "cost";
    private static final List<String> TABLES =
            List.of("event", "event_name", "customer", "tag_interval", "funnel_version", "organisation");

    @Inject
    FeedForTests feed;

    @Test
    void readsEachTableOnceForAPageOfCustomers() {
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, String>> page = new ArrayList<>();
        for (int at = 0; at < 100; at++) {
            rows.add(Api.event("e" + at, "c" + at, "A", "2026-02-01T00:00:00Z"));
            page.add(Map.of(
                    "__typename", "Customer", "id", GlobalId.of("Customer", Ids.uuid(TENANT, "customer", "c" + at))));
        }
        Api.ingest(TENANT, rows);
        feed.tell(TENANT, "tag.interval", Facts.tag(TENANT, "c1", "T", "2026-02-01T00:00:00Z", null));
        Api.define(
                TENANT,
                "f",
                List.of(
                        Map.of("key", "a", "title", "a", "match", Map.of("event", "A")),
                        Map.of("key", "t", "title", "t", "match", Map.of("tag", "T"))),
                Map.of(),
                "operations");

        Statements statements = Statements.during("funnel", () -> Api.as(TENANT, "admin")
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { id journey(funnel: \"f\") { stage enteredAt leftAt } } } }",
                        Map.of("r", page)));

        for (String table : TABLES) {
            assertThat(statements.onTable(table))
                    .as(table + ": " + statements.work())
                    .isLessThanOrEqualTo(1);
        }
        assertThat(statements.onTable("event")).isEqualTo(1);
    }

    @Test
    void readsEachTableOnceForAPageOfAgents() {
        List<Map<String, String>> page = new ArrayList<>();
        for (int at = 0; at < 100; at++) {
            page.add(Map.of("__typename", "Agent", "id", GlobalId.of("Agent", Ids.uuid(TENANT, "agent", "a" + at))));
        }

        Statements statements = Statements.during("funnel", () -> Api.as(TENANT, "operations")
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { conversion(funnel: \"standard\", period: { from: \"2026-01-01\", to: \"2027-01-01\" }) { value } } } }",
                        Map.of("r", page)));

        for (String table : TABLES) {
            assertThat(statements.onTable(table))
                    .as(table + ": " + statements.work())
                    .isLessThanOrEqualTo(1);
        }
    }
}
