package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A real survey of a garden-centre chain against answers that were computed elsewhere. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class BotanicIT {
    private static final Pattern ROW = Pattern.compile("^\"\\d+\",(\\d+),(NA|\\d+),(NA|\\d+),(?:NA|\\d+),");
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void givesTheKnownScores() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("nps_botanic/responses_utf8.csv"))) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                rows.add(row("botanic", "nps.1_10", row.group(1), row.group(2)));
                rows.add(row("botanic-satisfaction", "csat.10", row.group(1), row.group(3)));
            }
        }
        for (int from = 0; from < rows.size(); from += 5000) {
            ingest("botanic", "responses", rows.subList(from, Math.min(rows.size(), from + 5000)));
        }

        JsonNode found = as("botanic", "executive")
                .data("{ satisfaction(period: {from: \"2026-01-01\", to: \"2026-02-01\"}) {"
                        + " nps(variant: \"nps.1_10\") { value numerator denominator interval { low high } definition { variant } }"
                        + " wald: nps(variant: \"nps.1_10\", interval: WALD) { interval { low high } }"
                        + " npsDistribution(variant: \"1_10\") { score count group } csat(variant: \"csat.top_box\") { value sampleSize interval { low high } }"
                        + " mean: csat(variant: \"csat.mean\") { value } eleven: nps { value } } }")
                .get("satisfaction");
        JsonNode known = SharedData.answers("nps_botanic");

        assertThat(found.at("/nps/value").asDouble())
                .isCloseTo(known.at("/nps/nps").asDouble(), EXACT);
        assertThat(found.at("/nps/denominator").asText()).isEqualTo("6806");
        assertThat(found.at("/nps/definition/variant").asText()).isEqualTo("nps.1_10");
        assertThat(found.at("/eleven/value").isNull()).isTrue();
        assertThat(found.at("/wald/interval/low").asDouble())
                .isCloseTo(known.at("/nps/ci95_div_n/0").asDouble(), EXACT);
        assertThat(found.at("/wald/interval/high").asDouble())
                .isCloseTo(known.at("/nps/ci95_div_n/1").asDouble(), EXACT);
        assertThat(found.at("/nps/interval/low").asDouble()).isCloseTo(51.171365, within(1e-6));
        assertThat(group(found, "PROMOTER"))
                .isEqualTo(known.at("/nps/promoters").asInt());
        assertThat(group(found, "PASSIVE")).isEqualTo(known.at("/nps/passives").asInt());
        assertThat(group(found, "DETRACTOR"))
                .isEqualTo(known.at("/nps/detractors").asInt());
        found.get("npsDistribution").forEach(score -> assertThat(
                        score.get("count").asInt())
                .isEqualTo(known.at("/distribution/nps/" + score.get("score").asText())
                        .asInt()));
        assertThat(found.at("/csat/value").asDouble() * 100)
                .isCloseTo(known.at("/csat_ge_8_of_10/csat_pct").asDouble(), EXACT);
        assertThat(found.at("/csat/interval/low").asDouble() * 100)
                .isCloseTo(known.at("/csat_ge_8_of_10/ci95_wilson/0").asDouble(), EXACT);
        assertThat(found.at("/mean/value").asDouble())
                .isCloseTo(known.at("/satisfaction_mean/mean").asDouble(), EXACT);
    }

    private static int group(JsonNode found, String group) {
        int count = 0;
        for (JsonNode score : found.get("npsDistribution")) {
            count += score.get("group").asText().equals(group)
                    ? score.get("count").asInt()
                    : 0;
        }
        return count;
    }

    private static Map<String, Object> row(String survey, String type, String response, String score) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("survey", survey);
        row.put("type", type);
        row.put("response", response);
        row.put("score", score.equals("NA") ? null : score);
        row.put("at", "2026-01-10T10:00:00Z");
        return row;
    }
}
