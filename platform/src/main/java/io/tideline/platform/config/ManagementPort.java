package io.tideline.platform.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where no management port is said, it is 1,000 above the port that questions are asked on: programs that run beside each other on ports of their own
 * then have management ports of their own too. A free port stays a free port, and where there is nothing 1,000 above, it is 1,000 below.
 */
public final class ManagementPort implements ConfigSourceFactory {
    static final String HTTP = "quarkus.http.port";
    static final String MANAGEMENT = "quarkus.management.port";

    private static final int ABOVE = 1_000;
    private static final int HIGHEST = 65_535;
    /** Below every place where somebody could say otherwise. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue http = context.getValue(HTTP);
        if (http == null || http.getValue() == null || !http.getValue().matches("[0-9]{1,5}")) {
            return List.of();
        }
        int port = Integer.parseInt(http.getValue());
        int management = port == 0 ? 0 : port + ABOVE <= HIGHEST ? port + ABOVE : port - ABOVE;
        return List.of(new PropertiesConfigSource(
                Map.of(MANAGEMENT, Integer.toString(management)), "management port", ORDINAL));
    }
}
