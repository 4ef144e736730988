package io.tideline.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void theSameThingHasTheSameIdEverywhereAndForever() {
        assertThat(Ids.uuid("acme", "customer", "c-1"))
                .isEqualTo(UUID.fromString("5f466036-987e-555e-9bdd-572d06f79d57"));
        assertThat(Ids.uuid("acme", "customer", "c-1").version()).isEqualTo(5);
        assertThat(Ids.uuid("acme", "customer", "c-1").variant()).isEqualTo(2);
    }

    @Test
    void noTwoTriplesMeet() {
        assertThat(Ids.uuid("acme", "customer", "1")).isNotEqualTo(Ids.uuid("globex", "customer", "1"));
        assertThat(Ids.uuid("a", "bc", "d")).isNotEqualTo(Ids.uuid("ab", "c", "d"));
        assertThat(Ids.uuid("a", "b", "cd")).isNotEqualTo(Ids.uuid("a", "bc", "d"));
        assertThat(Ids.ofContent("a", "b", "c")).isNotEqualTo(Ids.uuid("a", "b", "c"));
    }
}
