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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How shares of good answers moved from January to February. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class ShareChangeIT {
    private static final String CHANGE =
            " { previous { numerator denominator reason } current { numerator denominator } difference z pValue significant }";

    @Test
    void comparesEachScaleWithItself() {
        String tenant = "share-change";
        give(tenant, "csat.5", "2026-01-10", 30, 10, 5, 3);
        give(tenant, "csat.5", "2026-02-10", 20, 20, 4, 2);
        give(tenant, "csat.7", "2026-02-11", 3, 1, 7, 1);
        give(tenant, "ces2.agree7.pct_positive", "2026-01-12", 3, 1, 5, 4);
        give(tenant, "ces2.agree7.pct_positive", "2026-02-12", 1, 3, 7, 1);

        JsonNode five = february(tenant, "csatChange");
        JsonNode seven = february(tenant, "csatChange(variant: \"csat.top_box\", scale: 7)");
        JsonNode effort = february(tenant, "cesChange");

        assertThat(shares(five)).isEqualTo("30/40 20/40");
        assertThat(five.get("difference").asDouble()).isCloseTo(-0.25, within(1e-6));
        assertThat(five.get("z").asDouble()).isCloseTo(2.309401, within(1e-6));
        assertThat(five.get("pValue").asDouble()).isCloseTo(0.020921, within(1e-6));
        assertThat(five.get("significant").asBoolean()).isTrue();
        assertThat(shares(seven)).isEqualTo("0/0 3/4");
        assertThat(seven.get("difference").isNull()).isTrue();
        assertThat(shares(effort)).isEqualTo("3/4 1/4");
        assertThat(effort.get("z").asDouble()).isCloseTo(1.414214, within(1e-6));
        assertThat(effort.get("significant").isNull()).isTrue();
    }

    @Test
    void refusesMeansAndScalesThatAreNotNamed() {
        String tenant = "share-change-refused";
        give(tenant, "csat.5", "2026-02-10", 1, 0, 5, 1);
        give(tenant, "csat.7", "2026-02-10", 1, 0, 7, 1);

        assertThat(List.of(
                        "csatChange(variant: \"csat.mean\")",
                        "cesChange(variant: \"ces2.mean\")",
                        "csatChange(variant: \"csat.top_box\")"))
                .allSatisfy(field -> assertThat(query(tenant, field)
                                .at("/errors/0/extensions/code")
                                .asText())
                        .as(field)
                        .isEqualTo("BAD_USER_INPUT"));
    }

    @Test
    void tellsNothingOfAPeriodThatIsHidden() {
        String tenant = "share-change-hidden";
        as(tenant, "admin").data("mutation { setPrivacyFloor(answers: 5) }");
        give(tenant, "csat.5", "2026-01-10", 3, 0, 5, 1);
        give(tenant, "csat.5", "2026-02-10", 40, 0, 5, 1);

        JsonNode change = query(tenant, "trend(granularity: MONTH) { measures { csatChange" + CHANGE + " } }")
                .at("/data/satisfaction/trend/0/measures/csatChange");

        assertThat(change.at("/previous/reason").asText()).isEqualTo("TOO_FEW");
        assertThat(change.at("/current/denominator").asInt()).isEqualTo(40);
        assertThat(change.get("difference").isNull() && change.get("z").isNull())
                .isTrue();
    }

    private static JsonNode february(String tenant, String field) {
        return query(tenant, field + CHANGE).at("/data/satisfaction").elements().next();
    }

    private static JsonNode query(String tenant, String field) {
        String fields = field.endsWith("}") ? field : field + CHANGE;
        return as(tenant, "executive")
                .query("{ satisfaction(period: {from: \"2026-02-01\", to: \"2026-03-01\"}) { " + fields + " } }");
    }

    private static String shares(JsonNode change) {
        return change.at("/previous/numerator").asInt()
                + "/" + change.at("/previous/denominator").asInt()
                + " " + change.at("/current/numerator").asInt()
                + "/" + change.at("/current/denominator").asInt();
    }

    private static void give(String tenant, String type, String day, int good, int others, int score, int other) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int answer = 0; answer < good + others; answer++) {
            rows.add(Map.of(
                    "survey",
                    type.replaceAll("\\W", ""),
                    "type",
                    type,
                    "response",
                    day + answer,
                    "score",
                    answer < good ? score : other,
                    "at",
                    day + "T10:00:00Z"));
        }
        ingest(tenant, "responses", rows);
    }
}
