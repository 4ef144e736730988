package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Entries of the bank's funnel by calendar bucket, against what was counted elsewhere. */
final class Entries {
    private Entries() {}

    static void compareMonths(String tenant, String zone, JsonNode answer) {
        JsonNode points = trend(tenant, zone, "MONTH");
        answer.fields().forEachRemaining(month -> {
            JsonNode point = pointOf(points, month.getKey() + "-01");
            assertThat(point.at("/result/entered").asInt())
                    .as("%s in %s", month.getKey(), zone)
                    .isEqualTo(month.getValue().get("entered").asInt());
            assertThat(point.at("/result/converted").asInt())
                    .as("%s in %s", month.getKey(), zone)
                    .isEqualTo(month.getValue().get("activated").asInt());
        });
    }

    static void compareDays(String tenant, String zone, JsonNode answer) {
        JsonNode points = trend(tenant, zone, "DAY");
        answer.fields().forEachRemaining(day -> assertThat(
                        pointOf(points, day.getKey()).at("/result/entered").asInt())
                .as(day.getKey())
                .isEqualTo(day.getValue().asInt()));
    }

    private static JsonNode trend(String tenant, String zone, String granularity) {
        return Api.as(tenant, "executive")
                .data(
                        """
                        query($zone: TimeZone!, $granularity: Granularity!) {
                          funnel(key: "short") {
                            trend(granularity: $granularity, period: { from: "2011-09-01", to: "2012-01-01", timeZone: $zone },
                                options: { reentry: FIRST_ENTRY }) {
                              from result { entered converted }
                            }
                          }
                        }
                        """,
                        Map.of("zone", zone, "granularity", granularity))
                .at("/funnel/trend");
    }

    private static JsonNode pointOf(JsonNode points, String from) {
        return StreamSupport.stream(points.spliterator(), false)
                .filter(point -> point.get("from").asText().equals(from))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no point from " + from));
    }
}
