package io.tideline.roi.tool;

import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class ToolReturnIT {

    @Test
    void comparesSixMonthsBeforeWithSixAfter() {
        RoiDoor door = new RoiDoor("rv-21");
        door.take("orders", months(LocalDate.parse("2024-07-01"), 6, "10000"));
        door.take("orders", months(LocalDate.parse("2025-01-01"), 12, "13000"));
        door.take(
                "costs",
                List.of(
                        tool("6000", "2025-01-01", "2026-01-01"),
                        tool("24.65753424657534", "2025-06-30", "2025-07-01")));

        JsonNode answer = door.as("executive")
                .data(
                        "{ toolReturn(adoptedOn: \"2025-01-01\") { value sampleSize definition { variant } }"
                                + " toolReturnBasis(adoptedOn: \"2025-01-01\", months: 6) { monthsBefore monthsAfter partial increment { value } cost { value } meanBefore { value } meanAfter { value } currency } }");

        assertThat(answer.at("/toolReturnBasis/increment/value").asDouble()).isEqualTo(18000);
        assertThat(answer.at("/toolReturnBasis/cost/value").asDouble()).isEqualTo(3000);
        assertThat(answer.at("/toolReturnBasis/meanBefore/value").asDouble()).isEqualTo(10000);
        assertThat(answer.at("/toolReturnBasis/meanAfter/value").asDouble()).isEqualTo(13000);
        assertThat(answer.at("/toolReturnBasis/partial").asBoolean()).isFalse();
        assertThat(answer.at("/toolReturn/value").asDouble())
                .isEqualTo(5, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(answer.at("/toolReturn/sampleSize").asInt()).isEqualTo(6);
        assertThat(answer.at("/toolReturn/definition/variant").asText()).isEqualTo("tool_roi.before_after");
    }

    @Test
    void countsTheMonthsThatAreOverAndSaysThatItIsPartial() {
        RoiDoor door = new RoiDoor("rv-23");
        LocalDate thisMonth = LocalDate.now(java.time.ZoneOffset.UTC).withDayOfMonth(1);
        LocalDate adopted = thisMonth.minusMonths(4);
        door.take("orders", months(adopted.minusMonths(6), 6, "10000"));
        door.take("orders", months(adopted, 4, "13000"));
        door.take("orders", List.of(order("now", "c", thisMonth + "T00:00:00Z", "999999")));
        door.take("costs", List.of(tool("3000", adopted.toString(), thisMonth.toString())));

        JsonNode answer = door.as("operations")
                .data("{ toolReturn(adoptedOn: \"" + adopted + "\") { value sampleSize } toolReturnBasis(adoptedOn: \""
                        + adopted + "\") { monthsBefore monthsAfter partial increment { value } } }");

        assertThat(answer.at("/toolReturnBasis/increment/value").asDouble()).isEqualTo(12000);
        assertThat(answer.at("/toolReturnBasis/monthsAfter").asInt()).isEqualTo(4);
        assertThat(answer.at("/toolReturnBasis/partial").asBoolean()).isTrue();
        assertThat(answer.at("/toolReturn/value").asDouble()).isEqualTo(3);
        assertThat(answer.at("/toolReturn/sampleSize").asInt()).isEqualTo(4);
    }

    @Test
    void leavesOutTheMonthOfAdoptionAndMonthsBeforeTheFirstOrder() {
        RoiDoor door = new RoiDoor("mid-month");
        door.take("orders", months(LocalDate.parse("2025-02-01"), 2, "100"));
        door.take("orders", List.of(order("mid", "c", "2025-04-20T00:00:00Z", "5000")));
        door.take("orders", months(LocalDate.parse("2025-05-01"), 3, "160"));

        JsonNode basis = door.as("operations")
                .data(
                        "{ toolReturnBasis(adoptedOn: \"2025-04-10\", months: 3) { monthsBefore monthsAfter partial increment { value } toolReturn { value reason } cost { reason } } }")
                .get("toolReturnBasis");

        assertThat(basis.get("monthsBefore").asInt()).isEqualTo(2);
        assertThat(basis.get("monthsAfter").asInt()).isEqualTo(3);
        assertThat(basis.get("partial").asBoolean()).isTrue();
        assertThat(basis.at("/increment/value").asDouble()).isEqualTo(180);
        assertThat(basis.at("/toolReturn/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(basis.at("/cost/reason").asText()).isEqualTo("NO_DATA");
    }

    private static List<Map<String, Object>> months(LocalDate first, int count, String amount) {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusMonths(i).plusDays(14);
            orders.add(order("m" + day, "c" + i, day + "T12:00:00Z", amount));
        }
        return orders;
    }

    private static Map<String, Object> tool(String amount, String from, String until) {
        return Map.of("kind", "tool", "amount", amount, "currency", "EUR", "from", from, "until", until);
    }
}
