package io.tideline.roi.order;

import static io.restassured.RestAssured.given;
import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.roi.RoiDoor;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class OrderDoorIT {
    private static final String MARCH = "2026-03-01T10:00:00Z";

    @Test
    void takesEachOrderOnce() {
        RoiDoor door = new RoiDoor("door-once");
        List<Map<String, Object>> rows = List.of(
                order("o-1", "c-1", MARCH, "10"), order("o-2", "c-1", MARCH, "20"), order("o-1", "c-1", MARCH, "10"));

        JsonNode first = door.send("orders", rows);
        JsonNode again = door.send("orders", rows);

        assertThat(first.at("/rows/0/status").asText()).isEqualTo("ACCEPTED");
        assertThat(first.at("/rows/1/status").asText()).isEqualTo("ACCEPTED");
        assertThat(first.at("/rows/2/status").asText()).isEqualTo("DUPLICATE");
        assertThat(again.get("duplicates").asInt()).isEqualTo(3);
    }

    @Test
    void takesTheGoodRowsAndSaysWhatIsWrongWithTheOthers() {
        RoiDoor door = new RoiDoor("door-mixed");

        door.post(
                        "orders",
                        """
                        [{"id":"a","customer":"c","at":"2026-03-01T10:00:00Z","amount":"1.50"},
                         {"id":"b","customer":"c","at":"yesterday","amount":1},
                         {"id":"c","at":"2026-03-01T10:00:00Z","amount":1},
                         {"id":"d","customer":"c","at":"2026-03-01T10:00:00Z","amount":"1,50"},
                         {"id":"e","customer":"c","at":"2026-03-01T10:00:00Z","amount":1,"currency":"XYZ"}]
                        """)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(4))
                .body("rows[1].field", equalTo("at"))
                .body("rows[1].value", equalTo("yesterday"))
                .body("rows[2].code", equalTo("MISSING"))
                .body("rows[2].field", equalTo("customer"))
                .body("rows[3].field", equalTo("amount"))
                .body("rows[4].field", equalTo("currency"));
        given().header(
                        "Authorization",
                        "Bearer "
                                + TokenForTests.of("door-mixed", "integration").sign())
                .contentType("application/x-ndjson")
                .queryParam("rows", "rejected")
                .body("{\"id\":\"f\",\"customer\":\"c\",\"at\":\"2026-03-01T10:00:00Z\",\"amount\":2}\n{\"id\":\"g\"}\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/ingest/orders")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rows", hasSize(1))
                .body("rows[0].row", equalTo(1));
    }

    @Test
    void refusesABodyThatIsNoJsonAndNamesThePlace() {
        new RoiDoor("door-json")
                .post("orders", "[{\"id\":\"a\"},\n{\"id\":}]")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_USER_INPUT"))
                .body("line", equalTo(2));
    }

    @Test
    void refusesCallersWithoutTheScope() {
        given().contentType("application/json")
                .body("[]")
                .post("/ingest/orders")
                .then()
                .statusCode(401);
        given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("door-scope", "executive").sign())
                .contentType("application/json")
                .body("[]")
                .post("/ingest/orders")
                .then()
                .statusCode(403);
    }

    @Test
    void readsCompressedBatches() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("[{\"customer\":\"c\",\"at\":\"2026-03-01T10:00:00Z\",\"amount\":2}]"
                    .getBytes(StandardCharsets.UTF_8));
        }

        for (String status : List.of("ACCEPTED", "DUPLICATE")) {
            given().header(
                            "Authorization",
                            "Bearer "
                                    + TokenForTests.of("door-gzip", "integration")
                                            .sign())
                    .header("Content-Encoding", "gzip")
                    .contentType("application/json")
                    .body(packed.toByteArray())
                    .post("/ingest/orders")
                    .then()
                    .statusCode(200)
                    .body("rows[0].status", equalTo(status));
        }
    }

    @Test
    void tellsTheOtherServicesOfEachOrderAndOfCustomersMetForTheFirstTime() {
        RoiDoor door = new RoiDoor("door-feed");
        door.take("orders", List.of(order("o-1", "c-1", MARCH, "10"), order("o-2", "c-1", MARCH, "-4")));
        door.take("orders", List.of(order("o-1", "c-1", MARCH, "10")));

        List<Map<String, Object>> events = given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("any", "service").sign())
                .queryParam("limit", 1000)
                .get("/feed")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("events.findAll { it.tenant == 'door-feed' }");

        assertThat(events)
                .extracting(event -> event.get("type"))
                .containsExactlyInAnyOrder("fact.seen", "order.recorded", "order.recorded");
        assertThat(events.toString()).contains("externalId=c-1", "amount=-4", "refund=true", "currency=EUR");
    }
}
