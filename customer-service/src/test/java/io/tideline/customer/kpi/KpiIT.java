package io.tideline.customer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class KpiIT {
    private static final String TARGET =
            " target { min max minIncluded maxIncluded variant period validFrom isPreset } ";

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource({"executive,6,STRATEGIC", "operations,5,TACTICAL", "lead,5,EXECUTION", "agent,5,EXECUTION"})
    void showsEachRoleItsLayer(String role, int count, String layer) {
        JsonNode all = GraphqlClient.as(TokenForTests.of("kpi", role))
                .data("{ kpis { layer key title definition { formula } cadence audience } }");
        JsonNode asked = GraphqlClient.as(TokenForTests.of("kpi", role)).data("{ kpis(layer: " + layer + ") { key } }");

        assertThat(all.get("kpis")).hasSize(count);
        assertThat(asked.get("kpis")).hasSize(count);
        assertThat(all.get("kpis").findValuesAsText("layer")).containsOnly(layer);
    }

    @Test
    void addsUpTheLayersOfSeveralRoles() {
        JsonNode data = GraphqlClient.as(TokenForTests.of("kpi", "executive", "operations", "lead"))
                .data("{ kpis { key } }");

        assertThat(data.get("kpis")).hasSize(16);
    }

    @Test
    void takesTheTargetThatHoldsOnADay() {
        JsonNode sent = Api.ingest(
                "kpi-own",
                "kpi-targets",
                "[{\"kpi\":\"marketing_roi\",\"from\":\"2026-01-01\",\"min\":\"4\",\"variant\":\"roi.net\"},"
                        + "{\"kpi\":\"marketing_roi\",\"from\":\"2026-07-01T00:00:00Z\",\"min\":4.5,\"variant\":\"net\"},"
                        + "{\"kpi\":\"marketing_roi\",\"from\":\"2026-07-01\",\"min\":\"4.50\",\"variant\":\"net\"},"
                        + "{\"kpi\":\"marketing_roi\",\"from\":\"2026-07-01\",\"min\":\"5\",\"variant\":\"net\"}]");

        assertThat(Api.statuses(sent)).isEqualTo("ACCEPTED ACCEPTED DUPLICATE UPDATED");
        assertThat(target("2025-12-31"))
                .isEqualTo(
                        Api.json(
                                "{\"min\":\"5\",\"max\":null,\"minIncluded\":false,\"maxIncluded\":false,\"variant\":\"roi.gross\",\"period\":\"QUARTER\",\"validFrom\":null,\"isPreset\":true}"));
        assertThat(target("2026-06-30"))
                .isEqualTo(
                        Api.json(
                                "{\"min\":\"4\",\"max\":null,\"minIncluded\":false,\"maxIncluded\":false,\"variant\":\"roi.net\",\"period\":\"QUARTER\",\"validFrom\":\"2026-01-01\",\"isPreset\":false}"));
        assertThat(target("2026-07-01").get("min").asText()).isEqualTo("5");
    }

    @Test
    void rejectsTargetsThatMeanNothing() {
        JsonNode sent = Api.ingest(
                "kpi-bad",
                "kpi-targets",
                "[{\"kpi\":\"luck\",\"from\":\"2026-01-01\",\"min\":1},{\"kpi\":\"churn_rate\",\"from\":\"soon\",\"max\":1},"
                        + "{\"kpi\":\"churn_rate\",\"from\":\"2026-01-01\"},{\"kpi\":\"churn_rate\",\"from\":\"2026-01-01\",\"min\":2,\"max\":1},"
                        + "{\"kpi\":\"churn_rate\",\"from\":\"2026-01-01\",\"max\":0.05,\"variant\":\"roi.net\"}]");

        assertThat(sent.get("rows").findValuesAsText("field"))
                .isEqualTo(List.of("kpi", "from", "min", "max", "variant"));
    }

    @Test
    void judgesValuesChangesAndPaces() {
        JsonNode kpis = GraphqlClient.as(TokenForTests.of("kpi", "executive"))
                .data(
                        "{ kpis(layer: STRATEGIC) { key above: status(value: \"0.22\") none: status"
                                + " change(period: { from: \"2024-02-01\", to: \"2024-03-01\" }, current: \"29\", previous: \"0\") { relative isNew previousFrom previousDays days }"
                                + " pace(period: { from: \"2026-06-01\", to: \"2026-07-01\" }, on: \"2026-06-21\", done: \"18\", target: \"30\") { projected planToDate attainment } } }")
                .get("kpis");

        assertThat(kpis.at("/1/key").asText()).isEqualTo("overall_conversion");
        assertThat(kpis.at("/1/above").asText()).isEqualTo("ABOVE_RANGE");
        assertThat(kpis.at("/1/none").asText()).isEqualTo("NO_VALUE");
        assertThat(kpis.at("/0/change"))
                .isEqualTo(
                        Api.json(
                                "{\"relative\":null,\"isNew\":true,\"previousFrom\":\"2023-02-01\",\"previousDays\":28,\"days\":29}"));
        assertThat(kpis.at("/0/pace/planToDate").asDouble()).isEqualTo(21.0);
        assertThat(kpis.at("/0/pace/attainment").asDouble())
                .isCloseTo(0.857143, org.assertj.core.data.Offset.offset(5e-7));
    }

    @Test
    void listsMetricsWithTheirVariants() {
        GraphqlClient agent = GraphqlClient.as(TokenForTests.of("kpi", "agent"));

        JsonNode some = agent.data(
                        "{ metricDefinitions(keys: [\"nps\", \"roi\"]) { key variant version unit formula isDefault } }")
                .get("metricDefinitions");
        JsonNode all = agent.data("{ metricDefinitions { key } }").get("metricDefinitions");
        JsonNode unknown = agent.query("{ metricDefinitions(keys: [\"luck\"]) { key } }");

        assertThat(some.findValuesAsText("variant"))
                .startsWith("nps.0_10", "nps.1_10")
                .contains("roi.net", "roi.gross");
        assertThat(all.size()).isGreaterThan(some.size());
        assertThat(unknown.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    private static JsonNode target(String on) {
        return GraphqlClient.as(TokenForTests.of("kpi-own", "executive"))
                .data("{ kpis(layer: STRATEGIC, on: \"" + on + "\") { key" + TARGET + "} }")
                .at("/kpis/3/target");
    }
}
