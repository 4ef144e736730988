package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedNamesTest {
    private final BoundedNames names = new BoundedNames(2);

    @Test
    void keepsTheFirstAndPutsTheRestTogether() {
        assertThat(names.of("Board")).isEqualTo("Board");
        assertThat(names.of("Login")).isEqualTo("Login");

        assertThat(names.of("Junk")).isEqualTo("other");
        assertThat(names.of("Board")).isEqualTo("Board");
    }

    @Test
    void takesNoNameThatIsNoName() {
        assertThat(names.of(null)).isEqualTo("none");
        assertThat(names.of(" ")).isEqualTo("none");
        assertThat(names.of("a\nb")).isEqualTo("other");
        assertThat(names.of("x".repeat(65))).isEqualTo("other");
        assertThat(names.of("web@1.2/eu")).isEqualTo("web@1.2/eu");
    }
}
