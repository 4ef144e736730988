package io.tideline.survey.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import org.junit.jupiter.api.Test;

class LinkConfigTest {
    @Test
    void theDefaultsAreTheOnesThatAreDocumented() {
        assertThat(config("c2hvcnQ=").publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8084"));
    }

    @Test
    void aShortKeyStopsTheServiceAtStart() {
        assertThatThrownBy(() -> new SigningSecrets(config("c2hvcnQ="))).hasMessageContaining("32 bytes");
    }

    private static LinkConfig config(String key) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(LinkConfig.class)
                .withDefaultValue("tideline.link.key", key)
                .build()
                .getConfigMapping(LinkConfig.class);
    }
}
