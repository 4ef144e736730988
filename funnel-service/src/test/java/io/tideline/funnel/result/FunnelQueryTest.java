package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelQueryTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate MIDDLE = LocalDate.of(2026, 1, 15);
    private static final LocalDate END = LocalDate.of(2026, 2, 1);
    private static final List<Period> HALVES =
            List.of(new Period(START, MIDDLE, ZoneOffset.UTC), new Period(MIDDLE, END, ZoneOffset.UTC));

    @Test
    void lastsInPartsOnceTheWindowOfEachPartIsOver() {
        FunnelQuery march = query(Instant.parse("2026-03-01T00:00:00Z"));
        FunnelQuery july = query(Instant.parse("2026-07-01T00:00:00Z"));

        assertThat(march.isLasting()).isTrue();
        assertThat(march.isLasting(HALVES)).isFalse();
        assertThat(july.isLasting(HALVES)).isTrue();
    }

    /** Of a funnel whose window was 90 days in the first half of January and is 7 days since. */
    private static FunnelQuery query(Instant asOf) {
        FunnelVersion slow = version(1, Duration.ofDays(90), START);
        FunnelVersion fast = version(2, Duration.ofDays(7), MIDDLE);
        Funnel funnel = new Funnel("id", "f", "f", 2, List.of(), fast.window(), List.of(slow, fast), ZoneOffset.UTC);
        return new FunnelQuery(
                funnel,
                fast,
                new Period(START, END, ZoneOffset.UTC),
                new CustomerFilter("t", SegmentInput.EVERYONE, Visibility.ALL, asOf),
                FunnelOptions.orUsual(null),
                asOf,
                Details.NONE);
    }

    private static FunnelVersion version(int number, Duration window, LocalDate from) {
        return new FunnelVersion(
                number, "f", List.of(), window, from.atStartOfDay().toInstant(ZoneOffset.UTC), null);
    }
}
