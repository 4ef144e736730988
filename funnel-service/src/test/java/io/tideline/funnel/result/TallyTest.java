package io.tideline.funnel.result;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.funnel.funnel.StageMatch;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of those who have not converted. */
class TallyTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Instant MIDNIGHT = START.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final long A = 1;
    private static final long B = 2;
    private static final long C = 4;

    /** Of three at risk when the first converted after two days one was known never to: a third may be expected, not half. */
    @ParameterizedTest(name = "window {0}")
    @NullSource
    @ValueSource(strings = "P10D")
    void expectsNothingOfWhomAnExclusionEnded(@Nullable Duration window) {
        FunnelResult result =
                result(window, 5, journey(A, 0, B, 1, C, 2), journey(A, 0, B, 1), journey(A, 4, Journey.EXCLUDED, 4));

        assertThat(List.of(result.converted(), result.pending(), result.dropped()))
                .containsExactly(1, 1, 1);
        assertThat(result.steps().get(0).dropped()).isEqualTo(1);
        assertThat(requireNonNull(result.expected()).value()).isCloseTo(1.0 / 3, within(1e-12));
    }

    /** The window of the entry that got furthest has passed, that of the last has not: nothing of the customer is settled, nor known for longer than a day. */
    @Test
    void waitsForEveryOpenEntryOfACustomer() {
        Journey again = journey(A, 0, B, 1, A, 8);
        Journey converting = journey(A, 0, B, 1, C, 2);

        FunnelResult open = result(Duration.ofDays(7), 9, again, converting);
        FunnelResult over = result(Duration.ofDays(7), 15, again, converting);

        assertThat(open.steps().stream().map(FunnelStep::pending)).containsExactly(0, 1, 0);
        assertThat(open.dropped()).isZero();
        assertThat(open.maturedShare()).isEqualTo(new ShareComparison.Share(1, 1));
        assertThat(requireNonNull(open.expected()).value()).isEqualTo(1);
        assertThat(over.steps().stream().map(FunnelStep::dropped)).containsExactly(0, 1, 0);
        assertThat(over.maturedShare()).isEqualTo(new ShareComparison.Share(1, 2));
        assertThat(requireNonNull(over.expected()).value()).isEqualTo(0.5);
    }

    /** @param days after the start, at which it is asked */
    private static FunnelResult result(@Nullable Duration window, int days, Journey... customers) {
        FunnelQuery query = query(window, MIDNIGHT.plus(Duration.ofDays(days)));
        Tally tally = new Tally(query, Room.usual());
        FunnelMachine machine = new FunnelMachine(query.rules());
        Stream.of(customers).forEach(journey -> machine.attempts(journey)
                .forEach(attempt -> tally.add(UUID.randomUUID(), attempt)));
        return Summary.of(query, tally);
    }

    /** @param told masks, and days after the start */
    private static Journey journey(long... told) {
        Journey journey = new Journey();
        for (int at = 0; at < told.length; at += 2) {
            journey.add(Micros.of(MIDNIGHT.plus(Duration.ofDays(told[at + 1]))), told[at]);
        }
        return journey;
    }

    private static FunnelQuery query(@Nullable Duration window, Instant asOf) {
        List<FunnelStage> stages = Stream.of("A", "B", "C")
                .map(name -> new FunnelStage(name, name, new StageMatch(null, name, null), false))
                .toList();
        FunnelVersion version = new FunnelVersion(1, "f", stages, window, MIDNIGHT, null);
        return new FunnelQuery(
                new Funnel("id", "f", "f", 1, stages, window, List.of(version), ZoneOffset.UTC),
                version,
                new Period(START, START.plusMonths(1), ZoneOffset.UTC),
                new CustomerFilter("t", SegmentInput.EVERYONE, Visibility.ALL, asOf),
                FunnelOptions.orUsual(null),
                asOf,
                new Details(false, false, true, false));
    }
}
