package io.tideline.roi.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class CampaignIT {

    @Test
    void setsWhatACampaignSoldAgainstAllThatItCost() {
        RoiDoor door = new RoiDoor("rv-19");
        door.take(
                "campaigns",
                List.of(Map.of(
                        "id",
                        "spring",
                        "name",
                        "Spring mailing",
                        "started_at",
                        "2026-03-01T08:00:00Z",
                        "sends",
                        12000)));
        door.take(
                "costs",
                List.of(
                        Map.of("id", "q", "campaign", "spring", "kind", "fee", "amount", "500", "currency", "EUR"),
                        Map.of(
                                "id",
                                "l",
                                "campaign",
                                "spring",
                                "kind",
                                "labour",
                                "hours",
                                "40",
                                "rate",
                                "25",
                                "currency",
                                "EUR"),
                        Map.of(
                                "id",
                                "c",
                                "campaign",
                                "spring",
                                "kind",
                                "coupon",
                                "amount",
                                "500",
                                "currency",
                                "EUR",
                                "from",
                                "2026-03-01")));
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            orders.add(order("o" + i, "c" + i, "700", "spring"));
        }
        orders.add(new HashMap<>(Map.of(
                "id",
                "r",
                "customer",
                "c0",
                "at",
                "2026-03-09T10:00:00Z",
                "amount",
                "600",
                "currency",
                "EUR",
                "refund_of",
                "o0")));
        door.take("orders", orders);

        JsonNode campaign = campaign(
                door,
                "spring",
                "name sends labourRecorded roi { value numerator denominator unit currency } gross: roi(variant: \"gross\") { value } revenue { value }"
                        + " first: revenue(attribution: FIRST_TOUCH) { value reason } cost { value } dealsPerThousandSends { value }"
                        + " costs { kind amount hours rate } currencies");

        assertThat(campaign.at("/name").asText()).isEqualTo("Spring mailing");
        assertThat(campaign.at("/revenue/value").asDouble()).isEqualTo(12000);
        assertThat(campaign.at("/cost/value").asDouble()).isEqualTo(2000);
        assertThat(campaign.at("/roi/value").asDouble()).isEqualTo(5);
        assertThat(campaign.at("/gross/value").asDouble()).isEqualTo(6);
        assertThat(campaign.at("/first/reason").asText()).isEqualTo("NO_DATA");
        assertThat(campaign.at("/dealsPerThousandSends/value").asDouble()).isEqualTo(1.5);
        assertThat(campaign.at("/labourRecorded").asBoolean()).isTrue();
        assertThat(campaign.at("/costs").findValuesAsText("amount")).containsExactlyInAnyOrder("500", "1000", "500");
        assertThat(campaign.at("/currencies/0").asText()).isEqualTo("EUR");
    }

    @Test
    void givesNoReturnOnNothing() {
        RoiDoor door = new RoiDoor("rv-20");
        door.take("campaigns", List.of(Map.of("id", "free"), Map.of("id", "sour")));
        door.take("costs", List.of(Map.of("campaign", "sour", "kind", "fee", "amount", 1000, "currency", "EUR")));
        door.take("orders", List.of(order("o", "c", "10", "free"), order("r", "c", "-500", "sour")));

        JsonNode free = campaign(door, "free", "roi { value reason } sends dealsPerThousandSends { reason }");
        JsonNode sour = campaign(door, "sour", "roi { value }");

        assertThat(free.at("/roi/value").isNull()).isTrue();
        assertThat(free.at("/roi/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(free.at("/dealsPerThousandSends/reason").asText()).isEqualTo("NO_DATA");
        assertThat(sour.at("/roi/value").asDouble()).isEqualTo(-1.5);
    }

    @Test
    void pagesFromTheNewestOn() {
        RoiDoor door = new RoiDoor("pages");
        door.take(
                "campaigns",
                List.of(
                        Map.of("id", "old", "started_at", "2025-01-01T00:00:00Z"),
                        Map.of("id", "new", "started_at", "2026-01-01T00:00:00.123456Z"),
                        Map.of("id", "undated")));

        JsonNode first = door.as("operations")
                .data("{ campaigns(first: 2) { edges { node { externalId } } pageInfo { hasNextPage endCursor } } }")
                .get("campaigns");
        JsonNode second = door.as("operations")
                .data(
                        "query($after: String) { campaigns(first: 2, after: $after) { edges { node { externalId } } pageInfo { hasNextPage } } }",
                        Map.of("after", first.at("/pageInfo/endCursor").asText()))
                .get("campaigns");

        assertThat(first.findValuesAsText("externalId")).containsExactly("new", "old");
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(second.findValuesAsText("externalId")).containsExactly("undated");
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(door.as("operations")
                        .query("{ campaigns(after: \"bm9uc2Vuc2U\") { pageInfo { endCursor } } }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("INVALID_CURSOR");
        assertThat(door.as("operations")
                        .query("{ campaigns(first: 101) { pageInfo { endCursor } } }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void changesACampaignOnceForItsKey() {
        RoiDoor door = new RoiDoor("keys");
        String upsert =
                "mutation($name: String, $sends: Int) { upsertCampaign(input: {externalId: \"may\", name: $name, sends: $sends, idempotencyKey: \"k1\"})"
                        + " { campaign { name sends } userErrors { code field } } }";

        JsonNode first = door.as("operations").data(upsert, Map.of("name", "May", "sends", 100));
        JsonNode again = door.as("operations").data(upsert, Map.of("name", "May", "sends", 100));
        JsonNode other = door.as("operations").data(upsert, Map.of("name", "June", "sends", 100));
        JsonNode wrong = door.as("operations")
                .data(
                        "mutation { upsertCampaign(input: {externalId: \"may\", sends: -1}) { campaign { id } userErrors { code field } } }");

        assertThat(first.at("/upsertCampaign/campaign/name").asText()).isEqualTo("May");
        assertThat(again).isEqualTo(first);
        assertThat(other.at("/upsertCampaign/userErrors/0/code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(wrong.at("/upsertCampaign/userErrors/0/field").asText()).isEqualTo("sends");
        assertThat(campaign(door, "may", "name").get("name").asText()).isEqualTo("May");
    }

    @Test
    void keepsTheSameKeyOfTwoPeopleApart() {
        RoiDoor door = new RoiDoor("two-people");
        door.take("campaigns", List.of(Map.of("id", "may")));
        String add =
                "mutation($id: ID, $key: String, $amount: Decimal!) { addCost(input: {campaign: $id, kind: FEE, amount: $amount, idempotencyKey: $key}) { userErrors { code } } }";
        String id = id(door, "may");
        Map<String, Object> five = Map.of("id", id, "key", "k", "amount", "5");

        door.as("operations").data(add, five);
        door.as("operations").data(add, five);
        JsonNode another = door.boss().data(add, Map.of("id", id, "key", "k", "amount", "7"));
        JsonNode tooLong = door.boss().query(add, Map.of("id", id, "key", "k".repeat(201), "amount", "1"));

        assertThat(another.at("/addCost/userErrors")).isEmpty();
        assertThat(tooLong.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(campaign(door, "may", "cost { value }").at("/cost/value").asDouble())
                .isEqualTo(12);
    }

    @Test
    void addsCostsAdSpendAndOrdersByMutation() {
        RoiDoor door = new RoiDoor("mutations");
        door.take("campaigns", List.of(Map.of("id", "may", "sends", 10)));
        String id = id(door, "may");

        JsonNode cost = door.as("operations")
                .data(
                        "mutation($id: ID) { addCost(input: {campaign: $id, kind: LABOUR, hours: \"2\", rate: \"10.50\", from: \"2026-05-01\", until: \"2026-05-03\"}) { campaign { cost { value } costs { kind from until } } userErrors { code } } }",
                        Map.of("id", id));
        JsonNode spend = door.as("operations")
                .data(
                        "mutation { recordAdSpend(input: {rows: [{externalId: \"a\", campaign: \"may\", on: \"2026-05-01\", amount: \"4\", clicks: 2}, {externalId: \"a\", campaign: \"may\", on: \"2026-05-01\", amount: \"4\", clicks: 2}]}) { accepted duplicates userErrors { code } } }");
        JsonNode orders = door.as("operations")
                .data(
                        "mutation { recordOrders(input: {orders: [{externalId: \"o\", customer: \"c\", at: \"2026-05-02T10:00:00Z\", amount: \"50\", campaign: \"may\"}], idempotencyKey: \"k\"}) { accepted duplicates userErrors { code } } }");
        JsonNode wrong =
                door.as("operations").data("mutation { addCost(input: {kind: FEE}) { userErrors { code field } } }");

        assertThat(cost.at("/addCost/userErrors")).isEmpty();
        assertThat(cost.at("/addCost/campaign/cost/value").asDouble()).isEqualTo(21);
        assertThat(cost.at("/addCost/campaign/costs/0/until").asText()).startsWith("2026-05-03T00:00");
        assertThat(spend.at("/recordAdSpend/accepted").asInt()).isEqualTo(1);
        assertThat(spend.at("/recordAdSpend/duplicates").asInt()).isEqualTo(1);
        assertThat(orders.at("/recordOrders/accepted").asInt()).isEqualTo(1);
        assertThat(wrong.at("/addCost/userErrors/0/code").asText()).isEqualTo("MISSING");
        assertThat(campaign(door, "may", "roi { value }").at("/roi/value").asDouble())
                .isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotStore() {
        JsonNode answer = new RoiDoor("bad-costs")
                .send(
                        "costs",
                        List.of(
                                Map.of("campaign", "x", "kind", "bribe", "amount", 1),
                                Map.of("campaign", "x", "kind", "fee"),
                                Map.of("campaign", "x", "kind", "fee", "amount", -1),
                                Map.of("campaign", "x", "kind", "labour", "hours", 2, "rate", 3, "amount", 7),
                                Map.of("campaign", "x", "kind", "fee", "amount", 1, "until", "2026-01-01")));

        assertThat(answer.get("rejected").asInt()).isEqualTo(5);
        assertThat(answer.get("rows").findValuesAsText("field"))
                .containsExactly("kind", "amount", "amount", "amount", "from");
    }

    private static Map<String, Object> order(String id, String customer, String amount, String campaign) {
        return Map.of(
                "id",
                id,
                "customer",
                customer,
                "at",
                "2026-03-05T10:00:00Z",
                "amount",
                amount,
                "currency",
                "EUR",
                "campaign",
                campaign);
    }

    private static JsonNode campaign(RoiDoor door, String externalId, String fields) {
        return door.as("operations")
                .data("query($id: ID!) { campaign(id: $id) { " + fields + " } }", Map.of("id", id(door, externalId)))
                .get("campaign");
    }

    private static String id(RoiDoor door, String externalId) {
        return GlobalId.of("Campaign", Ids.uuid(door.tenant(), "campaign", externalId));
    }
}
