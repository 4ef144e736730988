package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** FN-03: the rates of a worked funnel, and who dropped off where. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class DropOffIT {
    private static final String TENANT = "fn-03";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long DAY = 24 * 60;

    @Test
    void tellsRatesAndWhoDroppedOff() {
        List<Map<String, String>> rows = new ArrayList<>();
        tell(rows, "c1", "A", 0, "B", 60, "C", 120);
        tell(rows, "c2", "A", 0, "X", 10, "B", 60, "C", 120);
        tell(rows, "c3", "B", 0, "A", 60, "C", 120);
        tell(rows, "c4", "A", 0, "B", 60);
        tell(rows, "c5", "A", 0, "B", 8 * DAY, "C", 8 * DAY + 5);
        tell(rows, "c6", "C", 0, "A", 5, "B", 10, "C", 20, "A", 30);
        tell(rows, "c7", "X", 0);
        tell(rows, "c8", "A", 0, "B", 6 * DAY, "C", 8 * DAY);
        Api.ingest(TENANT, rows);
        Api.define(TENANT, "f", List.of("A", "B", "C"), Map.of("window", "P7D"));

        JsonNode steps = GraphqlClient.as(TokenForTests.of(TENANT, "executive", "admin"))
                .data(
                        "{ funnel(key: \"f\") { result(period: { from: \"2026-03-01\", to: \"2026-04-01\" }, options: { asOf: \"2026-05-01T00:00:00Z\" }) "
                                + "{ steps { count stepRate { value } overallRate { value } dropped droppedCustomers { nodes { id } } } } } }")
                .at("/funnel/result/steps");

        assertThat(steps.findValuesAsText("count")).containsExactly("7", "5", "3");
        assertThat(steps.at("/1/stepRate/value").asDouble()).isCloseTo(5.0 / 7, within(1e-12));
        assertThat(steps.at("/2/stepRate/value").asDouble()).isCloseTo(0.6, within(1e-12));
        assertThat(steps.at("/2/overallRate/value").asDouble()).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(steps.findValuesAsText("dropped")).containsExactly("2", "2", "0");
        assertThat(dropped(steps.get(0))).containsExactlyInAnyOrder(ids("c3", "c5"));
        assertThat(dropped(steps.get(1))).containsExactlyInAnyOrder(ids("c4", "c8"));
        assertThat(dropped(steps.get(2))).isEmpty();
    }

    /** Long before the window ends: who was excluded has dropped, who was not is pending, and so is who entered again. */
    @Test
    void tellsWhomAnExclusionEnded() {
        String tenant = "fn-03-excluded";
        List<Map<String, String>> rows = new ArrayList<>();
        tell(rows, "excluded", "A", 0, "B", 10, "X", 20, "C", 30);
        tell(rows, "again", "A", 0, "B", 10, "X", 20, "A", 30);
        tell(rows, "straight", "A", 0, "B", 10);
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of("window", "P7D"));

        JsonNode result = GraphqlClient.as(TokenForTests.of(tenant, "executive", "admin"))
                .data("{ funnel(key: \"f\") { result(period: { from: \"2026-03-01\", to: \"2026-04-01\" }, "
                        + "options: { asOf: \"2026-03-02T00:00:00Z\", exclude: [\"X\"] }) "
                        + "{ pending dropped steps { droppedCustomers { nodes { id } } } } } }")
                .at("/funnel/result");

        assertThat(result.get("pending").asInt()).isEqualTo(2);
        assertThat(result.get("dropped").asInt()).isEqualTo(1);
        assertThat(dropped(result.at("/steps/1"))).containsExactly(id(tenant, "excluded"));
    }

    /** @param moments names, and minutes after the start */
    private static void tell(List<Map<String, String>> rows, String customer, Object... moments) {
        for (int at = 0; at < moments.length; at += 2) {
            Instant moment = START.plus(Duration.ofMinutes(((Number) moments[at + 1]).longValue()));
            rows.add(Api.event(customer + "-" + at, customer, moments[at].toString(), moment.toString()));
        }
    }

    private static List<String> dropped(JsonNode step) {
        return step.at("/droppedCustomers/nodes").findValuesAsText("id");
    }

    private static String[] ids(String... customers) {
        return Arrays.stream(customers).map(customer -> id(TENANT, customer)).toArray(String[]::new);
    }

    private static String id(String tenant, String customer) {
        return GlobalId.of("Customer", Ids.uuid(tenant, "customer", customer));
    }
}
