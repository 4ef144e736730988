package io.tideline.gateway.execute;

import static io.tideline.gateway.RawSubgraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.RawSubgraph;
import io.tideline.gateway.Supply;
import io.tideline.gateway.subgraph.SubgraphSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client meets while one of two subgraphs misbehaves: its part is null with one error, the rest is there. */
class SubgraphFaultsTest {
    private static final String SHIPS =
            """
            type Query @join__type(graph: A) @join__type(graph: B) {
              tide: String @join__field(graph: A)
              ship: Ship @join__field(graph: B)
              crew: Crew @join__field(graph: B)
            }
            type Ship @join__type(graph: B) { name: String }
            type Crew @join__type(graph: B) { captain: String! }
            """;
    private static final SubgraphSettings.Breaker NEVER = breaker(1_000, Duration.ofHours(1));
    private static final String QUERY = "{ tide boat: ship { name } }";
    static final String SHIP = "{\"data\":{\"boat\":{\"name\":\"Ida\"}}}";
    private static final String WHOLE = "{\"data\":{\"tide\":\"high\",\"boat\":{\"name\":\"Ida\"}}}";
    static final int BODY_CAP = 4_096;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RawSubgraph well = new RawSubgraph(vertx).behave(json("{\"data\":{\"tide\":\"high\"}}"));
    private final RawSubgraph ill = new RawSubgraph(vertx);

    @AfterEach
    void stop() {
        well.close();
        ill.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static SubgraphSettings.Bounds bounds(
            Duration deadline, int connections, int retryPercent, SubgraphSettings.Breaker breaker) {
        return new SubgraphSettings.Bounds(
                deadline,
                BODY_CAP,
                connections,
                connections,
                connections,
                Duration.ofSeconds(1),
                retryPercent,
                breaker);
    }

    private static SubgraphSettings.Breaker breaker(int calls, Duration open) {
        return new SubgraphSettings.Breaker(calls, 50, open);
    }

    private GatewayInMemory gateway(SubgraphSettings.Bounds bounds) {
        Map<String, String> urls = Map.of("a", well.url(), "b", ill.url());
        return new GatewayInMemory(Supply.supergraph(SHIPS), null, GatewayInMemory.client(vertx, urls, bounds, meters));
    }

    /** Short enough not to wait for, and nothing but the deadline to meet. */
    private GatewayInMemory impatient() {
        return gateway(bounds(Duration.ofSeconds(2), 4, 0, NEVER));
    }

    private GatewayInMemory patient() {
        return gateway(bounds(Duration.ofSeconds(20), 4, 0, NEVER));
    }

    private static String without(String code, String message) {
        return "{\"data\":{\"tide\":\"high\",\"boat\":null},\"errors\":[{\"message\":\"" + message
                + "\",\"path\":[\"boat\"],\"code\":\"" + code + "\"}]}";
    }

    static String unavailable() {
        return without("SUBGRAPH_UNAVAILABLE", "This part of the answer is not available at the moment");
    }

    static String unreadable() {
        return without("UPSTREAM_INVALID", "This part of the answer could not be read");
    }

    /** F26: it takes connections and says nothing, as a stopped process does. */
    @Test
    void leavesAFrozenSubgraphAlone() {
        GatewayInMemory gateway = gateway(bounds(Duration.ofSeconds(2), 4, 0, breaker(4, Duration.ofHours(1))));

        List<Future<String>> frozen = new ArrayList<>();
        for (int call = 0; call < 4; call++) {
            frozen.add(gateway.begin("{ n" + call + ": ship { name } }"));
        }
        frozen.forEach(call -> assertThat(answer(call)).contains("SUBGRAPH_UNAVAILABLE"));

        assertThat(breakerOfTheIll()).isEqualTo(1);
        assertThat(gateway.ask(QUERY)).isEqualTo(unavailable());
        assertThat(ill.asked).hasSize(4);
        assertThat(refused("breaker")).isEqualTo(1);
    }

    @Test
    void comesBackToASubgraphThatAnswersAgain() {
        GatewayInMemory gateway = gateway(bounds(Duration.ofSeconds(20), 4, 0, breaker(4, Duration.ofMillis(100))));
        ill.behave(NetSocket::close);
        for (int call = 0; call < 4; call++) {
            assertThat(gateway.ask(QUERY)).isEqualTo(unavailable());
        }

        ill.behave(json(SHIP));

        assertThat(askUntilWhole(gateway)).isEqualTo(WHOLE);
        assertThat(breakerOfTheIll()).isZero();
    }

    private static String answer(Future<String> begun) {
        return begun.toCompletionStage().toCompletableFuture().join();
    }

    private double breakerOfTheIll() {
        return meters.get("tideline.gateway.subgraph.breaker")
                .tag("subgraph", "b")
                .gauge()
                .value();
    }

    private static String askUntilWhole(GatewayInMemory gateway) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        String answer = gateway.ask(QUERY);
        while (!answer.equals(WHOLE) && System.nanoTime() < end) {
            answer = gateway.ask(QUERY);
        }
        return answer;
    }

