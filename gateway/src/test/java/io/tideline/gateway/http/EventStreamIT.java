package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static io.tideline.gateway.http.ShopStreams.all;
import static io.tideline.gateway.http.ShopStreams.awaitLeft;
import static io.tideline.gateway.http.ShopStreams.events;
import static io.tideline.gateway.http.ShopStreams.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tideline.test.TokenForTests;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Subscriptions over server-sent events. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class EventStreamIT {
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
}
