package io.tideline.funnel.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Rows;
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
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class EventRouteIT {
    private static final String AT = "2026-03-01T09:30:00Z";

    /** FN-18. */
    @Test
    void storesAnEventOnceHoweverOftenItIsSent() {
        String tenant = "once";
        List<Map<String, String>> rows = List.of(Api.event("e1", "c1", "A", AT), Api.event("e2", "c1", "B", AT));

        JsonNode first = Api.ingest(tenant, rows);
        JsonNode second = Api.ingest(tenant, rows);
        JsonNode third = Api.ingest(tenant, List.of(Api.event("e2", "c2", "Z", AT), Api.event("e3", "c2", "A", AT)));

        assertThat(statuses(first)).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(statuses(second)).containsExactly("DUPLICATE", "DUPLICATE");
        assertThat(statuses(third)).containsExactly("DUPLICATE", "ACCEPTED");
        assertThat(count(tenant, "event")).isEqualTo("3");
    }

    @Test
    void keepsTheFirstOfTwoInOneBatch() {
        String tenant = "first";

        JsonNode answer = Api.ingest(tenant, List.of(Api.event("e", "c1", "A", AT), Api.event("e", "c2", "B", AT)));

        assertThat(statuses(answer)).containsExactly("ACCEPTED", "DUPLICATE");
        assertThat(Rows.asSuperuser("SELECT n.name FROM event e JOIN event_name n USING (tenant_id, name_id)"
                        + " WHERE tenant_id = 'first'"))
                .containsExactly("A");
    }

    @Test
    void recognisesARowWithoutAnIdByItsContent() {
        String tenant = "content";
        String row = "[{\"customer\":\"c1\",\"name\":\"A\",\"at\":\"" + AT + "\",\"page\":\"/x\"}]";
        String other = "[{\"customer\":\"c1\",\"name\":\"A\",\"at\":\"" + AT + "\",\"page\":\"/y\"}]";

        Api.ingest(tenant, row);
        JsonNode again = Api.ingest(tenant, row);
        JsonNode different = Api.ingest(tenant, other);

        assertThat(again.get("duplicates").asInt()).isEqualTo(1);
        assertThat(different.get("accepted").asInt()).isEqualTo(1);
        assertThat(Rows.asSuperuser("SELECT properties->>'page' FROM event WHERE tenant_id = 'content' ORDER BY seq"))
                .containsExactly("/x", "/y");
    }

    @Test
    void takesTheGoodRowsAndSaysWhatIsWrongWithTheOthers() {
        JsonNode answer = Api.ingest(
                "mixed",
                "[{\"id\":\"1\",\"customer\":\"c\",\"name\":\"A\",\"at\":\"" + AT + "\"},"
                        + "{\"id\":\"2\",\"name\":\"A\",\"at\":\"" + AT + "\"},"
                        + "{\"id\":\"3\",\"customer\":\"c\",\"name\":\"A\",\"at\":\"yesterday\"},"
                        + "{\"id\":\"4\",\"customer\":\"c\",\"name\":\"A\",\"at\":\"0001-01-01T00:00:00Z\"},"
                        + "{\"id\":\"5\",\"customer\":\"c\",\"name\":\"" + "n".repeat(201) + "\",\"at\":\"" + AT
                        + "\"}]");

        assertThat(statuses(answer)).containsExactly("ACCEPTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED");
        assertThat(answer.at("/rows/1/field").asText()).isEqualTo("customer");
        assertThat(answer.at("/rows/1/code").asText()).isEqualTo("MISSING");
        assertThat(answer.at("/rows/2/value").asText()).isEqualTo("yesterday");
        assertThat(answer.at("/rows/3/field").asText()).isEqualTo("at");
        assertThat(answer.at("/rows/4/field").asText()).isEqualTo("name");
    }

    @Test
    void readsLinesAndCompressedBodies() throws IOException {
        String lines = "{\"id\":\"1\",\"customer\":\"c\",\"name\":\"A\",\"at\":\"" + AT + "\"}\n"
                + "{\"id\":\"2\",\"customer\":\"c\",\"name\":\"B\",\"at\":\"" + AT + "\"}\n";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }

        JsonNode answer = Api.json(given().auth()
                .oauth2(TokenForTests.of("lines", "integration").sign())
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/ingest/events?rows=rejected")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(answer).isEqualTo(Api.json("{\"accepted\":2,\"duplicates\":0,\"rejected\":0,\"rows\":[]}"));
    }

    @Test
    void saysWhereABodyIsNoJson() {
        JsonNode refusal =
                Api.json(Api.send(TokenForTests.of("broken", "integration").sign(), "[\n{\"id\":\"1\",}]")
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString());

        assertThat(refusal.get("code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(refusal.get("line").asInt()).isEqualTo(2);
        assertThat(refusal.get("column").asInt()).isPositive();
        assertThat(count("broken", "event")).isEqualTo("0");
    }

    @Test
    void letsOnlyIntegrationsIn() {
        given().contentType("application/json")
                .body("[]")
                .post("/ingest/events")
                .then()
                .statusCode(401);
        Api.send(TokenForTests.of("roles", "executive").sign(), "[]").then().statusCode(403);
    }

    @Test
    void tellsOfACustomerTheFirstTime() {
        String tenant = "seen";

        Api.ingest(tenant, List.of(Api.event("1", "c1", "A", AT), Api.event("2", "c2", "A", AT)));
        Api.ingest(tenant, List.of(Api.event("3", "c1", "A", AT), Api.event("4", "c3", "A", AT)));

        assertThat(Rows.asSuperuser("SELECT data->>'externalId' FROM outbox WHERE tenant_id = 'seen'"
                        + " AND type = 'fact.seen' AND data->>'kind' = 'customer' ORDER BY seq"))
                .containsExactlyInAnyOrder("c1", "c2", "c3");
    }

    @Test
    void recordsEventsOfAMutation() {
        String tenant = "mutation";
        String query = "mutation($input: RecordEventsInput!) { recordEvents(input: $input) "
                + "{ accepted duplicates userErrors { code field message } } }";
        Map<String, ?> good = Map.of(
                "input",
                Map.of(
                        "events",
                        List.of(
                                Map.of(
                                        "id",
                                        "1",
                                        "customer",
                                        "c",
                                        "name",
                                        "A",
                                        "at",
                                        AT,
                                        "properties",
                                        List.of(Map.of("name", "page", "value", "/x"))),
                                Map.of("customer", "c", "name", "B", "at", AT))));
        Map<String, ?> bad = Map.of(
                "input",
                Map.of(
                        "events",
                        List.of(
                                Map.of("id", "9", "customer", "c", "name", "A", "at", AT),
                                Map.of("customer", "", "name", "B", "at", AT))));

        JsonNode first = Api.as(tenant, "integration").data(query, good).get("recordEvents");
        JsonNode again = Api.as(tenant, "integration").data(query, good).get("recordEvents");
        JsonNode refused = Api.as(tenant, "integration").data(query, bad).get("recordEvents");
        JsonNode forbidden = Api.as(tenant, "executive").query(query, good);

        assertThat(first).isEqualTo(Api.json("{\"accepted\":2,\"duplicates\":0,\"userErrors\":[]}"));
        assertThat(again).isEqualTo(Api.json("{\"accepted\":0,\"duplicates\":2,\"userErrors\":[]}"));
        assertThat(refused.at("/userErrors/0/field").asText()).isEqualTo("input.events.1.customer");
        assertThat(forbidden.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(count(tenant, "event")).isEqualTo("2");
    }

    private static List<String> statuses(JsonNode answer) {
        return answer.get("rows").findValuesAsText("status");
    }

    private static String count(String tenant, String table) {
        return Rows.asSuperuser("SELECT count(*) FROM " + table + " WHERE tenant_id = '" + tenant + "'")
                .get(0);
    }
}