    private double refused(String by) {
        return meters.get("tideline.gateway.subgraph.refused")
                .tags("subgraph", "b", "by", by)
                .counter()
                .count();
    }

    /** F27: whatever comes, the client learns that this part is missing, and nothing of what came. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.tideline.gateway.execute.MalformedAnswers#all")
    void nullsThePartThatCameAsNonsense(String name, Consumer<NetSocket> fault, String expected) {
        ill.behave(fault);

        assertThat(patient().ask(QUERY)).isEqualTo(expected);
    }

    /** F27: an answer with errors is one, even if it says little. */
    @Test
    void takesErrorsThatSayNothing() {
        ill.behave(json("{\"data\":{\"boat\":null},\"errors\":[{\"path\":[\"boat\"]}]}"));
        assertThat(patient().ask(QUERY))
                .startsWith("{\"data\":{\"tide\":\"high\",\"boat\":null},\"errors\":[{")
                .contains("\"path\":[\"boat\"]", "INTERNAL_SERVER_ERROR");

        ill.behave(json("{\"data\":null,\"errors\":[7,null,{}]}"));
        assertThat(patient().ask(QUERY))
                .startsWith("{\"data\":{\"tide\":\"high\",\"boat\":null},\"errors\":[{")
                .contains("\"path\":[\"boat\"]");
    }

    /** What was meant for callers reaches them, what was not stays here. */
    @Test
    void passesRefusalsOnAndKeepsFaultsToItself() {
        ill.behave(json("{\"data\":{\"boat\":null},\"errors\":[{\"message\":\"No berth is free.\",\"path\":[\"boat\"],"
                + "\"extensions\":{\"code\":\"CONFLICT\",\"exception\":\"org.sea.Full\"}}]}"));
        assertThat(patient().ask(QUERY))
                .endsWith("[{\"message\":\"No berth is free.\",\"path\":[\"boat\"],\"code\":\"CONFLICT\"}]}");

        for (String code : List.of("", "GRAPHQL_VALIDATION_FAILED", "INTERNAL_SERVER_ERROR", "<script>")) {
            ill.behave(json(
                    "{\"data\":{\"boat\":null},\"errors\":[{\"message\":\"relation ship has no row 7\",\"path\":[\"boat\"],"
                            + "\"extensions\":{\"code\":\"" + code + "\"}}]}"));
            assertThat(patient().ask(QUERY))
                    .endsWith(
                            "[{\"message\":\"Something went wrong\",\"path\":[\"boat\"],\"code\":\"INTERNAL_SERVER_ERROR\"}]}");
        }
    }

    @Test
    void carriesUpANullWhereTheSchemaAllowsNone() {
        ill.behave(json("{\"data\":{\"crew\":{\"captain\":null}}}"));

        assertThat(patient().ask("{ tide crew { captain } }"))
                .startsWith("{\"data\":{\"tide\":\"high\",\"crew\":null},\"errors\":[{")
                .contains("\"path\":[\"crew\",\"captain\"]");
    }

    /** F28: a byte now and then keeps no call alive. */
    @Test
    void cutsAnAnswerThatDripsAtTheDeadline() throws Exception {
        ill.behave(socket -> {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n");
            vertx.setPeriodic(20, any -> socket.write(" "));
        });

        assertThat(impatient().ask(QUERY)).isEqualTo(unavailable());
        assertThat(ill.left.get(20, TimeUnit.SECONDS)).isTrue();
    }

    /** F29: many wait for the slow one, within bounds, and nobody for them. */
    @Test
    void refusesWhatWouldWaitForASlowSubgraphAndServesTheOther() {
        GatewayInMemory gateway = gateway(bounds(Duration.ofSeconds(4), 2, 0, NEVER));
        List<Future<String>> slow = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            slow.add(gateway.begin("{ n" + call + ": ship { name } }"));
        }

        assertThat(gateway.ask("{ tide }")).isEqualTo("{\"data\":{\"tide\":\"high\"}}");
        slow.forEach(call -> assertThat(answer(call)).contains("SUBGRAPH_UNAVAILABLE"));
        assertThat(ill.asked).hasSize(2);
        assertThat(refused("bulkhead")).isEqualTo(8);
    }
}
