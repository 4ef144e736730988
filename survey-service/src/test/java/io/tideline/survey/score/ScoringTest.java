package io.tideline.survey.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.platform.stat.Interval95;
import io.tideline.platform.stat.IntervalMethod;
import io.tideline.survey.survey.SurveyType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final Offset<Double> SIX_DECIMALS = within(1e-6);
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "nps.csv", numLinesToSkip = 1)
    void netPromoterScoreWithItsIntervals(
            String name,
            long promoters,
            long passives,
            long detractors,
            double points,
            double error,
            double waldLow,
            double waldHigh,
            double adjustedLow,
            double adjustedHigh) {
        NpsScoring score = new NpsScoring(promoters, passives, detractors);

        assertThat(score.points()).isNotNull();
        assertThat(String.valueOf(score.points()))
                .satisfies(value -> assertThat(Double.parseDouble(value)).isCloseTo(points, SIX_DECIMALS));
        assertThat(score.standardError()).isCloseTo(error, SIX_DECIMALS);
        assertInterval(score.wald(), IntervalMethod.WALD, waldLow, waldHigh);
        assertInterval(score.adjusted(), IntervalMethod.ADJUSTED_WALD, adjustedLow, adjustedHigh);
    }

    /** SV-06. */
    @Test
    void nobodyAnsweredIsNoScore() {
        assertThat(NpsScoring.of(ScoreCounts.NONE, SurveyType.NPS_0_10).points())
                .isNull();
        assertThat(BoxScoring.of(ScoreCounts.NONE, SurveyType.CSAT_5).share()).isNull();
        assertThat(MeanScoring.of(ScoreCounts.NONE, SurveyType.CES_EFFORT_7).mean())
                .isNull();
    }

    /** SV-07. */
    @Test
    void aChangeWithinChanceIsNoChange() {
        var test = new NpsScoring(60, 30, 30).compare(new NpsScoring(50, 30, 40));

        assertThat(test.z()).isCloseTo(1.5265, within(5e-5));
        assertThat(test.p()).isCloseTo(0.1269, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"0,DETRACTOR", "6,DETRACTOR", "7,PASSIVE", "8,PASSIVE", "9,PROMOTER", "10,PROMOTER"})
    void everyScoreHasItsGroup(int score, NpsGroup group) {
        assertThat(NpsGroup.of(score)).isEqualTo(group);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "share_change.csv", numLinesToSkip = 1)
    void changeOfAShareOfGoodAnswers(
            String name,
            long goodBefore,
            long before,
            long goodNow,
            long now,
            @Nullable Double difference,
            @Nullable Double z,
            @Nullable Double p,
            @Nullable Boolean significant) {
        ShareChange change = Readings.csatChange(answered(goodBefore, before), answered(goodNow, now), null, null, NOW);

        assertNear(change.difference(), difference);
        assertNear(change.z(), z);
        assertNear(change.pValue(), p);
        assertThat(change.significant()).isEqualTo(significant);
        assertThat(change.previous().sampleSize()).isEqualTo((int) before);
        assertThat(change.current().sampleSize()).isEqualTo((int) now);
    }

    private static Satisfaction.Counts answered(long good, long answers) {
        ScoreCounts counts =
                answers == 0 ? ScoreCounts.NONE : ScoreCounts.of(SurveyType.CSAT_5, Map.of(5, good, 2, answers - good));
        return new Satisfaction.Counts(counts, DeliveryCounts.NONE, counts.types());
    }

    private static void assertNear(@Nullable Double found, @Nullable Double expected) {
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).isCloseTo(expected, SIX_DECIMALS);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "box.csv", numLinesToSkip = 1)
    void shareOfGoodAnswersWithItsInterval(
            String name, String type, String answers, long inside, long n, double share, double low, double high) {
        BoxScoring box = BoxScoring.of(counts(type, answers), type(type));

        assertThat(box).isEqualTo(new BoxScoring(inside, n));
        assertThat(Double.parseDouble(String.valueOf(box.share()))).isCloseTo(share, SIX_DECIMALS);
        assertInterval(box.interval(), IntervalMethod.WILSON, low, high);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "mean.csv", numLinesToSkip = 1)
    void meanAnswer(String name, String type, String answers, long sum, long n, String mean) {
        MeanScoring score = MeanScoring.of(counts(type, answers), type(type));

        assertThat(score.sum()).isEqualTo(sum);
        assertThat(score.answers()).isEqualTo(n);
        assertThat(score.mean()).isEqualByComparingTo(mean);
    }

    /** SV-14: the wording turns the direction round, so the two are never one series. */
    @Test
    void directionBelongsToTheWording() {
        assertThat(SurveyType.CES_AGREE_7.higherIsBetter()).isTrue();
        assertThat(SurveyType.CES_EFFORT_7.higherIsBetter()).isFalse();
        assertThat(SurveyType.of("ces2.agree7.pct_positive")).contains(SurveyType.CES_AGREE_7);
        assertThat(SurveyType.of("ces.effort7.pct_low")).contains(SurveyType.CES_EFFORT_7);
    }

    private static SurveyType type(String text) {
        return SurveyType.of(text).orElseThrow();
    }

    private static ScoreCounts counts(String type, String answers) {
        Map<Integer, Long> byScore = Arrays.stream(answers.split(" "))
                .map(count -> count.split(":"))
                .collect(Collectors.toMap(count -> Integer.valueOf(count[0]), count -> Long.valueOf(count[1])));
        return ScoreCounts.of(type(type), byScore);
    }

    private static void assertInterval(Interval95 interval, IntervalMethod method, double low, double high) {
        assertThat(interval.method()).isEqualTo(method);
        assertThat(interval.low()).isCloseTo(low, SIX_DECIMALS);
        assertThat(interval.high()).isCloseTo(high, SIX_DECIMALS);
    }
}
