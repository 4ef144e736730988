package io.tideline.roi.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real purchases of 18 months, one order for each customer and day, against answers computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class CdnowIT {
    private static final RoiDoor DOOR = new RoiDoor("cdnow");
    private static boolean loaded;

    private final JsonNode answers = SharedData.answers("cdnow");

    @BeforeEach
    void load() throws IOException {
        if (!loaded) {
            JsonNode first = DOOR.send("orders", orders());
            assertThat(first.get("accepted").asInt()).isEqualTo(6696);
            loaded = true;
        }
    }

    @Test
    void countsOrdersCustomersAndRevenueOfTheWholeWindow() {
        JsonNode revenue = DOOR.as("executive")
                .data(
                        """
                        { revenue(period: {from: "1997-01-01", to: "1998-07-01"}) {
                            orders { value } newPayingCustomers { value } payingCustomers currency
                            revenue { value numerator currency } averageOrderValue { value }
                            repeatPurchaseRate { value numerator denominator interval { low high } }
                            inTime: repeatPurchaseRate(variant: "within_n_days", days: 30) { value numerator denominator }
                            repurchaseCycle { sampleSize mean { value unit } median { value } } } }
                        """)
                .get("revenue");

        JsonNode repeat = answers.get("repeat");
        assertThat(revenue.at("/orders/value").asInt()).isEqualTo(6696);
        assertThat(revenue.at("/newPayingCustomers/value").asInt()).isEqualTo(2357);
        assertThat(revenue.get("payingCustomers").asInt()).isEqualTo(2357);
        assertThat(revenue.at("/revenue/numerator").asText()).isEqualTo("244091.94");
        assertThat(revenue.at("/revenue/currency").asText()).isEqualTo("USD");
        assertThat(revenue.at("/averageOrderValue/value").asDouble())
                .isCloseTo(repeat.get("aov_per_occasion").asDouble(), within(1e-9));
        assertThat(revenue.at("/repeatPurchaseRate/value").asDouble())
                .isCloseTo(repeat.get("repeat_purchase_rate_whole_window").asDouble(), within(1e-12));
        assertThat(revenue.at("/repeatPurchaseRate/numerator").asText()).isEqualTo("1139");
        assertThat(revenue.at("/inTime/numerator").asText()).isEqualTo("410");
        assertThat(revenue.at("/inTime/denominator").asText()).isEqualTo("2357");
        JsonNode gaps = answers.get("time_between_purchases_days");
        assertThat(revenue.at("/repurchaseCycle/sampleSize").asInt())
                .isEqualTo(gaps.get("n_gaps").asInt());
        assertThat(revenue.at("/repurchaseCycle/mean/value").asDouble())
                .isCloseTo(gaps.get("mean").asDouble(), within(1e-9));
        assertThat(revenue.at("/repurchaseCycle/median/value").asDouble())
                .isEqualTo(gaps.get("median").asDouble());
        assertThat(revenue.at("/repurchaseCycle/mean/unit").asText()).isEqualTo("DAYS");
    }

    @Test
    void followsEachMonth() {
        JsonNode points = DOOR.as("executive")
                .data(
                        """
                        { revenue(period: {from: "1997-01-01", to: "1998-07-01"}) { trend(granularity: MONTH) {
                            from complete
                            measures { orders { value } revenue { value } payingCustomers newPayingCustomers { value } } } } }
                        """)
                .at("/revenue/trend");

        assertThat(points).hasSize(18);
        for (JsonNode point : points) {
            JsonNode month =
                    answers.get("monthly").get(point.get("from").asText().substring(0, 7));
            JsonNode measures = point.get("measures");
            assertThat(point.get("complete").asBoolean()).isTrue();
            assertThat(measures.at("/orders/value").asInt())
                    .isEqualTo(month.get("occasions").asInt());
            assertThat(measures.at("/revenue/value").asDouble())
                    .isEqualTo(month.get("revenue").asDouble());
            assertThat(measures.get("payingCustomers").asInt())
                    .isEqualTo(month.get("active_customers").asInt());
            assertThat(measures.at("/newPayingCustomers/value").asInt())
                    .isEqualTo(month.get("new_customers").asInt());
        }
    }

    @Test
    void givesTheCalibrationPeriodItsOwnRepeatRate() {
        JsonNode rate = DOOR.as("executive")
                .data(
                        """
                        { revenue(period: {from: "1997-01-01", to: "1997-10-01"}) {
                            repeatPurchaseRate { numerator value } } }
                        """)
                .at("/revenue/repeatPurchaseRate");

        assertThat(rate.get("numerator").asText()).isEqualTo("946");
        assertThat(rate.get("value").asDouble())
                .isCloseTo(answers.at("/repeat/repeat_rate_calibration").asDouble(), within(1e-12));
    }

    @Test
    void valuesACustomerByWhatWasBroughtSoFar() {
        JsonNode value = DOOR.as("executive")
                .data(
                        """
                        { acquisition(period: {from: "1997-01-01", to: "1998-07-01"}) {
                            lifetimeValue { value currency sampleSize } } }
                        """)
                .at("/acquisition/lifetimeValue");

        assertThat(value.get("value").asDouble())
                .isCloseTo(answers.at("/repeat/revenue_per_customer").asDouble(), within(1e-9));
        assertThat(value.get("sampleSize").asInt()).isEqualTo(2357);
    }

    @Test
    void takesNothingTwice() throws IOException {
        JsonNode again = DOOR.send("orders", orders());

        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.get("duplicates").asInt()).isEqualTo(6696);
    }

    private static List<Map<String, String>> orders() throws IOException {
        Map<String, BigDecimal> byCustomerAndDay = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SharedData.file("cdnow/transactions.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",");
            byCustomerAndDay.merge(cells[0] + "/" + cells[1], new BigDecimal(cells[3]), BigDecimal::add);
        }
        List<Map<String, String>> orders = new ArrayList<>();
        byCustomerAndDay.forEach((key, amount) -> {
            String[] parts = key.split("/");
            String day = parts[1].substring(0, 4) + "-" + parts[1].substring(4, 6) + "-" + parts[1].substring(6);
            orders.add(Map.of(
                    "id",
                    key,
                    "customer",
                    parts[0],
                    "at",
                    day + "T00:00:00Z",
                    "amount",
                    amount.toPlainString(),
                    "currency",
                    "USD"));
        });
        return orders;
    }
}
