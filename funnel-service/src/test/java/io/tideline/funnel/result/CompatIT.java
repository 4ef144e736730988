package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same events as other products would count them, and whom they count differently. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class CompatIT {
    private static final String TENANT = "compat";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MIXPANEL  | 5 4 1 | reentered tied tied0",
                "POSTHOG   | 4 3 2 | excluded tied0",
                "AMPLITUDE | 5 3 2 | tied0"
            })
    void tellsWhoIsCountedDifferently(String profile, String counts, String customers) {
        List<Map<String, String>> rows = new ArrayList<>();
        tell(rows, "reentered", "A 00:00:00", "A 00:30:00", "B 00:45:00", "C 01:15:00");
        tell(rows, "excluded", "A 00:00:00", "X 00:01:00");
        tell(rows, "tied", "B 00:00:00", "A 00:00:01.5");
        tell(rows, "tied0", "B 00:00:00", "A 00:00:00");
        tell(rows, "plain", "A 00:00:00", "B 00:01:00", "C 00:02:00");
        Api.ingest(TENANT, rows);
        Api.define(TENANT, "f", List.of("A", "B", "C"), Map.of("window", "PT1H"));

        JsonNode result = Api.as(TENANT, "executive", "admin")
                .data(
                        """
                        query($profile: CompatProfile!) {
                          funnel(key: "f") {
                            result(period: { from: "2026-02-01", to: "2026-03-01" }, options: { compat: $profile, exclude: ["X"] }) {
                              steps { count }
                              compat { profile rules differing ours { steps { count } } differingCustomers { totalCount nodes { id } } }
                            }
                          }
                        }
                        """,
                        Map.of("profile", profile))
                .at("/funnel/result");

        assertThat(counts(result)).isEqualTo(counts);
        assertThat(counts(result.at("/compat/ours"))).isEqualTo("5 2 2");
        assertThat(result.at("/compat/profile").asText()).isEqualTo(profile);
        assertThat(result.at("/compat/rules")).hasSize(5);
        assertThat(result.at("/compat/differingCustomers/nodes").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(customers.split(" "))
                        .map(customer -> GlobalId.of("Customer", Ids.uuid(TENANT, "customer", customer)))
                        .toList());
        assertThat(result.at("/compat/differing").asInt())
                .isEqualTo(result.at("/compat/differingCustomers/totalCount").asInt());
    }

    private static String counts(JsonNode result) {
        return String.join(
                " ",
                StreamSupport.stream(result.get("steps").spliterator(), false)
                        .map(step -> step.get("count").asText())
                        .toList());
    }

    private static void tell(List<Map<String, String>> rows, String customer, String... events) {
        for (String event : events) {
            rows.add(Api.event(
                    customer + rows.size(), customer, event.substring(0, 1), "2026-02-01T" + event.substring(2) + "Z"));
        }
    }
}
