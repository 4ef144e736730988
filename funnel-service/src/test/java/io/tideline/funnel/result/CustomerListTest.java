package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CustomerListTest {
    @Test
    void keepsIdsInTheirOrder() {
        List<UUID> ids =
                LongStream.range(0, 5_000).mapToObj(at -> new UUID(at, -at)).toList();
        CustomerList first = new CustomerList(Room.usual());
        CustomerList rest = new CustomerList(Room.usual());
        ids.subList(0, 1_500).forEach(first::append);
        ids.subList(1_500, 5_000).forEach(rest::append);

        first.appendAll(rest);

        assertThat(first).isEqualTo(ids);
        assertThat(new CustomerList(Room.usual())).isEmpty();
    }
}
