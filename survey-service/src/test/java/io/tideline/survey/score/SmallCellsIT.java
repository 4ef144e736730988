package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SV-22: a segment in which so few answered that their answers could be told shows no score, and no total gives it away. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SmallCellsIT {
    private static final String TENANT = "small";

    @Inject
    FeedForTests feed;

    @Test
    void hidesASmallSegmentAndTheNextSmallestInEveryCut() {
        fill();
        as(TENANT, "admin").data("mutation { setPrivacyFloor(answers: 5) }");

        JsonNode found = as(TENANT, "operations")
                .data(
                        "{ satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}) { nps { value sampleSize } answers { count shown }"
                                + " by(dimension: MARKET) { key measures { nps { value reason sampleSize numerator denominator } answers { count shown }"
                                + " npsDistribution { count } npsChange { current { value } difference } responseRate { value reason } sentiment { positive { reason } } } }"
                                + " trend(granularity: MONTH) { measures { nps { value } answers { shown } } } }"
                                + " fr: satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}, segment: {markets: [\"FR\"]}) { nps { value reason } answers { shown } }"
                                + " us: satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}, segment: {markets: [\"US\"]}) { nps { value } answers { shown } } }");

        assertThat(found.at("/satisfaction/nps/sampleSize").asInt()).isEqualTo(41);
        JsonNode groups = found.at("/satisfaction/by");
        assertThat(shown(groups, "DE")).isEqualTo("30");
        assertThat(shown(groups, "FR")).isEqualTo("<5");
        assertThat(shown(groups, "US")).isEqualTo("hidden");
        for (JsonNode group : groups) {
            JsonNode measures = group.get("measures");
            boolean open = group.get("key").asText().equals("DE");
            assertThat(measures.at("/nps/value").isNull()).isEqualTo(!open);
            assertThat(measures.at("/nps/reason").asText()).isEqualTo(open ? "null" : "TOO_FEW");
            assertThat(measures.at("/nps/sampleSize").isNull()).isEqualTo(!open);
            assertThat(measures.at("/nps/numerator").isNull()).isEqualTo(!open);
            assertThat(measures.at("/nps/denominator").isNull()).isEqualTo(!open);
            assertThat(measures.get("npsDistribution").isEmpty()).isEqualTo(!open);
            assertThat(measures.at("/npsChange/current/value").isNull()).isEqualTo(!open);
            assertThat(measures.at("/npsChange/difference").isNull()).isTrue();
        }
        assertThat(found.at("/satisfaction/trend/0/measures/nps/value").isNull())
                .isTrue();
        assertThat(found.at("/satisfaction/trend/0/measures/answers/0/shown").asText())
                .isEqualTo("<5");
        assertThat(found.at("/satisfaction/trend/1/measures/answers/0/shown").asText())
                .isEqualTo("hidden");
        assertThat(found.at("/satisfaction/trend/2/measures/answers/0/shown").asText())
                .isEqualTo("29");
        assertThat(found.at("/fr/nps/reason").asText()).isEqualTo("TOO_FEW");
        assertThat(found.at("/fr/answers/0/shown").asText()).isEqualTo("<5");
        assertThat(found.at("/us/answers/0/shown").asText()).isEqualTo("8");
    }

    @Test
    void keepsTheFloorToThoseWhoMaySetIt() {
        assertThat(as("small-else", "operations")
                        .query("mutation { setPrivacyFloor(answers: 0) }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(as("small-else", "admin")
                        .query("mutation { setPrivacyFloor(answers: 101) }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    /** 30 of DE, 8 of US, 3 of FR; 4 in January, 8 in February, 29 in March. */
    private void fill() {
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, "FR", 3, "2026-01-10");
        add(rows, "US", 1, "2026-01-11");
        add(rows, "US", 7, "2026-02-10");
        add(rows, "DE", 1, "2026-02-11");
        add(rows, "DE", 29, "2026-03-10");
        ingest(TENANT, "responses", rows);
    }

    private void add(List<Map<String, Object>> rows, String market, int answers, String day) {
        for (int answer = 0; answer < answers; answer++) {
            String customer = market + day + answer;
            feed.tell(
                    "2025-01-01T00:00:00Z",
                    TENANT,
                    "customer.changed",
                    Map.of(
                            "id",
                            Ids.uuid(TENANT, "customer", customer).toString(),
                            "externalId",
                            customer,
                            "market",
                            market));
            rows.add(Map.of(
                    "survey",
                    "small",
                    "type",
                    "nps.0_10",
                    "response",
                    customer,
                    "score",
                    9,
                    "customer",
                    customer,
                    "at",
                    day + "T10:00:00Z"));
        }
    }

    private static String shown(JsonNode groups, String market) {
        for (JsonNode group : groups) {
            if (group.get("key").asText().equals(market)) {
                return group.at("/measures/answers/0/shown").asText();
            }
        }
        return "";
    }
}
