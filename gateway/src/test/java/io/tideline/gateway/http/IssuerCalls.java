package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;

import java.util.concurrent.TimeUnit;

/** Asks the gateway with tokens of {@link IssuerResource}. */
final class IssuerCalls {
    private IssuerCalls() {}

    static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .queryParam("query", "{ __typename }")
                .get("/graphql")
                .statusCode();
    }

    static int statusWhenSettled(String token) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int status = status(token);
        while (status != 200 && System.nanoTime() < end) {
            status = status(token);
        }
        return status;
    }
}
