package io.tideline.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.Figures;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a shop sold, the advertisements its customers came from and what those reported, with answers that were computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class StorefrontIT {
    private static final RoiDoor DOOR = new RoiDoor("storefront");
    private static final String NO_TOUCH = "(no touch before order)";
    private static final String OF_FUNNELS = "Events and visits are the funnel service's: its ShopIT compares them.";
    private static final String NO_METRIC =
            "Ad spend holds what was shown, clicked, wanted and sold; this is no metric of the catalogue.";
    private static final Pattern ORDER =
            Pattern.compile("([^,]+),([^,]+),([^,]+),(?:\\[]|\"\\[.*]\"),[^,]*,([^,]*),.*");
    private static final List<String> FUNNELS = List.of(
            "event_rows",
            "distinct_event_ids",
            "users",
            "events_by_type_after_dedup",
            "events_by_type_raw",
            "funnel_browse_to_order",
            "funnel_view_to_order",
            "funnel_popup",
            "sessions_30min_gap",
            "users_with_a_touch",
            "touches",
            "first_touch_users");
    private static final List<String> AD_FIGURES_OF_NO_METRIC =
            List.of("ret_orders", "users", "ic_users", "ctr", "orders_per_user");

    private final Figures answers = Figures.of("storefront");

    @Inject
    FeedForTests feed;

    private record Touch(String customer, Instant at, String channel) {}

    private record Order(String id, String customer, Instant at, String amount, String country) {}

    @Test
    void addsUpWhatTheShopSoldAndAdvertised() throws IOException {
        compareOrders();
        compareAds();
        answers.leaveOut(FUNNELS.stream().collect(Collectors.toMap(name -> name, name -> OF_FUNNELS)));
        answers.leaveOut(Map.of(
                "discounts", "Orders are what was paid: what was taken off before is not recorded.",
                "ads_rows_blank_impressions", "A count of the file's empty cells, which mean 0."));
        answers.assertAllMet();
    }

    private void compareOrders() throws IOException {
        Map<String, String> customers = new HashMap<>();
        each("events.csv", line -> customers.putIfAbsent(line.split(",")[2], line.split(",")[0]));
        List<Touch> touches = new ArrayList<>();
        each("first_pages.csv", line -> {
            String[] cells = line.split(",");
            touches.add(new Touch(customers.getOrDefault(cells[0], ""), instant(cells[1]), channel(cells[2])));
        });
        touches.sort(Comparator.comparing(Touch::at));
        List<Order> orders = new ArrayList<>();
        each("order_completed.csv", line -> {
            Matcher cells = ORDER.matcher(line);
            assertThat(cells.matches()).as(line).isTrue();
            orders.add(new Order(
                    cells.group(1),
                    customers.getOrDefault(cells.group(1), ""),
                    instant(cells.group(2)),
                    cells.group(3),
                    cells.group(4)));
        });
        orders.sort(Comparator.comparing(Order::at));
        record(orders, touches);

        JsonNode sold = DOOR.as("executive", "operations")
                .data(
                        """
                        { revenue(period: { from: "2022-01-01", to: "2025-01-01" }) {
                            orders { value } revenue { value currency }
                            countries: by(dimension: MARKET) { ...group }
                            first: by(dimension: SOURCE) { ...group }
                            last: by(dimension: CAMPAIGN) { ...group } } }
                        fragment group on RevenueGroup { key label measures { orders { value } revenue { value } } }
                        """)
                .get("revenue");

        assertThat(sold.at("/orders/value").asInt())
                .isEqualTo(answers.get("orders_with_detail").asInt());
        assertThat(sold.at("/revenue/value").asDouble())
                .isCloseTo(answers.get("revenue").asDouble(), within(1e-9));
        compareGroups(sold.get("countries"), answers.get("by_country"));
        compareGroups(sold.get("first"), answers.get("orders_by_first_touch"));
        compareGroups(sold.get("last"), answers.get("orders_by_last_touch"));
    }

    /** The first touch is the customer's source, unless their first order came before; the last one before an order is the order's campaign. */
    private void record(List<Order> orders, List<Touch> touches) {
        Map<String, Map<String, String>> dimensions = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Order order : orders) {
            List<Touch> before = touches.stream()
                    .filter(touch -> touch.customer().equals(order.customer())
                            && !touch.at().isAfter(order.at()))
                    .toList();
            Map<String, Object> row = new HashMap<>(
                    RoiDoor.order(order.id(), order.customer(), order.at().toString(), order.amount()));
            row.put("currency", "USD");
            Map<String, String> of = dimensions.computeIfAbsent(
                    order.customer(), met -> new HashMap<>(Map.of("market", order.country())));
            if (!before.isEmpty()) {
                of.put("source", before.get(0).channel());
                row.put("campaign", before.get(before.size() - 1).channel());
            }
            rows.add(row);
        }
        feed.sayFrom(
                Instant.parse("2022-01-01T00:00:00Z"),
                DOOR.tenant(),
                "customer.changed",
                dimensions.entrySet().stream()
                        .map(each -> FeedForTests.customer(DOOR.tenant(), each.getKey(), each.getValue()))
                        .toList());
        DOOR.take("orders", rows);
    }

    private static void compareGroups(JsonNode groups, Figures expected) {
        Map<String, JsonNode> found = new HashMap<>();
        groups.forEach(group -> found.put(
                group.get("key").asText().isEmpty()
                        ? NO_TOUCH
                        : group.get("label").asText(),
                group.get("measures")));
        assertThat(found.keySet()).isEqualTo(expected.parts().keySet());
        expected.parts().forEach((name, figures) -> {
            JsonNode measures = found.getOrDefault(name, MissingNode.getInstance());
            assertThat(measures.at("/orders/value").asInt())
                    .as(name)
                    .isEqualTo(figures.get("orders").asInt());
            assertThat(measures.at("/revenue/value").asDouble())
                    .as(name)
                    .isCloseTo(figures.get("revenue").asDouble(), within(1e-9));
        });
    }

    /** Putting something into the cart is what an advertisement is for here. */
    private void compareAds() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        each("ads_metrics.csv", line -> {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>(Map.of(
                    "id", cells[0] + cells[4], "campaign", cells[2], "at", cells[0], "amount", "0", "currency", "USD"));
            Map.of("deals", cells[6], "conversions", cells[8], "impressions", cells[10], "clicks", cells[11])
                    .forEach((name, count) -> row.put(name, count.isEmpty() ? "0" : count.replace(".0", "")));
            rows.add(row);
        });
        assertThat(DOOR.send("ad-spend", rows).get("accepted").asInt())
                .isEqualTo(answers.get("ads_rows").asInt());

        JsonNode edges = DOOR.as("operations")
                .data(
                        """
                        { campaigns(first: 100) { edges { node { externalId adSpend {
                            impressions { value } clicks { value } conversions { value } deals { value } } } } } }
                        """)
                .at("/campaigns/edges");

        Map<String, String> names =
                Map.of("impressions", "impressions", "clicks", "clicks", "conversions", "atc_users", "deals", "orders");
        Map<String, Map<String, Double>> found = new HashMap<>();
        edges.forEach(edge -> names.forEach((field, name) -> {
            double count = edge.at("/node/adSpend/" + field + "/value").asDouble();
            Stream.of(edge.at("/node/externalId").asText(), "TOTAL")
                    .forEach(campaign -> found.computeIfAbsent(campaign, met -> new HashMap<>())
                            .merge(name, count, Double::sum));
        }));
        answers.get("ads_by_campaign").parts().forEach((campaign, expected) -> {
            names.values().forEach(name -> assertThat(
                            found.getOrDefault(campaign, Map.of()).get(name))
                    .as("%s of %s", name, campaign)
                    .isEqualTo(expected.get(name).asDouble()));
            expected.leaveOut(
                    AD_FIGURES_OF_NO_METRIC.stream().collect(Collectors.toMap(name -> name, name -> NO_METRIC)));
        });
    }

    private static String channel(String url) {
        return parameter(url, "utm_source") + " / " + parameter(url, "utm_medium");
    }

    private static String parameter(String url, String name) {
        Matcher found = Pattern.compile("[?&]" + name + "=([^&]+)").matcher(url);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "(none)";
    }

    private static Instant instant(String text) {
        return Instant.parse(text.replace(' ', 'T') + "Z");
    }

    private static void each(String file, Consumer<String> line) throws IOException {
        try (Stream<String> lines = Files.lines(SharedData.file("storefront/" + file))) {
            lines.skip(1).forEach(line);
        }
    }
}
