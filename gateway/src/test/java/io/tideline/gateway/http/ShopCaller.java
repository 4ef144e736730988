package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.tideline.test.TokenForTests;
import java.util.Map;

/** Asks the gateway of {@link ShopResource} as one of its roles. */
final class ShopCaller {
    private ShopCaller() {}

    static RequestSpecification as(String role) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", role).sign());
    }

    static RequestSpecification ask(RequestSpecification caller, String query) {
        return caller.contentType("application/json").body(Map.of("query", query));
    }
}
