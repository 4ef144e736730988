package io.tideline.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementPortTest {
    @ParameterizedTest
    @CsvSource({"8080, 9080", "4000, 5000", "64535, 65535", "64536, 63536", "65535, 64535", "0, 0"})
    void liesAThousandBesideThePortOfQuestions(String http, String management) {
        assertThat(config(Map.of(ManagementPort.HTTP, http)).getRawValue(ManagementPort.MANAGEMENT))
                .isEqualTo(management);
    }

    @Test
    void isWhatSomebodySaid() {
        SmallRyeConfig said = config(Map.of(ManagementPort.HTTP, "8080", ManagementPort.MANAGEMENT, "9000"));

        assertThat(said.getRawValue(ManagementPort.MANAGEMENT)).isEqualTo("9000");
    }

    @ParameterizedTest
    @CsvSource({"http", "-1", "800000"})
    void doesNotGuessFromWhatIsNoPort(String http) {
        assertThat(config(Map.of(ManagementPort.HTTP, http)).getRawValue(ManagementPort.MANAGEMENT))
                .isNull();
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "said", 100))
                .withSources(new ManagementPort())
                .build();
    }
}
