package io.tideline.local.platform;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the platform of this machine lives.
 *
 * @param root the clone
 * @param state data, secrets, logs and process records of one installation; {@code TIDELINE_STATE}, else {@code .tideline}
 * @param software unpacked servers and start-up caches, which installations of one clone may share; {@code TIDELINE_SOFTWARE},
 *     else {@code .tideline/software}
 * @param ports port of each part on 127.0.0.1; {@code TIDELINE_<PART>_PORT}
 * @param managementPorts port of the probes and metrics of each JVM of ours; {@code TIDELINE_<PART>_MANAGEMENT_PORT}
 * @param recordsStarts whether a first run keeps what starts later runs faster, which makes its end slower;
 *     {@code TIDELINE_RECORD_START=false} turns it off
 */
public record Settings(
        Path root,
        Path state,
        Path software,
        Map<Part, Integer> ports,
        Map<Part, Integer> managementPorts,
        boolean recordsStarts) {
    public static final String HOST = "127.0.0.1";

    public Settings {
        ports = Map.copyOf(ports);
        managementPorts = Map.copyOf(managementPorts);
    }

    public static Settings of(Path root, Map<String, String> environment) {
        Path home = root.toAbsolutePath().normalize();
        Path state = folder(home, environment, "TIDELINE_STATE", home.resolve(".tideline"));
        Path software = folder(home, environment, "TIDELINE_SOFTWARE", home.resolve(".tideline/software"));
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(environment, part.portVariable(), part.defaultPort()));
        }
        Map<Part, Integer> managementPorts = new EnumMap<>(Part.class);
        for (Part part : Part.managed()) {
            managementPorts.put(part, port(environment, part.managementPortVariable(), part.defaultManagementPort()));
        }
        boolean records = !"false".equals(environment.get("TIDELINE_RECORD_START"));
        return new Settings(home, state, software, ports, managementPorts, records);
    }

    public int port(Part part) {
        return ports.getOrDefault(part, part.defaultPort());
    }

    public int managementPort(Part part) {
        return managementPorts.getOrDefault(part, part.defaultManagementPort());
    }

    /** Base address of the probes and metrics of a JVM of ours. */
    public String managementUrl(Part part) {
        return "http://" + HOST + ":" + managementPort(part) + "/q";
    }

    /** Base address of a part that speaks HTTP. */
    public String url(Part part) {
        return "http://" + HOST + ":" + port(part);
    }

    public String issuer() {
        return url(Part.KEYCLOAK) + "/realms/tideline";
    }

    public Path log(Part part) {
        return state.resolve("log").resolve(part.key() + ".log");
    }

    public Path secrets() {
        return state.resolve("secret");
    }

    private static Path folder(Path root, Map<String, String> environment, String name, Path otherwise) {
        String text = environment.getOrDefault(name, "");
        return text.isBlank() ? otherwise : root.resolve(text).toAbsolutePath().normalize();
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String text = environment.getOrDefault(variable, "");
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new LocalException(variable + "=" + text + " is not a port number", e);
        }
        throw new LocalException(variable + "=" + text + " is not a port between 1 and 65535");
    }
}
