package io.tideline.local.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before a door that refuses every third answer. */
class AnswerLoadTest {
    private final Set<String> came = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final AnswerJournal journal = new AnswerJournal();
    private HttpServer door;
    private AnswerLoad load;

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.createContext("/w/v1/responses", this::answer);
        door.start();
        load = new AnswerLoad(door.getAddress().getPort(), "key", journal);
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void oneByOneEachConnectionSendsWhenItWasAnswered() {
        assertTold(load.closed(4, 0.3));
    }

    @Test
    void atASteadyRateAsManyAreSentAsAreDue() {
        AnswerLoad.Times times = load.open(4, 100, 0.5);

        assertThat(times.sent()).isBetween(1L, 51L);
        assertTold(times);
    }

    private void assertTold(AnswerLoad.Times times) {
        assertThat(came).hasSize((int) times.sent());
        assertThat(journal.acknowledged()).isEqualTo(times.nanos().length);
        assertThat(journal.others()).isEqualTo(Map.of("429", (int) times.sent() - times.nanos().length));
        assertThat(times.sent() / 3).isEqualTo(times.sent() - times.nanos().length);
    }

    private void answer(HttpExchange exchange) throws IOException {
        came.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean refused = number.incrementAndGet() % 3 == 0;
        if (refused) {
            exchange.getResponseHeaders().add("Retry-After", "1");
        }
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 429 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
