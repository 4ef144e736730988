package io.tideline.local.process;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out, before anything starts, whether the parts can have their ports. */
public final class Ports {
    private Ports() {}

    /** Fails with one line for each port that another program holds or that two uses share. */
    public static void check(Settings settings, List<Part> parts) {
        List<String> problems = new ArrayList<>();
        Map<Integer, Use> owners = new HashMap<>();
        for (Use use : uses(settings, parts)) {
            Use other = owners.putIfAbsent(use.port(), use);
            if (other != null) {
                problems.add("port " + use.port() + " is meant for both " + other.name() + " and " + use.name()
                        + ": set " + use.variable() + " to another port");
            } else if (isTaken(use.port())) {
                problems.add("port " + use.port() + " for " + use.name()
                        + " is taken by another program: free it or set " + use.variable() + " to another port");
            }
        }
        if (!problems.isEmpty()) {
            throw new LocalException(String.join("\n", problems));
        }
    }

    /** Ports that are free now, one for each environment variable that moves one. */
    public static Map<String, Integer> free() {
        Map<String, Integer> ports = new TreeMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Use use : uses(Settings.of(Path.of("."), Map.of()), List.of(Part.values()))) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(use.variable(), socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Use> uses(Settings settings, List<Part> parts) {
        List<Use> uses = new ArrayList<>();
        for (Part part : parts) {
            uses.add(new Use(settings.port(part), part.key(), part.portVariable()));
            if (part.isManaged()) {
                uses.add(new Use(
                        settings.managementPort(part),
                        part.key() + "'s probes and metrics",
                        part.managementPortVariable()));
            }
        }
        return uses;
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** What a port is for, and the environment variable that moves it. */
    private record Use(int port, String name, String variable) {}
}
