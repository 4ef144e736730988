package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.journey.PackJourneys.Waiting;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownResultsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final KnownResults.Answer NOBODY = new KnownResults.Answer(new Waiting(0, 0, 0), Map.of(), 0);

    @Test
    void weighsQuestionsWhoseAnswerIsEmpty() {
        int plain = KnownResults.weight(question(null), NOBODY);

        assertThat(plain).isPositive();
        assertThat(KnownResults.weight(question(Collections.nCopies(100_000, "market")), NOBODY))
                .isGreaterThan(plain + 1_000_000);
    }

    private static KnownResults.Question question(@Nullable List<String> markets) {
        return new KnownResults.Question(query(markets), List.of());
    }

    private static FunnelQuery query(@Nullable List<String> markets) {
        FunnelVersion version = new FunnelVersion(1, "f", List.of(), Duration.ofDays(7), NOW, null);
        Funnel funnel = new Funnel("id", "f", "f", 1, List.of(), version.window(), List.of(version), ZoneOffset.UTC);
        Period january = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), ZoneOffset.UTC);
        SegmentInput segment = new SegmentInput(markets, null, null, null, null, null, null, null);
        return new FunnelQuery(
                funnel,
                version,
                january,
                new CustomerFilter("t", segment, Visibility.ALL, NOW),
                FunnelOptions.orUsual(null),
                NOW,
                Details.NONE);
    }
}
