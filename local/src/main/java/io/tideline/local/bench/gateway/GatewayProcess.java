package io.tideline.local.bench.gateway;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Jdk;
import io.tideline.local.process.Processes;
import io.tideline.local.service.ServiceServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway as a process of its own, with the heap and collector that {@code ./tideline up} gives it. */
final class GatewayProcess implements Closeable {
    private static final Duration TO_START = Duration.ofMinutes(1);
    private static final Duration TO_STOP = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 100;
    private static final String PEAK = "VmHWM:";

    private final int port;
    private final Process process;

    GatewayProcess(Settings settings, Path supergraph, Path log) throws IOException {
        Path program = settings.root().resolve("gateway/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new LocalException("the gateway is not built: " + program + " is missing");
        }
        this.port = freePort();
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(ServiceServer.JVM);
        command.addAll(List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dtideline.auth=none",
                "-Dtideline.supergraph=" + supergraph,
                "-jar",
                program.toString()));
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Waits until it answers what is asked. */
    void awaitAnswer(Load load) {
        long deadline = System.nanoTime() + TO_START.toNanos();
        while (true) {
            try {
                load.once();
                return;
            } catch (LocalException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new LocalException("the gateway did not start", notYet);
                }
                Processes.pause(POLL_MILLIS);
            }
        }
    }

    /** CPU time it has used since it started, all threads, in the program and in the kernel. */
    Duration cpu() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new LocalException("this system does not tell CPU times"));
    }

    /** The most memory it ever had resident, in MiB; 0 where the system does not tell. */
    long peakMebibytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
