package io.tideline.survey.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tideline.survey.survey.SurveyType;
import io.tideline.test.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real surveys against answers that were computed elsewhere. */
class DataSetsTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /** 0 says that the question did not apply: it is no answer. */
    @Test
    void airlinePassengersOnFourteenItems() throws IOException {
        List<NamedCsvRecord> rows = rows("airline_csat/airline_satisfaction.csv");
        JsonNode items = SharedData.answers("airline_csat").get("items");

        assertThat(items).hasSize(14);
        items.fields().forEachRemaining(item -> {
            JsonNode known = item.getValue();
            ScoreCounts counts = counts(SurveyType.CSAT_5, rows, item.getKey(), row -> true);
            assertBox(counts, SurveyType.CSAT_5, known, "answered_1_to_5", "top2_count");
            assertMean(counts, SurveyType.CSAT_5, known);
        });
    }

    @Test
    void mobilePhoneCustomersOnTenSteps() throws IOException {
        List<NamedCsvRecord> rows = rows("csat_mobi/mobi.csv");
        JsonNode known = SharedData.answers("csat_mobi");

        assertBox(
                counts(SurveyType.CSAT_10, rows, "CUSA1", row -> true),
                SurveyType.CSAT_10,
                known.get("csat_CUSA1_ge_8"),
                "n",
                "satisfied");
        assertNps(counts(SurveyType.NPS_1_10, rows, "CUSL3", row -> true), known.get("recommend_CUSL3_nps_on_1_10"));
        known.get("items")
                .fields()
                .forEachRemaining(item -> assertMean(
                        counts(SurveyType.CSAT_10, rows, item.getKey(), row -> true),
                        SurveyType.CSAT_10,
                        item.getValue()));
    }

    /** Each group is counted by itself; the whole is pooled from their counts, never from their scores. */
    @Test
    void gardenersByWhenTheyCame() throws IOException {
        List<NamedCsvRecord> rows = rows("nps_botanic/responses_utf8.csv");
        JsonNode known = SharedData.answers("nps_botanic");

        known.get("nps_by_t")
                .fields()
                .forEachRemaining(group -> assertNps(
                        counts(SurveyType.NPS_1_10, rows, "nps", row -> row.getField("t")
                                .equals(group.getKey())),
                        group.getValue()));
        assertNps(counts(SurveyType.NPS_1_10, rows, "nps", row -> true), known.get("nps"));
        assertMean(
                counts(SurveyType.CSAT_10, rows, "intention", row -> true),
                SurveyType.CSAT_10,
                known.get("intention_mean"));
    }

    private static void assertNps(ScoreCounts counts, JsonNode known) {
        NpsScoring score = NpsScoring.of(counts, SurveyType.NPS_1_10);

        assertThat(score)
                .isEqualTo(new NpsScoring(
                        known.get("promoters").asLong(),
                        known.get("passives").asLong(),
                        known.get("detractors").asLong()));
        assertThat(number(score.points())).isCloseTo(known.get("nps").asDouble(), EXACT);
        assertThat(score.standardError()).isCloseTo(known.get("se_points_div_n").asDouble(), EXACT);
        assertThat(score.wald().low()).isCloseTo(known.at("/ci95_div_n/0").asDouble(), EXACT);
        assertThat(score.wald().high()).isCloseTo(known.at("/ci95_div_n/1").asDouble(), EXACT);
    }

    private static void assertBox(ScoreCounts counts, SurveyType type, JsonNode known, String answers, String inside) {
        BoxScoring box = BoxScoring.of(counts, type);

        assertThat(box)
                .isEqualTo(new BoxScoring(
                        known.get(inside).asLong(), known.get(answers).asLong()));
        assertThat(number(box.share()) * 100).isCloseTo(known.get("csat_pct").asDouble(), EXACT);
        assertThat(box.interval().low() * 100)
                .isCloseTo(known.at("/ci95_wilson/0").asDouble(), EXACT);
        assertThat(box.interval().high() * 100)
                .isCloseTo(known.at("/ci95_wilson/1").asDouble(), EXACT);
    }

    private static void assertMean(ScoreCounts counts, SurveyType type, JsonNode known) {
        MeanScoring mean = MeanScoring.of(counts, type);

        assertThat(number(mean.mean())).isCloseTo(known.get("mean").asDouble(), EXACT);
        assertThat(mean.deviation()).isCloseTo(known.get("sd").asDouble(), EXACT);
    }

    private static double number(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value).doubleValue();
    }

    private static ScoreCounts counts(
            SurveyType type, List<NamedCsvRecord> rows, String column, Predicate<NamedCsvRecord> wanted) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            String score = row.getField(column);
            if (wanted.test(row) && !score.equals("NA") && type.holds(Integer.parseInt(score))) {
                counts.merge(Integer.valueOf(score), 1L, Long::sum);
            }
        }
        return ScoreCounts.of(type, counts);
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(SharedData.file(file))) {
            return rows.stream().toList();
        }
    }
}
