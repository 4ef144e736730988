package io.tideline.roi;

import static io.restassured.RestAssured.given;
import static io.tideline.roi.RoiDoor.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between organisations, between roles, and before everybody who is not the gateway. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "roi"))
class WallIT {
    private static final String REVENUE =
            "{ revenue(period: {from: \"2026-01-01\", to: \"2027-01-01\"}) { orders { value } revenue { value } } }";

    @BeforeEach
    void twoOrganisationsUseTheSameIds() {
        for (String tenant : List.of("wall-a", "wall-b")) {
            RoiDoor door = new RoiDoor(tenant);
            door.take("orders", List.of(order("o", "c", "2026-03-01T10:00:00Z", tenant.equals("wall-a") ? "1" : "2")));
            door.take("campaigns", List.of(Map.of("id", "spring", "name", "Spring of " + tenant)));
        }
    }

    @Test
    void countsNobodyElsesOrders() {
        JsonNode revenue = new RoiDoor("wall-a").as("executive").data(REVENUE).get("revenue");

        assertThat(revenue.at("/orders/value").asInt()).isEqualTo(1);
        assertThat(revenue.at("/revenue/value").asDouble()).isEqualTo(1);
    }

    @Test
    void answersAForeignIdAsAnUnknownOne() {
        String foreign = GlobalId.of("Campaign", Ids.uuid("wall-b", "campaign", "spring"));
        String unknown = GlobalId.of("Campaign", Ids.uuid("wall-a", "campaign", "nothing"));
        String query =
                "query($id: ID!, $r: [_Any!]!) { campaign(id: $id) { name } _entities(representations: $r) { ... on Campaign { name } } }";
        GraphqlClient operations = new RoiDoor("wall-a").as("operations");

        JsonNode ofForeign = operations.query(
                query, Map.of("id", foreign, "r", List.of(Map.of("__typename", "Campaign", "id", foreign))));
        JsonNode ofUnknown = operations.query(
                query, Map.of("id", unknown, "r", List.of(Map.of("__typename", "Campaign", "id", unknown))));

        assertThat(ofForeign).isEqualTo(ofUnknown);
        assertThat(ofForeign.at("/data/campaign").isNull()).isTrue();
        assertThat(ofForeign.has("errors")).isFalse();
    }

    @Test
    void holdsInTheDatabaseAlone() throws SQLException {
        try (Connection connection = PostgresForTests.connect("roi", "roi_app");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : List.of("customer", "customer_order", "campaign", "outbox")) {
                assertThat(count(statement, table)).as(table).isZero();
            }
            statement.execute("SELECT set_config('tideline.tenant', 'wall-a', true)");
            assertThat(count(statement, "customer_order")).isEqualTo(1);
            assertThat(count(statement, "customer_order WHERE tenant_id <> 'wall-a'"))
                    .isZero();
            assertThatThrownBy(
                            () -> statement.execute(
                                    "INSERT INTO label (tenant_id, kind, label_id, external_id) VALUES ('wall-b', 'TEAM', gen_random_uuid(), 'x')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void letsNobodyButTheGatewayIn() {
        String token = TokenForTests.of("wall-a", "executive").sign();

        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("query", REVENUE))
                .post("/graphql")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    operations | revenue(period: {from: "2026-01-01", to: "2026-02-01"}) { currency }
                    admin      | revenue(period: {from: "2026-01-01", to: "2026-02-01"}) { currency }
                    lead       | revenue(period: {from: "2026-01-01", to: "2026-02-01"}) { currency }
                    agent      | acquisition(period: {from: "2026-01-01", to: "2026-02-01"}) { currency }
                    admin      | acquisition(period: {from: "2026-01-01", to: "2026-02-01"}) { currency }
                    executive  | campaigns { pageInfo { hasNextPage } }
                    agent      | toolReturn(adoptedOn: "2025-01-01") { value }
                    """)
    void keepsRolesOutOfWhatIsNotTheirs(String role, String field) {
        JsonNode answer = new RoiDoor("wall-a").as(role).query("{ " + field + " }");

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "executive, lifetimeValue { value }, true",
        "executive, acquisitionCost { value }, true",
        "executive, orders { pageInfo { hasNextPage } }, true",
        "operations, acquisitionCost { value }, true",
        "operations, lifetimeValue { value }, false",
        "operations, orders { pageInfo { hasNextPage } }, false",
        "admin, orders { pageInfo { hasNextPage } }, false",
        "admin, lifetimeValue { value }, false",
        "lead, orders { pageInfo { hasNextPage } }, true",
        "lead, lifetimeValue { value }, false",
        "agent, orders { pageInfo { hasNextPage } }, true",
    })
    void guardsTheFieldsOfACustomerBelowEntitiesToo(String role, String field, boolean open) {
        Map<String, String> key =
                Map.of("__typename", "Customer", "id", GlobalId.of("Customer", Ids.uuid("wall-a", "customer", "c")));

        JsonNode answer = new RoiDoor("wall-a")
                .as(role)
                .query(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { " + field + " } } }",
                        Map.of("r", List.of(key)));

        assertThat(answer.has("errors")).isEqualTo(!open);
        assertThat(answer.at("/errors/0/extensions/code").asText("")).isEqualTo(open ? "" : "FORBIDDEN");
    }

    private static long count(Statement statement, String from) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT count(*) FROM " + from)) {
            found.next();
            return found.getLong(1);
        }
    }
}
