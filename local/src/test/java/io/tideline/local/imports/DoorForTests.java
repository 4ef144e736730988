package io.tideline.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Speaks what an ingest door speaks: a row once, refused where its customer is {@code refused}, busy or broken as often as told. */
final class DoorForTests implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Set<String> known = new HashSet<>();
    private final Queue<Integer> answersFirst = new ArrayDeque<>();
    private final Map<Part, String> states = new java.util.EnumMap<>(Part.class);
    final List<JsonNode> rows = Collections.synchronizedList(new ArrayList<>());
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostUnderWay = new AtomicInteger();
    final AtomicInteger tokens = new AtomicInteger();
    volatile long pauseMillis;
    volatile boolean keepsRows = true;

    DoorForTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        Part.services().forEach(part -> states.put(part, "{\"head\":\"0-0\",\"followed\":{}}"));
    }

    /** Each service has its own path, so that the test sees whose door was asked. */
    Doors doors() {
        Map<Part, URI> addresses = new java.util.EnumMap<>(Part.class);
        for (Part part : Part.services()) {
            addresses.put(
                    part, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + part.key()));
        }
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Doors(http, addresses, () -> "token-" + tokens.incrementAndGet());
    }

    synchronized void answerFirst(int... statuses) {
        for (int status : statuses) {
            answersFirst.add(status);
        }
    }

    synchronized void state(Part part, String state) {
        states.put(part, state);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/feed/state")) {
                answer(exchange, 200, state(path));
                return;
            }
            requests.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            Integer status = next();
            if (status != null && status == 0) {
                return;
            }
            if (status != null) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                answer(exchange, status, "{\"code\":\"TOLD\"}");
                return;
            }
            answer(exchange, 200, takeSlowly(new String(body, StandardCharsets.UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Is over before the answer leaves: whoever has the answer may send the next batch at once. */
    private String takeSlowly(String body) throws IOException, InterruptedException {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            Thread.sleep(pauseMillis);
            return take(body);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private synchronized @Nullable Integer next() {
        return answersFirst.poll();
    }

    private synchronized String state(String path) {
        return states.getOrDefault(Part.named(path.split("/")[1]).orElseThrow(), "");
    }

    private synchronized String take(String body) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode refused = answer.putArray("rows");
        int accepted = 0;
        int duplicates = 0;
        String[] lines = body.split("\n");
        for (int place = 0; place < lines.length; place++) {
            JsonNode row = JSON.readTree(lines[place]);
            String id = row.path(row.has("response") ? "response" : "id").asText();
            if (row.path("customer").asText().equals("refused")) {
                refused.addObject()
                        .put("row", place)
                        .put("status", "REJECTED")
                        .put("code", "INVALID")
                        .put("field", "customer")
                        .put("value", "refused")
                        .put("message", "The field customer must be somebody else.");
            } else if (known.add(id)) {
                accepted++;
                if (keepsRows) {
                    rows.add(row);
                }
            } else {
                duplicates++;
            }
        }
        return answer.put("accepted", accepted)
                .put("duplicates", duplicates)
                .put("rejected", refused.size())
                .toString();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
