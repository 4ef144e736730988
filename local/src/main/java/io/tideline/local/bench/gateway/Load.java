package io.tideline.local.bench.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the gateway one query again and again over some connections. */
final class Load {
    private static final String HEAD =
            """
            POST /graphql HTTP/1.1\r
            host: 127.0.0.1\r
            content-type: application/json\r
            accept: application/json\r
            """;

    private final int port;
    private final byte[] body;
    private final boolean same;
    private final AtomicLong numbers = new AtomicLong();

    /** {@code same} lets all requests carry one authorization, otherwise each has its own. */
    Load(int port, String query, boolean same) {
        this.port = port;
        this.same = same;
        try {
            this.body = new ObjectMapper().writeValueAsBytes(Map.of("query", query));
        } catch (IOException e) {
            throw new LocalException("the benchmark's query is unusable", e);
        }
    }

    /** How long each request took in nanoseconds, sorted, and how long all of it took in seconds. */
    @SuppressWarnings("ArrayRecordComponent") // a series, never compared
    record Times(long[] nanos, double seconds) {
        double medianMillis() {
            return nanos[nanos.length / 2] / 1e6;
        }
    }

    Times run(int connections, int seconds) {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<List<Long>>> workers = new ArrayList<>();
            for (int worker = 0; worker < connections; worker++) {
                workers.add(() -> ask(end));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> worker : threads.invokeAll(workers)) {
                all.addAll(worker.get());
            }
            long[] nanos = all.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(nanos);
            return new Times(nanos, (System.nanoTime() - start) / 1e9);
        } catch (ExecutionException e) {
            throw new LocalException("the gateway did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> ask(long end) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Wire wire = connect()) {
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                answer(wire);
                nanos.add(System.nanoTime() - now);
            }
        }
        return nanos;
    }

    private Wire connect() throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private byte[] answer(Wire wire) throws IOException {
        wire.send(HEAD + "authorization: Bearer " + (same ? 0 : numbers.incrementAndGet()) + "\r\n", body);
        Wire.Message answer = wire.read();
        if (!answer.first().contains(" 200 ")) {
            throw new IOException(answer.first());
        }
        return answer.body();
    }

    /** One answer. */
    String once() {
        try (Wire wire = connect()) {
            return new String(answer(wire), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LocalException("the gateway did not answer: " + e.getMessage(), e);
        }
    }
}
