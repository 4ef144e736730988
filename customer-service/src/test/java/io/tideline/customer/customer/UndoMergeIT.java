package io.tideline.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A merge is taken back. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class UndoMergeIT {
    private static final String MERGE =
            "mutation($input: MergeCustomersInput!) { mergeCustomers(input: $input) { userErrors { code } } }";
    private static final String UNDO =
            "mutation($input: UndoMergeInput!) { undoMerge(input: $input) { customer { externalId tags { tag } } userErrors { code field } } }";

    /** a went into b and b into c: b comes back with a, and its tags. */
    @Test
    void givesBackWhatWasMergedBefore() {
        String tenant = "undo-chain";
        Api.ingest(
                tenant,
                "tags",
                "[{\"customer\":\"a\",\"tag\":\"won\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-10T00:00:00Z\"},"
                        + "{\"customer\":\"b\",\"tag\":\"won\",\"from\":\"2026-06-05T00:00:00Z\"},{\"customer\":\"c\",\"tag\":\"quote\",\"from\":\"2026-06-02T00:00:00Z\"}]");
        merge(tenant, "a", "b");
        merge(tenant, "b", "c");

        JsonNode undone = undo(tenant, "b");

        assertThat(undone)
                .isEqualTo(Api.json(
                        "{\"customer\":{\"externalId\":\"b\",\"tags\":[{\"tag\":\"won\"}]},\"userErrors\":[]}"));
        assertThat(
                        Api.admin(tenant)
                                .data(
                                        "{ a: customer(externalId: \"a\") { externalId } c: customer(externalId: \"c\") { externalId tags { tag } } customers { totalCount } }"))
                .isEqualTo(
                        Api.json(
                                "{\"a\":{\"externalId\":\"b\"},\"c\":{\"externalId\":\"c\",\"tags\":[{\"tag\":\"quote\"}]},\"customers\":{\"totalCount\":2}}"));
        JsonNode told =
                Api.json(Rows.asApp(tenant, "SELECT data::text FROM outbox WHERE type = 'customer.alias.undone'")
                        .get(0));
        assertThat(told.get("id").asText()).isEqualTo(uuid(tenant, "b"));
        assertThat(told.get("members"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(uuid(tenant, "a"), uuid(tenant, "b"));
        assertThat(told.get("tags").findValuesAsText("customer"))
                .containsExactlyInAnyOrder(uuid(tenant, "b"), uuid(tenant, "b"), uuid(tenant, "c"));
        assertThat(told.get("tags").findValuesAsText("from"))
                .containsExactlyInAnyOrder("2026-06-01T00:00:00Z", "2026-06-05T00:00:00Z", "2026-06-02T00:00:00Z");
    }

    /** a in b in c, and both are parted at once: whichever is first, all three are their own in the end. */
    @Test
    void partsCustomersWithinOneAnotherAtOnce() {
        String tenant = "undo-at-once";
        Api.ingest(tenant, "customers", "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]");
        for (int round = 0; round < 10; round++) {
            merge(tenant, "a", "b");
            merge(tenant, "b", "c");

            List<JsonNode> undone = List.of("a", "b").parallelStream()
                    .map(customer -> undo(tenant, customer))
                    .toList();

            assertThat(undone)
                    .allSatisfy(one -> assertThat(one.get("userErrors")).isEmpty());
            assertThat(count(tenant)).isEqualTo(3);
        }
    }

    @Test
    void letsCustomersBeMergedAgainAndPartedAgain() {
        String tenant = "undo-again";
        Api.ingest(tenant, "customers", "[{\"id\":\"a\"},{\"id\":\"b\"}]");
        merge(tenant, "a", "b");
        undo(tenant, "a");
        merge(tenant, "a", "b");

        assertThat(count(tenant)).isEqualTo(1);
        assertThat(undo(tenant, "a").get("userErrors")).isEmpty();
        assertThat(count(tenant)).isEqualTo(2);
    }

    @Test
    void refusesWhoIsNotMerged() {
        String tenant = "undo-none";
        Api.ingest(tenant, "customers", "[{\"id\":\"a\"}]");

        assertThat(undo(tenant, "a").get("userErrors"))
                .isEqualTo(Api.json("[{\"code\":\"NOT_MERGED\",\"field\":\"input.customer\"}]"));
        assertThat(undo(tenant, "nobody").at("/userErrors/0/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(Rows.asApp(tenant, "SELECT 1 FROM outbox WHERE type = 'customer.alias.undone'"))
                .isEmpty();
    }

    private static int count(String tenant) {
        return Api.admin(tenant)
                .data("{ customers { totalCount } }")
                .at("/customers/totalCount")
                .asInt();
    }

    private static void merge(String tenant, String from, String into) {
        JsonNode merged = Api.admin(tenant)
                .data(MERGE, Map.of("input", Map.of("from", id(tenant, from), "into", id(tenant, into))));
        assertThat(merged.at("/mergeCustomers/userErrors")).isEmpty();
    }

    private static JsonNode undo(String tenant, String customer) {
        return Api.admin(tenant)
                .data(UNDO, Map.of("input", Map.of("customer", id(tenant, customer))))
                .get("undoMerge");
    }

    private static String id(String tenant, String customer) {
        return GlobalId.of("Customer", Ids.uuid(tenant, "customer", customer));
    }

    private static String uuid(String tenant, String customer) {
        return Ids.uuid(tenant, "customer", customer).toString();
    }
}
