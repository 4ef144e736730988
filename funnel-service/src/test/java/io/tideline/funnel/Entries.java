package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.test.Figures;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Entries of the bank's funnel by calendar bucket, against what was counted elsewhere. */
final class Entries {
    private Entries() {}

    static void compareMonths(String tenant, String zone, Figures answer) {
        JsonNode points = trend(tenant, zone, "MONTH");
        answer.parts().forEach((month, expected) -> {
            JsonNode result = resultFrom(points, month + "-01");
            assertThat(result.get("entered").asInt())
                    .as("%s in %s", month, zone)
                    .isEqualTo(expected.get("entered").asInt());
            assertThat(result.get("converted").asInt())
                    .as("%s in %s", month, zone)
                    .isEqualTo(expected.get("activated").asInt());
            assertThat(result.at("/overall/value").asDouble())
                    .as("%s in %s", month, zone)
                    .isCloseTo(expected.get("rate").asDouble(), within(1e-12));
        });
    }

    static void compareDays(String tenant, String zone, Figures answer) {
        JsonNode points = trend(tenant, zone, "DAY");
        answer.counts().forEach((day, entered) -> assertThat(
                        resultFrom(points, day).get("entered").asInt())
                .as(day)
                .isEqualTo(entered));
    }

    private static JsonNode trend(String tenant, String zone, String granularity) {
        return Api.as(tenant, "executive")
                .data(
                        """
                        query($zone: TimeZone!, $granularity: Granularity!) {
                          funnel(key: "short") {
                            trend(granularity: $granularity, period: { from: "2011-09-01", to: "2012-01-01", timeZone: $zone },
                                options: { reentry: FIRST_ENTRY }) {
                              from result { entered converted overall { value } }
                            }
                          }
                        }
                        """,
                        Map.of("zone", zone, "granularity", granularity))
                .at("/funnel/trend");
    }

    private static JsonNode resultFrom(JsonNode points, String from) {
        return StreamSupport.stream(points.spliterator(), false)
                .filter(point -> point.get("from").asText().equals(from))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no point from " + from))
                .get("result");
    }
}
