package io.tideline.gateway.execute;

import static io.tideline.gateway.RawSubgraph.json;

import io.tideline.gateway.RawSubgraph;
import io.vertx.core.net.NetSocket;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What a subgraph may say in place of an answer, and what a client is told of it. */
final class MalformedAnswers {
    private MalformedAnswers() {}

    static Stream<Arguments> all() {
        return Stream.of(
                fault("truncated JSON", json("{\"data\":{\"boat\":{\"name\":\"Id"), SubgraphFaultsTest.unreadable()),
                fault(
                        "JSON cut after a value",
                        json("{\"data\":{\"boat\":{\"name\":\"Ida\"}"),
                        SubgraphFaultsTest.unreadable()),
                fault(
                        "HTML with 200",
                        RawSubgraph.answer("text/html", "<h1>10.0.0.7 is down</h1>"),
                        SubgraphFaultsTest.unreadable()),
                fault(
                        "another content type",
                        RawSubgraph.answer("text/plain", SubgraphFaultsTest.SHIP),
                        SubgraphFaultsTest.unreadable()),
                fault("HTML that says it is JSON", json("<h1>10.0.0.7 is down</h1>"), SubgraphFaultsTest.unreadable()),
                fault("nothing", json(""), SubgraphFaultsTest.unreadable()),
                fault("neither data nor errors", json("{\"data\":null}"), SubgraphFaultsTest.unreadable()),
                fault(
                        "a scalar for an object",
                        json("{\"data\":{\"boat\":\"secret\"}}"),
                        SubgraphFaultsTest.unreadable()),
                fault(
                        "more than the cap",
                        json("{\"data\":{\"boat\":{\"name\":\"" + "x".repeat(SubgraphFaultsTest.BODY_CAP) + "\"}}}"),
                        SubgraphFaultsTest.unreadable()),
                fault("an endless stream", MalformedAnswers::endless, SubgraphFaultsTest.unreadable()),
                fault("a reset in the body", MalformedAnswers::resetInTheBody, SubgraphFaultsTest.unavailable()),
                fault("an unhealthy status", MalformedAnswers::unhealthy, SubgraphFaultsTest.unavailable()),
                fault("no HTTP", socket -> socket.write("220 mail ready\r\n\r\n"), SubgraphFaultsTest.unavailable()),
                fault("a hang-up", NetSocket::close, SubgraphFaultsTest.unavailable()));
    }

    private static void endless(NetSocket socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        flood(socket);
    }

    private static void flood(NetSocket socket) {
        socket.write("400\r\n" + " ".repeat(0x400) + "\r\n").onSuccess(written -> flood(socket));
    }

    private static void resetInTheBody(NetSocket socket) {
        socket.write(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"data\":{\"boat\":")
                .onComplete(written -> socket.close());
    }

    private static void unhealthy(NetSocket socket) {
        socket.write("HTTP/1.1 503 Unavailable\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static Arguments fault(String name, Consumer<NetSocket> behaviour, String expected) {
        return Arguments.of(name, behaviour, expected);
    }
}
