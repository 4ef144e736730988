package io.tideline.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DurationStatsTest {
    private static final Instant NOW = Instant.parse("2026-06-30T16:00:00Z");
    private static final MetricDefinition FIRST_RESPONSE = MetricCatalog.load().definition("frt");
    private static final MetricDefinition CYCLE = MetricCatalog.load().definition("repurchase_cycle");

    @Test
    void showsMeanMedianAndTailBesideWhatStillWaits() {
        DurationStats stats =
                DurationStats.of(FIRST_RESPONSE, new double[] {120, 60}, NOW).withOpen(1, 7200.0);

        assertThat(stats.getMean().value()).isEqualTo(90);
        assertThat(stats.getMedian().value()).isEqualTo(90);
        assertThat(stats.getP90().value()).isEqualTo(114);
        assertThat(stats.getMean().unit()).isEqualTo(Unit.SECONDS);
        assertThat(stats.getSampleSize()).isEqualTo(2);
        assertThat(stats.getUnanswered()).isEqualTo(1);
        assertThat(stats.getOldestWaitSeconds()).isEqualTo(7200);
    }

    @Test
    void meetsATargetOnlyWhenStrictlyShorter() {
        DurationStats stats = DurationStats.of(FIRST_RESPONSE, new double[] {179, 180, 181, 60}, NOW);

        Measure within = new DurationGraph().within(stats, 180);

        assertThat(within.value()).isEqualTo(0.5);
        assertThat(within.unit()).isEqualTo(Unit.RATIO);
        assertThat(within.sampleSize()).isEqualTo(4);
    }

    @Test
    void speaksInDaysWhereItsDefinitionDoes() {
        DurationStats stats = DurationStats.of(CYCLE, new double[] {86_400, 259_200}, NOW);

        assertThat(stats.getMean().value()).isEqualTo(2);
        assertThat(stats.getMean().unit()).isEqualTo(Unit.DAYS);
        assertThat(stats.shorterThan(2).value()).isEqualTo(0.5);
    }

    @Test
    void saysNothingAboutNothing() {
        DurationStats stats = DurationStats.of(FIRST_RESPONSE, new double[0], NOW);

        assertThat(stats.getMedian().value()).isNull();
        assertThat(stats.getMedian().reason()).isEqualTo(NoValueReason.NO_DATA);
        assertThat(stats.shorterThan(1).reason()).isEqualTo(NoValueReason.NO_DENOMINATOR);
        assertThat(stats.getUnanswered()).isNull();
    }
}
