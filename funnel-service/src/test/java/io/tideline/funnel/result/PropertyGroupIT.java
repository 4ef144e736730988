package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.test.ServiceTestResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Funnels by what a property of the events said. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class PropertyGroupIT {
    private static final String JUNE = "period: { from: \"2026-06-01\", to: \"2026-07-01\" }";

    /**
     * <pre>
     * k1  A web 1   A app 2   B app 3   C web 4     its best entry is the second A
     * k2  A -   1   B web 2   C app 3               the entry has no value
     * k3  A web 1   B web 2
     * k4  A -   1
     * </pre>
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT_ENTRY  |    |             | - 2 1 1, app 1 1 1, web 1 1 0",
                "AT_ENTRY  |    | FIRST_ENTRY | - 2 1 1, web 2 2 1",
                "FIRST     |    |             | - 1 0 0, app 1 1 1, web 2 2 1",
                "LAST      |    |             | - 1 0 0, app 1 1 1, web 2 2 1",
                "STEP      | s1 |             | app 1 1 1, web 2 2 1",
                "STEP      | s2 |             | app 1 1 1, web 1 1 1",
                "ALL_STEPS |    |             | - 2 0 0, app 1 1 0, web 1 1 0"
            })
    void groupsByTheEventThatIsAskedFor(
            String attribution, @Nullable String stage, @Nullable String reentry, String expected) {
        String tenant = "property-" + attribution + stage + reentry;
        journeys(tenant);

        String asked = "attribution: " + attribution
                + (stage == null ? "" : ", attributionStage: \"" + stage + "\"")
                + (reentry == null ? "" : ", options: { reentry: " + reentry + " }");

        assertThat(groups(tenant, "via", asked)).isEqualTo(expected);
    }

    @Test
    void readsTheValueAlsoWhereOrderIsFreeOrTiesAreTolerated() {
        String tenant = "property-modes";
        Api.ingest(
                tenant,
                List.of(
                        event("1", "late", "B", "2026-06-02T00:00:00Z", "app"),
                        event("2", "late", "A", "2026-06-02T00:00:01.500Z", "web"),
                        event("3", "back", "B", "2026-06-03T00:00:00Z", "tv")));
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());

        assertThat(groups(
                        tenant,
                        "via",
                        "attribution: STEP, attributionStage: \"s1\", options: { tieToleranceMs: 2000 }"))
                .isEqualTo("app 1 1 0");
        assertThat(groups(tenant, "via", "options: { order: ANY_ORDER }")).isEqualTo("app 1 1 0, tv 1 0 0");
        assertThat(groups(tenant, "via", "options: { order: STRICT }")).isEqualTo("web 1 0 0");
        assertThat(groups(tenant, "via", "options: { hold: \"id\" }")).isEqualTo("");
    }

    @Test
    void testsEachValueAgainstTheOthers() {
        String tenant = "property-test";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int at = 0; at < 1200; at++) {
            rows.add(event("a" + at, "c" + at, "A", "2026-06-02T00:00:00Z", at < 200 ? "app" : "web"));
            if (at < 30 || (at >= 200 && at < 290)) {
                rows.add(event("b" + at, "c" + at, "B", "2026-06-03T00:00:00Z", null));
            }
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode app = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { propertyGroups(property: \"via\", " + JUNE
                        + ") { property value result { entered converted } test { z p significant } } } }")
                .at("/funnel/propertyGroups/0");

        assertThat(app.get("property").asText()).isEqualTo("via");
        assertThat(app.get("value").asText()).isEqualTo("app");
        assertThat(app.get("result")).isEqualTo(Api.json("{\"entered\":200,\"converted\":30}"));
        assertThat(app.at("/test/z").asDouble()).isCloseTo(2.581989, within(1e-6));
        assertThat(app.at("/test/p").asDouble()).isCloseTo(0.009823, within(1e-6));
        assertThat(app.at("/test/significant").asBoolean()).isTrue();
    }

    @Test
    void refusesWhatMakesNoGroups() {
        String tenant = "property-refused";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int at = 0; at < 101; at++) {
            rows.add(event("a" + at, "c", "A", "2026-06-02T00:00:00Z", "v" + at));
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        assertThat(refused(tenant, "property: \"via\"")).isEqualTo("BAD_USER_INPUT property");
        assertThat(refused(tenant, "property: \" \"")).isEqualTo("BAD_USER_INPUT property");
        assertThat(refused(tenant, "property: \"x\", attribution: CURRENT")).isEqualTo("BAD_USER_INPUT attribution");
        assertThat(refused(tenant, "property: \"x\", attribution: STEP")).isEqualTo("BAD_USER_INPUT attributionStage");
    }

    private static void journeys(String tenant) {
        Api.ingest(
                tenant,
                List.of(
                        event("1", "k1", "A", "2026-06-01T00:00:00Z", "web"),
                        event("2", "k1", "A", "2026-06-02T00:00:00Z", "app"),
                        event("3", "k1", "B", "2026-06-03T00:00:00Z", "app"),
                        event("4", "k1", "C", "2026-06-04T00:00:00Z", "web"),
                        event("5", "k2", "A", "2026-06-01T00:00:00Z", null),
                        event("6", "k2", "B", "2026-06-02T00:00:00Z", "web"),
                        event("7", "k2", "C", "2026-06-03T00:00:00Z", "app"),
                        event("8", "k3", "A", "2026-06-01T00:00:00Z", "web"),
                        event("9", "k3", "B", "2026-06-02T00:00:00Z", "web"),
                        event("10", "k4", "A", "2026-06-01T00:00:00Z", null)));
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());
    }

    private static Map<String, String> event(String id, String customer, String name, String at, @Nullable String via) {
        Map<String, String> event = new HashMap<>(Api.event(id, customer, name, at));
        if (via != null) {
            event.put("via", via);
        }
        return event;
    }

    private static String refused(String tenant, String arguments) {
        JsonNode error = Api.as(tenant, "executive")
                .query("{ funnel(key: \"f\") { propertyGroups(" + arguments + ", " + JUNE + ") { value } } }")
                .at("/errors/0/extensions");
        return error.get("code").asText() + " " + error.get("field").asText();
    }

    /** "value count count count" of each group, a dash for no value. */
    private static String groups(String tenant, String property, String more) {
        JsonNode groups = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { propertyGroups(property: \"" + property + "\", " + JUNE + ", " + more
                        + ") { value result { steps { count } } } } }")
                .at("/funnel/propertyGroups");
        List<String> shown = new ArrayList<>();
        groups.forEach(group -> {
            String value = group.get("value").asText();
            shown.add((value.isEmpty() ? "-" : value) + " "
                    + String.join(" ", group.get("result").findValuesAsText("count")));
        });
        return String.join(", ", shown);
    }
}
