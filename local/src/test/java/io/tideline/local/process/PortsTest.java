package io.tideline.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesThePortThePartAndTheVariable() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings =
                    Settings.of(Path.of("/clone"), Map.of("TIDELINE_ROI_PORT", Integer.toString(other.getLocalPort())));

            assertThatThrownBy(() -> Ports.check(settings, List.of(Part.ROI)))
                    .hasMessage("port " + other.getLocalPort()
                            + " for roi is taken by another program: free it or set TIDELINE_ROI_PORT to another port");
        }
    }

    @Test
    void refusesOnePortForTwoParts() {
        Settings settings =
                Settings.of(Path.of("/clone"), Map.of("TIDELINE_ROI_PORT", "15999", "TIDELINE_SURVEY_PORT", "15999"));

        assertThatThrownBy(() -> Ports.check(settings, List.of(Part.ROI, Part.SURVEY)))
                .hasMessageContaining("port 15999 is meant for both roi and survey");
    }

    @Test
    void refusesToServeProbesWhereQuestionsAreAsked() {
        Settings settings = Settings.of(
                Path.of("/clone"), Map.of("TIDELINE_ROI_PORT", "15999", "TIDELINE_SURVEY_MANAGEMENT_PORT", "15999"));

        assertThatThrownBy(() -> Ports.check(settings, List.of(Part.ROI, Part.SURVEY)))
                .hasMessageContaining("port 15999 is meant for both roi and survey's probes and metrics")
                .hasMessageContaining("set TIDELINE_SURVEY_MANAGEMENT_PORT");
    }

    @Test
    void offersADifferentFreePortForEachUse() {
        assertThat(Ports.free())
                .hasSize(Part.values().length + Part.managed().size())
                .containsKeys("TIDELINE_POSTGRES_PORT", "TIDELINE_GATEWAY_PORT", "TIDELINE_GATEWAY_MANAGEMENT_PORT");
        assertThat(Ports.free().values()).doesNotHaveDuplicates();
    }
}
