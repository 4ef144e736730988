package io.tideline.customer.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class CustomerDoorIT {
    private static final String ADA =
            "{\"id\":\"ada\",\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"phone\":\"+44 1\",\"market\":\"UK\","
                    + "\"language\":\"en\",\"source\":\"ads\",\"campaign\":\"spring\",\"agent\":\"a1\",\"channel_account\":\"w1\","
                    + "\"acquired_at\":\"2026-01-02T03:04:05+01:00\"}";

    @Test
    void storesACustomerOnceHoweverOftenItIsSent() {
        JsonNode first = Api.ingest("door-once", "customers", "[" + ADA + "]");
        JsonNode again = Api.ingest("door-once", "customers", "[" + ADA + "," + ADA + "]");

        assertThat(Api.statuses(first)).isEqualTo("ACCEPTED");
        assertThat(Api.statuses(again)).isEqualTo("DUPLICATE DUPLICATE");
        assertThat(again.get("duplicates").asInt()).isEqualTo(2);
        assertThat(Api.admin("door-once")
                        .data(
                                "{ customer(externalId: \"ada\") { externalId name email phone market language source acquiredAt placeholder"
                                        + " agent { externalId name } channelAccount { externalId } } }"))
                .isEqualTo(
                        Api.json(
                                "{\"customer\":{\"externalId\":\"ada\",\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\","
                                        + "\"phone\":\"+44 1\",\"market\":\"UK\",\"language\":\"en\",\"source\":\"ads\",\"acquiredAt\":\"2026-01-02T02:04:05Z\","
                                        + "\"placeholder\":false,\"agent\":{\"externalId\":\"a1\",\"name\":\"a1\"},\"channelAccount\":{\"externalId\":\"w1\"}}}"));
    }

    @Test
    void keepsWhatALaterRowDoesNotMention() {
        Api.ingest("door-keep", "customers", "[" + ADA + "]");

        JsonNode changed =
                Api.ingest("door-keep", "customers", "[{\"id\":\"ada\",\"market\":\"FR\",\"language\":\"\"}]");

        assertThat(Api.statuses(changed)).isEqualTo("UPDATED");
        assertThat(Api.admin("door-keep").data("{ customer(externalId: \"ada\") { name market language } }"))
                .isEqualTo(
                        Api.json("{\"customer\":{\"name\":\"Ada Lovelace\",\"market\":\"FR\",\"language\":\"en\"}}"));
    }

    @Test
    void foldsRowsOfOneCustomerInABatch() {
        JsonNode answer = Api.ingest(
                "door-fold",
                "customers",
                "[{\"id\":\"b\",\"market\":\"DE\"},{\"id\":\"b\",\"market\":\"FR\"},{\"id\":\"b\",\"market\":\"FR\"}]");

        assertThat(Api.statuses(answer)).isEqualTo("ACCEPTED UPDATED DUPLICATE");
        assertThat(Api.admin("door-fold")
                        .data("{ customer(externalId: \"b\") { market } }")
                        .at("/customer/market")
                        .asText())
                .isEqualTo("FR");
    }

    @Test
    void rejectsBadRowsOneByOneAndTakesTheOthers() {
        JsonNode answer = Api.json(given().auth()
                .oauth2(TokenForTests.of("door-bad", "integration").sign())
                .contentType("application/x-ndjson")
                .queryParam("rows", "rejected")
                .body(
                        ("{\"id\":\"good\"}\n{\"name\":\"nameless\"}\n{\"id\":\"late\",\"acquired_at\":\"yesterday\"}\n{\"id\":\""
                                        + "x".repeat(301) + "\"}\n")
                                .getBytes(StandardCharsets.UTF_8))
                .post("/ingest/customers")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(answer.get("accepted").asInt()).isEqualTo(1);
        assertThat(answer.get("rejected").asInt()).isEqualTo(3);
        assertThat(answer.get("rows").findValuesAsText("row")).containsExactly("1", "2", "3");
        assertThat(answer.get("rows").findValuesAsText("code")).containsExactly("MISSING", "INVALID", "TOO_LONG");
        assertThat(answer.get("rows").findValuesAsText("field")).containsExactly("id", "acquired_at", "id");
        assertThat(answer.at("/rows/1/value").asText()).isEqualTo("yesterday");
    }

    @Test
    void saysWhereABodyIsNoJson() {
        String token = TokenForTests.of("door-json", "integration").sign();

        var broken = Api.send(token, "customers", "[{\"id\": \"a\"},\n {\"id\" \"b\"}]")
                .then()
                .statusCode(400)
                .extract();
        Api.send(token, "customers", "[1]").then().statusCode(400);

        assertThat(broken.jsonPath().getInt("line")).isEqualTo(2);
        assertThat(broken.jsonPath().getInt("column")).isPositive();
        assertThat(Rows.asApp("door-json", "SELECT external_id FROM customer")).isEmpty();
    }

    @Test
    void tellsTheOtherServicesWithoutNamingAnybody() {
        Api.ingest("door-feed", "agents", "[{\"id\":\"a1\",\"name\":\"Grace\",\"team\":\"north\"}]");
        Api.ingest("door-feed", "customers", "[" + ADA + "]");

        List<String> told = Rows.asApp("door-feed", "SELECT type || ' ' || data FROM outbox ORDER BY seq");

        assertThat(told).hasSize(4);
        assertThat(told.get(0)).startsWith("label.changed").contains("\"kind\": \"TEAM\"", "\"externalId\": \"north\"");
        assertThat(told.get(1))
                .startsWith("label.changed")
                .contains("\"kind\": \"AGENT\"", "\"name\": \"Grace\"", "\"team\": \"north\"");
        assertThat(told.get(2)).startsWith("label.changed").contains("\"kind\": \"CHANNEL_ACCOUNT\"");
        assertThat(told.get(3))
                .startsWith("customer.changed")
                .contains(
                        "\"externalId\": \"ada\"",
                        "\"agent\": \"a1\"",
                        "\"team\": \"north\"",
                        "\"campaign\": \"spring\"",
                        "\"channelAccount\": \"w1\"",
                        "\"acquiredAt\": \"2026-01-02T02:04:05Z\"",
                        "\"placeholder\": false")
                .doesNotContain("Lovelace", "ada@example.org", "+44");
    }

    @Test
    void movesCustomersWithTheirAgentUnlessTheyHaveATeamOfTheirOwn() {
        Api.ingest(
                "door-move",
                "customers",
                "[{\"id\":\"follows\",\"agent\":\"a\"},{\"id\":\"stays\",\"agent\":\"a\",\"team\":\"south\"}]");

        Api.ingest("door-move", "agents", "[{\"id\":\"a\",\"team\":\"north\"}]");

        String query =
                "{ follows: customer(externalId: \"follows\") { team { externalId } } stays: customer(externalId: \"stays\") { team { externalId } } }";
        assertThat(Api.admin("door-move").data(query))
                .isEqualTo(
                        Api.json(
                                "{\"follows\":{\"team\":{\"externalId\":\"north\"}},\"stays\":{\"team\":{\"externalId\":\"south\"}}}"));
        assertThat(
                        Rows.asApp(
                                "door-move",
                                "SELECT data->>'externalId' FROM outbox WHERE type = 'customer.changed' AND data->>'team' = 'north'"))
                .containsExactly("follows");
    }
}
