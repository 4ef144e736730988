package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoorConfigTest {
    @Test
    void theDefaultsAreTheOnesThatAreDocumented() {
        DoorConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DoorConfig.class)
                .build()
                .getConfigMapping(DoorConfig.class);

        assertThat(config.perNetworkPerSecond()).isEqualTo(20);
        assertThat(config.perNetworkBurst()).isEqualTo(1200);
        assertThat(config.perSurveyPerSecond()).isEqualTo(200);
        assertThat(config.perSurveyBurst()).isEqualTo(4000);
        assertThat(config.proofBits()).isEqualTo(15);
        assertThat(config.proofValidity()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.perTenantPerSecond()).isEqualTo(400);
        assertThat(config.perTenantBurst()).isEqualTo(8000);
        assertThat(config.checks()).isEqualTo(4);
        assertThat(config.checksPerSurvey()).isEqualTo(2);
        assertThat(config.checksWaiting()).isEqualTo(64);
        assertThat(config.checksWaitingPerSurvey()).isEqualTo(32);
        assertThat(config.visitors()).isEqualTo(2);
        assertThat(config.visitorsWaiting()).isEqualTo(32);
        assertThat(config.inFlight()).isEqualTo(128);
        assertThat(config.inFlightPerSurvey()).isEqualTo(96);
        assertThat(config.looksInFlight()).isEqualTo(64);
        assertThat(config.looksInFlightPerSurvey()).isEqualTo(32);
        assertThat(config.deadline()).isEqualTo(Duration.ofSeconds(5));
    }
}
