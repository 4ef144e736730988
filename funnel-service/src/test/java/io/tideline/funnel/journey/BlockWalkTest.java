package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockWalkTest {
    private static final UUID CUSTOMER = new UUID(0x8000_0000_0000_5000L, 1);
    private static final long NOON = PackedMoments.EPOCH_MICROS + 43_200_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {1, 250, 1_000, 1_000_000, -3_000_000_000_000_000L})
    void readsWhatWasWritten(long step) {
        MomentList moments = new MomentList();
        IntStream.range(0, 200).forEach(at -> moments.add(NOON + at * Math.abs(step) + Math.min(step, 0), 1_000 + at));
        MomentList read = new MomentList();

        new PackedMoments(PackedMoments.write(List.of(moments)), MomentFilter.ALL).next(read);

        assertThat(texts(read)).isEqualTo(texts(moments)).hasSize(200);
    }

    /** The packed moment at noon came as number 100: what came earlier may belong before it, which only the facts tell. */
    @ParameterizedTest
    @CsvSource({"0, 101, false", "0, 99, true", "1, 99, false", "-1, 99, false"})
    void knowsWhereTheOrderIsNotCertain(long micros, long seq, boolean isDisputed) {
        MomentList packed = new MomentList();
        packed.add(NOON, 1);
        JourneyBlock block = new JourneyBlock(
                CustomerIds.FIRST,
                null,
                CustomerIds.packed(Set.of(CUSTOMER)).getBytes(),
                PackedMoments.write(List.of(packed)),
                Dimensions.write(List.of(Dimensions.UNKNOWN)),
                100);

        BlockWalk walk =
                new BlockWalk(block, List.of(new FreshMoment(CUSTOMER, NOON + micros, seq, 2)), MomentFilter.ALL);

        assertThat(walk.next()).isTrue();
        assertThat(walk.isDisputed()).isEqualTo(isDisputed);
        assertThat(texts(walk.moments()))
                .containsExactlyInAnyOrder(NOON + ":1", NOON + micros + ":2")
                .isSortedAccordingTo((one, other) ->
                        one.substring(0, one.indexOf(':')).compareTo(other.substring(0, other.indexOf(':'))));
        assertThat(walk.next()).isFalse();
    }

    private static List<String> texts(MomentList moments) {
        return IntStream.range(0, moments.size())
                .mapToObj(at -> moments.time(at) + ":" + moments.name(at))
                .toList();
    }
}
