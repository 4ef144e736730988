package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.ServiceTestResource;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cuts within cuts multiply: what one request may ask for is bounded, and what people ask for is below it. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class CutsIT {
    private static final String TENANT = "cuts";
    private static final String DAYS = "by(dimension: AGENT) { measures { trend(granularity: DAY) { complete } } }";

    @BeforeEach
    void answersOfThreeAgents() {
        ingest(
                TENANT,
                "responses",
                IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> Map.of(
                                "response",
                                "r" + number,
                                "survey",
                                "csat",
                                "type",
                                "csat.5",
                                "agent",
                                "a" + number,
                                "score",
                                5,
                                "at",
                                "2025-05-05T10:00:00Z"))
                        .toList());
    }

    @Test
    void givesTwoYearsOfMonthsOfEachAgent() {
        JsonNode groups = ask("{ satisfaction(period: {from: \"2024-01-01\", to: \"2026-01-01\"}) "
                        + "{ by(dimension: AGENT) { measures { trend(granularity: MONTH) { measures { csat { denominator } "
                        + "npsChange { difference } } } } } } }")
                .at("/data/satisfaction/by");

        assertThat(groups).hasSize(3);
        assertThat(groups.at("/1/measures/trend")).hasSize(24);
        assertThat(groups.at("/1/measures/trend/16/measures/csat/denominator").asInt())
                .isEqualTo(1);
    }

    @Test
    void givesAYearOfDaysOfThreeAgentsOnceButNotTwice() {
        String year = "satisfaction(period: {from: \"2025-01-01\", to: \"2026-01-01\"}) { " + DAYS + " }";

        assertThat(ask("{ " + year + " }").at("/data/satisfaction/by/2/measures/trend"))
                .hasSize(365);
        assertRefused(ask("{ a: " + year + " b: " + year + " }"), "granularity", "2000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016 | granularity | 400  | by(dimension: AGENT) { measures { trend(granularity: DAY) { measures { by(dimension: MARKET) { measures { csat { value } } } } } } }",
                "2024 | granularity | 400  | trend(granularity: DAY) { complete }",
                "2025 | granularity | 2000 | by(dimension: AGENT) { measures { a: trend(granularity: DAY) { complete } b: trend(granularity: DAY) { complete } } }",
                "2025 | dimension   | 2000 | trend(granularity: DAY) { measures { a: by(dimension: MARKET) { key } b: by(dimension: TEAM) { key } c: by(dimension: SOURCE) { key } "
                        + "d: by(dimension: LANGUAGE) { key } e: by(dimension: CAMPAIGN) { key } f: by(dimension: AGENT) { key } } }",
                "2025 | npsChange   | 2000 | trend(granularity: DAY) { measures { a: npsChange { difference } b: npsChange { difference } c: npsChange { difference } "
                        + "d: npsChange { difference } e: npsChange { difference } f: npsChange { difference } } }"
            })
    void refusesWhatMultiplies(int year, String field, String bound, String cuts) {
        assertRefused(
                ask("{ satisfaction(period: {from: \"" + year + "-01-01\", to: \"2026-01-01\"}) { " + cuts + " } }"),
                field,
                bound);
    }

    private static JsonNode ask(String query) {
        return as(TENANT, "executive").query(query);
    }

    private static void assertRefused(JsonNode answer, String field, String bound) {
        JsonNode error = answer.at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).as("%.500s", answer).isEqualTo("BAD_USER_INPUT");
        assertThat(error.at("/extensions/field").asText()).isEqualTo(field);
        assertThat(error.get("message").asText()).contains(bound);
    }
}
