package io.tideline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Events sent to the door of the funnel service as an integration would: batches of 10,000 rows, some at a time, of customers it knows. */
final class FunnelIngest {
    private static final int ROWS = 10_000;
    private static final int AT_ONCE = 4;
    private static final int CUSTOMERS = 100_000;
    private static final int WARM_UP = 10;
    private static final double MICROS = 1e6;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final UUID NAMESPACE = UUID.fromString("6f1c1d3e-7f0a-5f4e-9a55-2d1f0c9be6a1");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 20;

    private final Platform platform;
    private final FunnelData data;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final Random random = new Random(20_260_301);
    private long sent;

    FunnelIngest(Platform platform, FunnelData data) {
        this.platform = platform;
        this.data = data;
    }

    /**
     * @param processor microseconds of processors that the service and its database took for each event, packing included
     * @param longestPacking milliseconds of the longest transaction that packed journeys and was seen to have written meanwhile
     */
    record Figures(double rowsPerSecond, double processor, long longestPacking) {}

    /** Sends so many rows, after some that warm up. */
    Figures measure(long rows) throws SQLException, InterruptedException {
        meet();
        int batches = (int) Math.max(1, rows / ROWS);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            send(threads, bodies(WARM_UP));
            List<byte[]> bodies = bodies(batches);
            ProcessorTime spent = new ProcessorTime(platform, Part.FUNNEL);
            double before = spent.seconds();
            long started = System.nanoTime();
            long longest = send(threads, bodies);
            double perSecond = (double) batches * ROWS / FunnelQuestions.since(started);
            return new Figures(perSecond, (spent.seconds() - before) * MICROS / (batches * ROWS), longest);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The customers are there before, as those of other services are. */
    private void meet() throws SQLException {
        UUID[] ids = new UUID[CUSTOMERS];
        String[] names = new String[CUSTOMERS];
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            names[customer] = name(customer);
            ids[customer] = id(FunnelData.TENANT, "customer", names[customer]);
        }
        try (Connection connection = data.connect()) {
            FunnelStatements.run(
                    connection,
                    "funnel_known_customers",
                    FunnelData.TENANT,
                    connection.createArrayOf("uuid", ids),
                    connection.createArrayOf("text", names));
        }
    }

    private long send(ExecutorService threads, List<byte[]> bodies) throws SQLException, InterruptedException {
        List<Callable<Integer>> posts = bodies.stream()
                .map(body -> (Callable<Integer>) () -> post(body))
                .toList();
        List<Future<Integer>> answers = new ArrayList<>();
        posts.forEach(post -> answers.add(threads.submit(post)));
        long longest = 0;
        try (Connection connection = data.connect()) {
            while (!answers.stream().allMatch(Future::isDone)) {
                longest = Math.max(longest, FunnelStatements.numbers(connection, "funnel_longest_packing")[0]);
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        }
        for (Future<Integer> answer : answers) {
            if (FunnelQuestions.called(answer::get) != ROWS) {
                throw new LocalException("the door did not take all rows");
            }
        }
        return longest;
    }

    private int post(byte[] body) {
        HttpResponse<String> answer =
                platform.send(HttpRequest.newBuilder(platform.url(Part.FUNNEL, "/ingest/events?rows=rejected"))
                        .header("Authorization", "Bearer " + platform.token("integration@" + FunnelData.TENANT))
                        .header("Content-Type", "application/x-ndjson")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
        if (answer.statusCode() != 200) {
            throw new LocalException("the door answers " + answer.statusCode() + " " + answer.body());
        }
        JsonNode told = Json.parse(answer.body());
        return told.path("accepted").asInt();
    }

    /** In the order of their time, of any customer, the later the stage the rarer. */
    private List<byte[]> bodies(int batches) {
        List<byte[]> bodies = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            StringBuilder body = new StringBuilder();
            for (int row = 0; row < ROWS; row++) {
                Instant at = FIRST.plusSeconds((long) (365.0 * 24 * 3600 * row / ROWS))
                        .plusMillis(random.nextInt(1000));
                int stage = 1 + (int) (Math.pow(random.nextDouble(), 1.6) * 6);
                body.append("{\"id\":\"").append(run).append('-').append(sent++);
                body.append("\",\"customer\":\"").append(name(random.nextInt(CUSTOMERS)));
                body.append("\",\"name\":\"bench stage ").append(stage);
                body.append("\",\"at\":\"").append(at).append("\"}\n");
            }
            bodies.add(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    private static String name(int customer) {
        return "bench-funnel-in-" + customer;
    }

    /** The id that the services give what an organisation calls so: UUIDv5 (RFC 9562) of tenant, kind and name. */
    static UUID id(String tenant, String kind, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            String text = tenant.length() + ":" + tenant + kind.length() + ":" + kind + name;
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    (hash.getLong() & ~0xF000L) | 0x5000L,
                    (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
