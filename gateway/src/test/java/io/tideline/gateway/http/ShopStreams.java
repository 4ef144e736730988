package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.tideline.test.TokenForTests;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** Subscribers of the shop over server-sent events, and what its subgraph knows of them. */
final class ShopStreams {
    private ShopStreams() {}

    static String token(String tenant, String role) {
        return TokenForTests.of(tenant, role).sign();
    }

    static Stream<String> events(String token, String query) {
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
    static List<String> all(String token, String query) {
        return events(token, query)
                .filter(line -> !line.isEmpty() && !line.equals(":"))
                .toList();
    }

    /** Waits until the gateway has closed the stream of that name at the subgraph. */
    static void awaitLeft(String name) {
        String subgraph = ConfigProvider.getConfig().getValue("tideline.gateway.subgraphs.a", String.class);
        given().get(subgraph.replace("/graphql", "/left?name=" + name)).then().statusCode(200);
    }
}
