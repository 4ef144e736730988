package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What those meet who have no token, and pages of other sites. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class StrangersIT {
    @Test
    void showsItsSchemaToNobodyWithoutAName() {
        given().get("/schema.graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void opensNoSocketToAPageOfAnotherSite() {
        assertThat(upgrade("https://evil.test")).isEqualTo(403);
        assertThat(upgrade("null")).isEqualTo(403);
        assertThat(upgrade("https://evil.test/127.0.0.1:" + RestAssured.port)).isEqualTo(403);
        assertThat(upgrade("https://board.test")).isEqualTo(101);
        assertThat(upgrade("http://127.0.0.1:" + RestAssured.port)).isEqualTo(101);
    }

    /** The status that meets a page of that origin which opens a socket; RestAssured cannot upgrade. */
    private static int upgrade(String origin) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream()
                    .write(("GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:" + RestAssured.port + "\r\nOrigin: " + origin
                                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                                    + "\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                                    + "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
            return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
