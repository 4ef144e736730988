package io.tideline.local.process;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out, before anything starts, whether the parts can have their ports. */
public final class Ports {
    private Ports() {}

    /** Fails with one line for each port that another program holds or that two parts share. */
    public static void check(Settings settings, List<Part> parts) {
        List<String> problems = new ArrayList<>();
        Map<Integer, Part> owners = new HashMap<>();
        for (Part part : parts) {
            int port = settings.port(part);
            Part other = owners.putIfAbsent(port, part);
            if (other != null) {
                problems.add("port " + port + " is meant for both " + other.key() + " and " + part.key() + ": set "
                        + part.portVariable() + " to another port");
            } else if (isTaken(port)) {
                problems.add("port " + port + " for " + part.key() + " is taken by another program: free it or set "
                        + part.portVariable() + " to another port");
            }
        }
        if (!problems.isEmpty()) {
            throw new LocalException(String.join("\n", problems));
        }
    }

    /** Ports that are free now, one for each part. */
    public static Map<Part, Integer> free() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Part part : Part.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
