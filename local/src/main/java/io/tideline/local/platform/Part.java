package io.tideline.local.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of the platform, in the order in which they depend on each other. */
public enum Part {
    POSTGRES(5440),
    KEYCLOAK(8180),
    CUSTOMER(8081),
    FUNNEL(8082),
    ROI(8083),
    SURVEY(8084),
    GATEWAY(8080);

    private final int defaultPort;

    Part(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The four parts that own a subgraph and a database. */
    public static List<Part> services() {
        return List.of(CUSTOMER, FUNNEL, ROI, SURVEY);
    }

    public static Optional<Part> named(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }

    public boolean isService() {
        return services().contains(this);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder of the Maven module that builds this part. */
    public String module() {
        return isService() ? key() + "-service" : key();
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Whether this part is a JVM of ours, with a port of its own for probes and metrics. */
    public boolean isManaged() {
        return isService() || this == GATEWAY;
    }

    /** The parts whose probes and metrics have a port of their own. */
    public static List<Part> managed() {
        return Arrays.stream(values()).filter(Part::isManaged).toList();
    }

    /** The port of probes and metrics: 9080 for the gateway, 9081 and on for the services. */
    public int defaultManagementPort() {
        return defaultPort + 1_000;
    }

    /** The environment variable that moves this part to another port. */
    public String portVariable() {
        return "TIDELINE_" + name() + "_PORT";
    }

    /** The environment variable that moves this part's probes and metrics to another port. */
    public String managementPortVariable() {
        return "TIDELINE_" + name() + "_MANAGEMENT_PORT";
    }
}
