package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.metric.DurationStats;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeDistributionTest {
    private static final Instant NOW = Instant.parse("2026-06-30T16:00:00Z");
    private static final MetricDefinition FROM_START = MetricCatalog.load().definition("time_to_convert.from_start");

    @Test
    void readsTheTimesOfTheSumsBesideIt() {
        DurationStats stats = DurationStats.of(FROM_START, new double[] {90, 30, 60}, NOW);
        TimeDistribution times = new TimeDistribution(FROM_START, stats, NOW);

        assertThat(times.getSampleSize()).isEqualTo(3);
        assertThat(times.longest()).isEqualTo(90);
        assertThat(times.percentile(0.5, PercentileMethod.CONTINUOUS)).isEqualTo(stats.getMedian());
        assertThat(times.histogram(3, 90)).extracting(TimeBucket::count).isEqualTo(List.of(0, 1, 2));
        assertThat(stats.sorted()).containsExactly(30, 60, 90).isSameAs(stats.sorted());
    }
}
