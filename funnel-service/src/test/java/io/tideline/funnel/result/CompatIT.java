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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
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

    /** At an instant of several different events PostHog goes by step, and what excludes or interrupts there does neither. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "POSTHOG   | exclude: [\"X\"]   | A 00:00, X 00:10, B 00:10, C 00:20          | 1 1 1 | 1 0 0",
                "POSTHOG   | exclude: [\"X\"]   | A 00:00, X 00:10, B 00:10, X 00:15, C 00:20 | 0 0 0 | 1 0 0",
                "POSTHOG   | exclude: [\"X\"]   | A 00:00, X 00:10, X 00:10, B 00:20          | 0 0 0 | 1 0 0",
                "POSTHOG   | order: STRICT      | A 00:00, X 00:10, B 00:10, C 00:20          | 1 1 1 | 1 0 0",
                "POSTHOG   | order: STRICT      | A 00:00, B 00:10, A 00:20, X 00:20, C 00:30 | 1 1 1 | 1 1 0",
                "POSTHOG   | order: STRICT      | A 00:00, C 00:10, X 00:10, B 00:10          | 1 1 1 | 1 0 0",
                "POSTHOG   | order: STRICT      | A 00:00, X 00:05, B 00:10                   | 1 0 0 | 1 0 0",
                "MIXPANEL  | exclude: [\"X\"]   | A 00:00, X 00:10, B 00:10, C 00:20          | 1 0 0 | 1 0 0",
                "AMPLITUDE | stepWindow: \"PT5M\"| A 00:00, B 00:01, B 00:05, C 00:08          | 1 1 0 | 1 1 1",
                "POSTHOG   | stepWindow: \"PT5M\"| A 00:00, B 00:01, B 00:05, C 00:08          | 1 1 1 | 1 1 1"
            })
    void countsAsTheProductWould(String profile, String option, String events, String theirs, String ours) {
        String tenant = "compat-" + Integer.toHexString((profile + option + events).hashCode());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String event : events.split(", ")) {
            tell(rows, "one", event + ":00");
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());

        JsonNode result = ask(tenant, profile, option, "steps { count }");

        assertThat(counts(result)).isEqualTo(theirs);
        assertThat(counts(result.at("/compat/ours"))).isEqualTo(ours);
    }

    /** From the first entry to the first completion, or from the last; that these times differ makes nobody differ. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"AMPLITUDE,4500", "POSTHOG,2700"})
    void startsWhereTheProductWould(String profile, int seconds) {
        String tenant = "starts-" + profile.toLowerCase(Locale.ROOT);
        List<Map<String, String>> rows = new ArrayList<>();
        tell(rows, "reentered", "A 00:00:00", "A 00:30:00", "B 00:45:00", "C 01:15:00");
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());

        JsonNode result =
                ask(tenant, profile, "window: \"PT2H\"", "steps { count timeFromStart { median { value } } }");

        assertThat(result.at("/steps/2/timeFromStart/median/value").asInt()).isEqualTo(seconds);
        assertThat(result.at("/compat/ours/steps/2/timeFromStart/median/value").asInt())
                .isEqualTo(2700);
        assertThat(result.at("/compat/differing").asInt()).isZero();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "MIXPANEL,  none, P7D,  3 1",
                "POSTHOG,   none, P14D, 3 2",
                "AMPLITUDE, none, none, 3 3",
                "POSTHOG,   P6D,  P6D,  3 1"
            })
    void takesTheProductsWindowWhereNothingNamesOne(
            String profile, @Nullable String defined, @Nullable String window, String counts) {
        String tenant = "windows-" + profile.toLowerCase(Locale.ROOT) + defined;
        List<Map<String, String>> rows = new ArrayList<>();
        for (int days : List.of(5, 10, 20)) {
            rows.add(Api.event("a" + days, "c" + days, "A", "2026-02-01T00:00:00Z"));
            rows.add(Api.event("b" + days, "c" + days, "B", "2026-02-%02dT00:00:00Z".formatted(days + 1)));
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), defined == null ? Map.of() : Map.of("window", defined));

        JsonNode result = ask(tenant, profile, "unit: CUSTOMER", "window steps { count }");

        assertThat(counts(result)).isEqualTo(counts);
        assertThat(
                        result.get("window").isNull()
                                ? null
                                : Duration.parse(result.get("window").asText()))
                .isEqualTo(window == null ? null : Duration.parse(window));
    }

    private static JsonNode ask(String tenant, String profile, String option, String fields) {
        return Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") {
                            result(period: { from: "2026-02-01", to: "2026-03-01" }, options: { compat: %s, %s }) {
                              %s compat { differing ours { %s } } } } }
                        """
                                .formatted(profile, option, fields, fields))
                .at("/funnel/result");
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
