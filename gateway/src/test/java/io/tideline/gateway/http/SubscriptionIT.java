package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tideline.test.TokenForTests;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ShopResource.class)
class SubscriptionIT {
    private static final String INIT = "{\"type\":\"connection_init\"}";

    private static String token(String tenant, String role) {
        return TokenForTests.of(tenant, role).sign();
    }

    private static Stream<String> events(String token, String query) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/graphql"))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Accept", "text/event-stream")
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            new JsonObject().put("query", query).encode()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** All lines of a stream that ends, without heartbeats. */
    private static List<String> all(String token, String query) {
        return events(token, query)
                .filter(line -> !line.isEmpty() && !line.equals(":"))
                .toList();
    }

    /** Waits until the gateway has closed the stream of that name at the subgraph. */
    private static void awaitLeft(String name) {
        String subgraph = ConfigProvider.getConfig().getValue("tideline.gateway.subgraphs.a", String.class);
        given().get(subgraph.replace("/graphql", "/left?name=" + name)).then().statusCode(200);
    }

    @Test
    void streamsEventsWithTheFieldsOfOtherSubgraphs() {
        assertThat(all(token("acme", "executive"), "subscription { ticks(count: 2) { id cost stock } }"))
                .containsExactly(
                        "event: next",
                        "data: {\"data\":{\"ticks\":{\"id\":\"1\",\"cost\":1.2300,\"stock\":41}}}",
                        "event: next",
                        "data: {\"data\":{\"ticks\":{\"id\":\"2\",\"cost\":1.2300,\"stock\":42}}}",
                        "event: complete",
                        "data: ");
    }

    @Test
    void keepsFieldsOfOtherRolesOutOfEvents() {
        String agent = token("acme", "agent");

        assertThat(all(agent, "subscription { ticks(count: 1) { id cost } }").get(1))
                .contains("GRAPHQL_VALIDATION_FAILED")
                .doesNotContain("\"data\":");
        assertThat(all(agent, "subscription { secretTicks(count: 1) { id } }").get(1))
                .contains("GRAPHQL_VALIDATION_FAILED");
        assertThat(all(agent, "subscription { ticks(count: 1) { stock } }").get(1))
                .isEqualTo("data: {\"data\":{\"ticks\":{\"stock\":41}}}");
    }

    @Test
    void saysWhatWentWrongAndEnds() {
        String executive = token("acme", "executive");

        assertThat(all(executive, "subscription { ticks(count: -3) { id } }").get(1))
                .contains("sold out", "CONFLICT", "\"ticks\":null");
        List<String> broken = all(executive, "subscription { ticks(count: -4) { id } }");
        assertThat(broken.get(1)).isEqualTo("data: {\"data\":{\"ticks\":{\"id\":\"1\"}}}");
        assertThat(broken.get(3)).contains("SUBGRAPH_UNAVAILABLE");
        assertThat(broken.get(4)).isEqualTo("event: complete");
    }

    @Test
    void answersQueriesAsEventsAndStillNoMutationByGet() {
        String executive = token("acme", "executive");

        assertThat(all(executive, "{ goods { name } }"))
                .containsExactly(
                        "event: next",
                        "data: {\"data\":{\"goods\":[{\"name\":\"Rope\"}]}}",
                        "event: complete",
                        "data: ");
        String mutation = given().header("Authorization", "Bearer " + executive)
                .accept("text/event-stream")
                .queryParam("query", "mutation { restock(name: \"Rope\") { name } }")
                .get("/graphql")
                .asString();
        assertThat(mutation).contains("METHOD_NOT_ALLOWED").doesNotContain("\"data\":");
    }

    @Test
    void followsByGetTooButOnlyDeliberateRequests() {
        String query = "subscription { ticks(count: 1) { id } }";

        String answer = given().header("Authorization", "Bearer " + token("acme", "executive"))
                .accept("text/event-stream")
                .queryParam("query", query)
                .get("/graphql")
                .asString();
        assertThat(answer).contains("data: {\"data\":{\"ticks\":{\"id\":\"1\"}}}");
        given().accept("text/event-stream")
                .queryParam("query", query)
                .get("/graphql")
                .then()
                .statusCode(400);
    }

    @Test
    void needsAClientThatTakesAStream() {
        String answer = given().header("Authorization", "Bearer " + token("acme", "executive"))
                .contentType("application/json")
                .body("{\"query\":\"subscription { ticks(count: 1) { id } }\"}")
                .post("/graphql")
                .asString();

        assertThat(answer).contains("SUBSCRIPTION_NEEDS_STREAM");
    }

    @Test
    void sendsSignsOfLifeAndEndsWithItsClient() {
        try (Stream<String> lines =
                events(token("acme", "executive"), "subscription { ticks(count: -5, name: \"quiet\") { id } }")) {
            Iterator<String> read = lines.iterator();
            while (!read.next().startsWith("data: ")) {
                assertThat(read.hasNext()).isTrue();
            }
            assertThat(List.of(read.next(), read.next(), read.next(), read.next()))
                    .containsExactly("", ":", "", ":");
        }

        awaitLeft("quiet");
    }

    @Test
    void endsWithTheToken() {
        TokenForTests token = TokenForTests.of("expiring", "executive")
                .claim("exp", Instant.now().plusSeconds(5).getEpochSecond());

        List<String> lines = all(token.sign(), "subscription { ticks(count: -1, name: \"expired\") { id } }");

        assertThat(lines.get(1)).contains("UNAUTHENTICATED");
        assertThat(lines.get(2)).isEqualTo("event: complete");
        awaitLeft("expired");
    }

    @Test
    void letsOneCallerHaveOnlySoMany() {
        String token = token("eager", "executive");
        List<Stream<String>> open = new ArrayList<>();
        for (int stream = 0; stream < 3; stream++) {
            Stream<String> lines = events(token, "subscription { ticks(count: -1, name: \"eager\") { id } }");
            open.add(lines);
        }

        assertThat(all(token, "subscription { ticks(count: 1) { id } }").get(1)).contains("MAX_SUBSCRIPTIONS_LIMIT");
        assertThat(all(token("patient", "executive"), "subscription { ticks(count: 1) { id } }")
                        .get(1))
                .contains("\"id\":\"1\"");

        open.forEach(Stream::close);
        awaitLeft("eager");
    }

    @Test
    void cutsAClientThatDoesNotKeepUp() throws IOException {
        String body = new JsonObject()
                .put("query", "subscription { ticks(count: -2, name: \"slow\") { label } }")
                .encode();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("acme", "executive")
                            + "\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();

            awaitLeft("slow");
        }
    }

    @Test
    void answersOverAWebSocketWithTheTokenOfItsInit() {
        SocketClient client = SocketClient.with(RestAssured.port, token("acme", "executive"));
        assertThat(client.next().encode()).isEqualTo("{\"type\":\"connection_ack\"}");

        client.subscribe("a", "subscription { ticks(count: 1) { id cost stock } }");

        assertThat(client.next().encode())
                .startsWith("{\"id\":\"a\",\"type\":\"next\",\"payload\":{\"data\":{\"ticks\":{\"id\":\"1\"");
        assertThat(client.next().encode()).isEqualTo("{\"id\":\"a\",\"type\":\"complete\"}");
        client.subscribe("a", "{ goods { name } }");
        assertThat(client.next().encode()).contains("Rope");
        assertThat(client.next().getString("type")).isEqualTo("complete");
        client.subscribe("b", "{ nothing }");
        JsonObject refused = client.next();
        assertThat(refused.getString("type")).isEqualTo("error");
        assertThat(refused.getJsonArray("payload").encode()).contains("GRAPHQL_VALIDATION_FAILED");
        client.awaitPing();
        client.leave();
    }

    @Test
    void keepsContractsAndDocumentModesOnASocket() {
        SocketClient agent = SocketClient.with(RestAssured.port, token("acme", "agent"));
        agent.next();
        assertThat(agent.subscribe("1", "{ goods { price } }").next().encode()).contains("GRAPHQL_VALIDATION_FAILED");

        SocketClient machine = SocketClient.with(RestAssured.port, token("acme", "integration"));
        machine.next();
        assertThat(machine.subscribe("1", "{ goods { name } }").next().encode())
                .contains("PERSISTED_QUERY_ID_REQUIRED");

        SocketClient nobody = new SocketClient(RestAssured.port).send(INIT);
        nobody.next();
        assertThat(nobody.subscribe("1", "subscription { ticks(count: 1) { id } }")
                        .next()
                        .encode())
                .contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void endsTheVisitOfADocumentThatIsRefusedOnASocket() {
        SocketClient machine = SocketClient.ready(RestAssured.port, token("acme", "integration"));
        double before = refusals();

        machine.subscribe("1", "{ goods { name } }").next();

        assertThat(refusals()).isEqualTo(before + 1);
    }

    private static double refusals() {
        return CDI.current()
                .select(MeterRegistry.class)
                .get()
                .counter("tideline.gateway.client", "client", "none", "outcome", "refused")
                .count();
    }

    @Test
    void breaksOffWhatIsOpenWhenItStops() {
        String token = token("acme", "executive");
        Iterator<String> lines = events(token, "subscription { ticks(count: -5, name: \"stopped\") { id } }")
                .iterator();
        while (!lines.next().startsWith("data: ")) {
            assertThat(lines.hasNext()).isTrue();
        }
        SocketClient client = SocketClient.ready(RestAssured.port, token);

        CDI.current().getBeanContainer().getEvent().fire(new ShutdownDelayInitiatedEvent());

        assertThat(client.closeCode()).isEqualTo(1001);
        awaitLeft("stopped");
    }

    @Test
    void endsAnOperationThatItsClientCompletes() {
        SocketClient client = SocketClient.with(RestAssured.port, token("acme", "executive"));
        client.next();

        client.subscribe("a", "subscription { ticks(count: -5, name: \"completed\") { id } }");
        client.next();
        client.send("{\"id\":\"a\",\"type\":\"complete\"}");

        awaitLeft("completed");
        client.subscribe("a", "subscription { ticks(count: -5, name: \"gone\") { id } }");
        client.next();
        client.leave();
        awaitLeft("gone");
    }

    @Test
    void closesSocketsThatBreakTheProtocol() {
        int port = RestAssured.port;
        String token = token("acme", "executive");

        assertThat(new SocketClient(port).send("nonsense").closeCode()).isEqualTo(4400);
        assertThat(new SocketClient(port).send("{\"type\":\"start\"}").closeCode())
                .isEqualTo(4400);
        assertThat(SocketClient.ready(port, token)
                        .send("{\"type\":\"subscribe\",\"payload\":{}}")
                        .closeCode())
                .isEqualTo(4400);
        assertThat(new SocketClient(port).subscribe("a", "{ __typename }").closeCode())
                .isEqualTo(4401);
        assertThat(SocketClient.with(port, "nonsense").closeCode()).isEqualTo(4401);
        assertThat(new SocketClient(port).closeCode()).isEqualTo(4408);
        String silent = "subscription { ticks(count: -1) { id } }";
        assertThat(SocketClient.ready(port, token)
                        .subscribe("a", silent)
                        .subscribe("a", silent)
                        .closeCode())
                .isEqualTo(4409);
        assertThat(SocketClient.with(port, token).send(INIT).closeCode()).isEqualTo(4429);
    }

    @Test
    void closesASocketWhoseTokenEnds() {
        TokenForTests token = TokenForTests.of("expiring", "executive")
                .claim("exp", Instant.now().plusSeconds(5).getEpochSecond());
        SocketClient client = SocketClient.with(RestAssured.port, token.sign());
        client.next();
        client.subscribe("a", "subscription { ticks(count: -1, name: \"closed\") { id } }");

        assertThat(client.closeCode()).isEqualTo(4401);
        awaitLeft("closed");
    }
}
