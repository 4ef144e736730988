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

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class CustomerChangesIT {
    private static final String UPSERT = "mutation($input: UpsertCustomersInput!) { upsertCustomers(input: $input) {"
            + " customers { externalId name market } userErrors { code field message } } }";
    private static final String ADD = "mutation($input: AddTagInput!) { addTag(input: $input) {"
            + " customer { externalId } tag { tag from until } userErrors { code field } } }";
    private static final String REMOVE = "mutation($input: RemoveTagInput!) { removeTag(input: $input) {"
            + " tag { tag from until } userErrors { code field } } }";
    private static final String MERGE = "mutation($input: MergeCustomersInput!) { mergeCustomers(input: $input) {"
            + " customer { externalId tags { tag from until } } userErrors { code field } } }";

    @Test
    void storesCustomersAndChangesThem() {
        JsonNode made = upsert(
                "change-store",
                Map.of("customers", List.of(Map.of("externalId", "c1", "name", "Ada"), Map.of("externalId", "c2"))));
        JsonNode changed =
                upsert("change-store", Map.of("customers", List.of(Map.of("externalId", "c1", "market", "UK"))));

        assertThat(made.at("/customers")).hasSize(2);
        assertThat(made.at("/userErrors")).isEmpty();
        assertThat(changed.at("/customers/0"))
                .isEqualTo(Api.json("{\"externalId\":\"c1\",\"name\":\"Ada\",\"market\":\"UK\"}"));
    }

    @Test
    void takesNothingWhereOneCustomerIsRefused() {
        JsonNode answer = upsert(
                "change-refuse",
                Map.of(
                        "customers",
                        List.of(
                                Map.of("externalId", "good"),
                                Map.of("externalId", " "),
                                Map.of("externalId", "good"))));

        assertThat(answer.at("/userErrors").findValuesAsText("code")).containsExactly("MISSING", "DUPLICATE");
        assertThat(answer.at("/userErrors").findValuesAsText("field"))
                .containsExactly("input.customers.1.externalId", "input.customers.2.externalId");
        assertThat(Rows.asApp("change-refuse", "SELECT external_id FROM customer"))
                .isEmpty();
    }

    @Test
    void takesAKeyOnceAndRefusesItForAnotherInput() {
        Map<String, Object> input =
                Map.of("idempotencyKey", "k-1", "customers", List.of(Map.of("externalId", "c1", "market", "DE")));
        upsert("change-key", input);
        upsert("change-key", Map.of("customers", List.of(Map.of("externalId", "c1", "market", "FR"))));

        JsonNode retried = upsert("change-key", input);
        JsonNode reused = upsert(
                "change-key",
                Map.of("idempotencyKey", "k-1", "customers", List.of(Map.of("externalId", "c1", "market", "UK"))));

        assertThat(retried.at("/customers/0/market").asText()).isEqualTo("FR");
        assertThat(reused.at("/userErrors/0/code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(Rows.asApp("change-key", "SELECT market FROM customer")).containsExactly("FR");
    }

    @Test
    void givesTagsAndTakesThem() {
        upsert("change-tag", Map.of("customers", List.of(Map.of("externalId", "c1"))));
        String id = id("change-tag", "c1");

        JsonNode added = change(
                "change-tag",
                ADD,
                "addTag",
                Map.of("customer", id, "tag", "won", "from", "2026-06-20T00:00:00Z", "idempotencyKey", "t"));
        JsonNode overlap = change(
                "change-tag", ADD, "addTag", Map.of("customer", id, "tag", "won", "from", "2026-06-25T00:00:00Z"));
        JsonNode early = change(
                "change-tag",
                REMOVE,
                "removeTag",
                Map.of("customer", id, "tag", "won", "until", "2026-06-20T00:00:00Z"));
        JsonNode removed = change(
                "change-tag",
                REMOVE,
                "removeTag",
                Map.of("customer", id, "tag", "won", "until", "2026-06-30T00:00:00Z", "idempotencyKey", "r"));
        JsonNode removedAgain = change(
                "change-tag",
                REMOVE,
                "removeTag",
                Map.of("customer", id, "tag", "won", "until", "2026-06-30T00:00:00Z", "idempotencyKey", "r"));
        JsonNode notCarried = change(
                "change-tag",
                REMOVE,
                "removeTag",
                Map.of("customer", id, "tag", "won", "until", "2026-07-01T00:00:00Z"));

        assertThat(added)
                .isEqualTo(
                        Api.json(
                                "{\"customer\":{\"externalId\":\"c1\"},\"tag\":{\"tag\":\"won\",\"from\":\"2026-06-20T00:00:00Z\",\"until\":null},\"userErrors\":[]}"));
        assertThat(overlap.at("/userErrors/0")).isEqualTo(Api.json("{\"code\":\"OVERLAP\",\"field\":\"input.from\"}"));
        assertThat(early.at("/userErrors/0")).isEqualTo(Api.json("{\"code\":\"INVALID\",\"field\":\"input.until\"}"));
        assertThat(removed.at("/tag/until").asText()).isEqualTo("2026-06-30T00:00:00Z");
        assertThat(removedAgain).isEqualTo(removed);
        assertThat(notCarried.at("/userErrors/0/code").asText()).isEqualTo("NOT_CARRIED");
    }

    @Test
    void knowsNoForeignCustomer() {
        upsert("change-theirs", Map.of("customers", List.of(Map.of("externalId", "c1"))));

        JsonNode added = change(
                "change-ours",
                ADD,
                "addTag",
                Map.of("customer", id("change-theirs", "c1"), "tag", "won", "from", "2026-06-20T00:00:00Z"));

        assertThat(added.at("/userErrors/0"))
                .isEqualTo(Api.json("{\"code\":\"NOT_FOUND\",\"field\":\"input.customer\"}"));
        assertThat(Rows.asApp("change-theirs", "SELECT tag FROM tag_interval")).isEmpty();
    }

    @Test
    void mergesCustomersByAnAliasThatFollowsChains() {
        Api.ingest(
                "change-merge",
                "tags",
                "[{\"customer\":\"a\",\"tag\":\"won\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-10T00:00:00Z\"},"
                        + "{\"customer\":\"b\",\"tag\":\"won\",\"from\":\"2026-06-05T00:00:00Z\"},{\"customer\":\"c\",\"tag\":\"quote\",\"from\":\"2026-06-02T00:00:00Z\"}]");

        merge("change-merge", "a", "b");
        JsonNode merged = merge("change-merge", "b", "c");
        JsonNode again = merge("change-merge", "a", "c");

        String tags =
                "[{\"tag\":\"won\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":null},{\"tag\":\"quote\",\"from\":\"2026-06-02T00:00:00Z\",\"until\":null}]";
        assertThat(merged)
                .isEqualTo(Api.json("{\"customer\":{\"externalId\":\"c\",\"tags\":" + tags + "},\"userErrors\":[]}"));
        assertThat(again).isEqualTo(merged);
        assertThat(
                        Api.admin("change-merge")
                                .data(
                                        "{ customers { totalCount nodes { externalId } } won: customers(segment: { tags: [\"won\"] }) { nodes { externalId } } customer(externalId: \"a\") { externalId } }"))
                .isEqualTo(
                        Api.json(
                                "{\"customers\":{\"totalCount\":1,\"nodes\":[{\"externalId\":\"c\"}]},\"won\":{\"nodes\":[{\"externalId\":\"c\"}]},\"customer\":{\"externalId\":\"c\"}}"));
        assertThat(
                        Rows.asApp(
                                "change-merge",
                                "SELECT data->>'from' || ' ' || (data->>'to') FROM outbox WHERE type = 'customer.alias' ORDER BY seq"))
                .containsExactly(uuid("a") + " " + uuid("b"), uuid("b") + " " + uuid("c"));
    }

    @Test
    void mergesNobodyIntoItselfOrIntoNobody() {
        upsert("change-self", Map.of("customers", List.of(Map.of("externalId", "c1"))));

        assertThat(merge("change-self", "c1", "c1").at("/userErrors/0/code").asText())
                .isEqualTo("SAME_CUSTOMER");
        assertThat(merge("change-self", "c1", "c2").at("/userErrors/0/field").asText())
                .isEqualTo("input.into");
        assertThat(merge("change-self", "c2", "c1").at("/userErrors/0/field").asText())
                .isEqualTo("input.from");
    }

    private static JsonNode merge(String tenant, String from, String into) {
        return change(tenant, MERGE, "mergeCustomers", Map.of("from", id(tenant, from), "into", id(tenant, into)));
    }

    private static JsonNode upsert(String tenant, Map<String, Object> input) {
        return change(tenant, UPSERT, "upsertCustomers", input);
    }

    private static JsonNode change(String tenant, String mutation, String field, Map<String, Object> input) {
        return Api.admin(tenant).data(mutation, Map.of("input", input)).get(field);
    }

    private static String id(String tenant, String externalId) {
        return GlobalId.of("Customer", Ids.uuid(tenant, "customer", externalId));
    }

    private static String uuid(String externalId) {
        return Ids.uuid("change-merge", "customer", externalId).toString();
    }
}
