package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshMomentsTest {
    private static final Comparator<FreshMoment> ORDER = Comparator.comparing(FreshMoment::customer, CustomerIds.ORDER)
            .thenComparingLong(FreshMoment::time)
            .thenComparingLong(FreshMoment::seq);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 500})
    void areInTheOrderOfCustomerTimeAndSeq(int size) {
        Random random = new Random(size);
        List<FreshMoment> expected = new ArrayList<>();
        FreshMoments moments = new FreshMoments();
        for (int note = 0; note < 3; note++) {
            List<FreshMoment> noted = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                noted.add(new FreshMoment(
                        new UUID(random.nextLong(), random.nextInt(3)),
                        PackedMoments.EPOCH_MICROS + random.nextInt(5),
                        random.nextLong(),
                        at));
            }
            moments.add(content(noted), CustomerIds.FIRST);
            expected.addAll(noted);
        }

        moments.sort();

        expected.sort(ORDER);
        assertThat(moments).isEqualTo(expected);
        assertThat(moments.placeOf(CustomerIds.FIRST)).isZero();
        assertThat(moments.placeOf(new UUID(-1, -1))).isEqualTo(3 * size);
    }

    @Test
    void leaveOutCustomersWhoArePackedAlready() {
        UUID early = new UUID(1, 0);
        UUID late = new UUID(Long.MIN_VALUE, 0);
        FreshMoments moments = new FreshMoments();

        moments.add(content(List.of(moment(early), moment(late))), late);
        moments.add(content(List.of(moment(early))), CustomerIds.FIRST);
        moments.sort();

        assertThat(moments).extracting(FreshMoment::customer).containsExactly(early, late);
        assertThat(moments.placeOf(late)).isEqualTo(1);
    }

    private static FreshMoment moment(UUID customer) {
        return new FreshMoment(customer, PackedMoments.EPOCH_MICROS, 1, 1);
    }

    private static byte[] content(List<FreshMoment> moments) {
        ByteBuffer content = ByteBuffer.allocate(36 * moments.size());
        moments.forEach(moment -> content.putLong(moment.customer().getMostSignificantBits())
                .putLong(moment.customer().getLeastSignificantBits())
                .putLong(moment.time() - PackedMoments.EPOCH_MICROS)
                .putLong(moment.seq())
                .putInt(moment.name()));
        return content.array();
    }
}
