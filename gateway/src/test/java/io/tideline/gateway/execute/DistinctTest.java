package io.tideline.gateway.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctTest {
    private static final int SLICES = 2_000;

    @Test
    void findsEachSliceWhereItFirstStood() {
        Random random = new Random(7);
        Bytes text = new Bytes(64);
        Distinct distinct = new Distinct(text);
        List<String> expected = new ArrayList<>();

        for (int slice = 0; slice < SLICES; slice++) {
            String words = "{\"id\":\"" + "x".repeat(random.nextInt(20)) + random.nextInt(100) + "\"}";
            if (!expected.contains(words)) {
                expected.add(words);
            }
            int start = text.size();
            text.write(words);

            int position = distinct.add(start);

            assertThat(position).isEqualTo(expected.indexOf(words));
            if (position < expected.size() - 1) {
                text.cutTo(start);
            }
        }
    }

    @Test
    void tellsSlicesApartThatDifferInLengthOnly() {
        Bytes text = new Bytes(64);
        Distinct distinct = new Distinct(text);
        text.write("aaaaaaaa");
        int first = distinct.add(0);
        text.write("aaaaaaaaa");

        int second = distinct.add(8);

        assertThat(List.of(first, second)).containsExactly(0, 1);
    }
}
