package io.tideline.gateway.http;

import static io.tideline.gateway.http.ShopStreams.awaitLeft;
import static io.tideline.gateway.http.ShopStreams.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tideline.test.TokenForTests;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Subscriptions over WebSockets. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class SocketIT {
    private static final String INIT = "{\"type\":\"connection_init\"}";

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
