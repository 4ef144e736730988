package io.tideline.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Path ROOT = Path.of("/clone");

    @Test
    void hasFixedPortsAndKeepsItsStateInTheClone() {
        Settings settings = Settings.of(ROOT, Map.of());

        assertThat(settings.ports())
                .isEqualTo(Map.of(
                        Part.POSTGRES, 5440,
                        Part.KEYCLOAK, 8180,
                        Part.CUSTOMER, 8081,
                        Part.FUNNEL, 8082,
                        Part.ROI, 8083,
                        Part.SURVEY, 8084,
                        Part.GATEWAY, 8080));
        assertThat(settings.managementPorts())
                .isEqualTo(Map.of(
                        Part.CUSTOMER, 9081, Part.FUNNEL, 9082, Part.ROI, 9083, Part.SURVEY, 9084, Part.GATEWAY, 9080));
        assertThat(settings.state()).isEqualTo(Path.of("/clone/.tideline"));
        assertThat(settings.software()).isEqualTo(Path.of("/clone/.tideline/software"));
        assertThat(settings.issuer()).isEqualTo("http://127.0.0.1:8180/realms/tideline");
    }

    @Test
    void takesPortsAndFoldersFromTheEnvironment() {
        Settings settings = Settings.of(
                ROOT,
                Map.of(
                        "TIDELINE_SURVEY_PORT", "15084",
                        "TIDELINE_SURVEY_MANAGEMENT_PORT", "16084",
                        "TIDELINE_STATE", "/elsewhere/state"));

        assertThat(settings.url(Part.SURVEY)).isEqualTo("http://127.0.0.1:15084");
        assertThat(settings.managementUrl(Part.SURVEY)).isEqualTo("http://127.0.0.1:16084/q");
        assertThat(settings.log(Part.SURVEY)).isEqualTo(Path.of("/elsewhere/state/log/survey.log"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1"})
    void refusesWhatIsNoPort(String text) {
        assertThatThrownBy(() -> Settings.of(ROOT, Map.of("TIDELINE_ROI_PORT", text)))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("TIDELINE_ROI_PORT=" + text);
    }
}
