package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedNamesTest {
    private final BoundedNames names = new BoundedNames(2);

    @Test
    void keepsTheFirstAndPutsTheRestTogether() {
        assertThat(names.of("Board", true)).isEqualTo("Board");
        assertThat(names.of("Login", true)).isEqualTo("Login");

        assertThat(names.of("Junk", true)).isEqualTo("other");
        assertThat(names.of("Board", true)).isEqualTo("Board");
    }

    @Test
    void takesNoNameThatIsNoName() {
        assertThat(names.of(null, true)).isEqualTo("none");
        assertThat(names.of(" ", true)).isEqualTo("none");
        assertThat(names.of("a\nb", true)).isEqualTo("other");
        assertThat(names.of("x".repeat(65), true)).isEqualTo("other");
        assertThat(names.of("web@1.2/eu", true)).isEqualTo("web@1.2/eu");
    }

    @Test
    void takesNoNewNameFromStrangers() {
        assertThat(names.of("Junk", false)).isEqualTo("other");
        assertThat(names.of("Trash", false)).isEqualTo("other");

        assertThat(names.of("Board", true)).isEqualTo("Board");
        assertThat(names.of("Board", false)).isEqualTo("Board");
    }
}
