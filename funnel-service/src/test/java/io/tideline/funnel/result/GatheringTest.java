package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.funnel.StageMatch;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions share a reading as long as their customers are the same and their memory is bounded. */
class GatheringTest {
    private static final FunnelStage STAGE = new FunnelStage("a", "A", new StageMatch(null, "A", null), false);
    private static final FunnelQuery COUNTS = query(SegmentInput.EVERYONE, Details.NONE);
    private static final FunnelQuery TIMES = query(SegmentInput.EVERYONE, new Details(true, false, false, false));

    @Test
    void takesTwelveQuestions() {
        Gathering gathering = new Gathering(COUNTS);
        for (int asked = 0; asked < 12; asked++) {
            assertThat(gathering.takes(COUNTS, null)).isTrue();
            gathering.add(question(COUNTS, null));
        }

        assertThat(gathering.takes(COUNTS, null)).isFalse();
    }

    @Test
    void takesFourQuestionsThatCollectTimesOrCustomers() {
        Gathering gathering = new Gathering(TIMES);
        for (int asked = 0; asked < 4; asked++) {
            assertThat(gathering.takes(TIMES, null)).isTrue();
            gathering.add(question(TIMES, null));
        }

        assertThat(gathering.takes(TIMES, null)).isFalse();
        assertThat(gathering.takes(COUNTS, null)).isTrue();
    }

    @Test
    void takesOneDimension() {
        Gathering gathering = new Gathering(COUNTS);
        gathering.add(question(COUNTS, Dimension.MARKET));

        assertThat(gathering.takes(COUNTS, Dimension.MARKET)).isTrue();
        assertThat(gathering.takes(COUNTS, null)).isTrue();
        assertThat(gathering.takes(COUNTS, Dimension.SOURCE)).isFalse();
    }

    private static Question<TotalWalk> question(FunnelQuery query, @Nullable Dimension dimension) {
        return new Question<>(
                dimension, List.of(new Question.Side<>(query, walk -> walk)), () -> new TotalWalk(query, Room.usual()));
    }

    private static FunnelQuery query(SegmentInput segment, Details details) {
        Instant asOf = Instant.parse("2026-03-01T00:00:00Z");
        FunnelVersion version = new FunnelVersion(1, "f", List.of(STAGE), null, asOf, null);
        Funnel funnel = new Funnel("id", "f", "f", 1, List.of(), null, List.of(version), ZoneOffset.UTC);
        return new FunnelQuery(
                funnel,
                version,
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), ZoneOffset.UTC),
                new CustomerFilter("t", segment, Visibility.ALL, asOf),
                FunnelOptions.orUsual(null),
                asOf,
                details);
    }
}
