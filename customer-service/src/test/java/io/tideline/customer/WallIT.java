package io.tideline.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between organisations, and between roles. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class WallIT {
    private static final String OURS = "wall-acme";
    private static final String THEIRS = "wall-globex";

    @BeforeEach
    void twoOrganisationsUseTheSameExternalIds() {
        for (String tenant : List.of(OURS, THEIRS)) {
            Api.ingest(tenant, "agents", "[{\"id\":\"a1\",\"team\":\"t1\"},{\"id\":\"a2\",\"team\":\"t2\"}]");
            Api.ingest(
                    tenant,
                    "customers",
                    "[{\"id\":\"c1\",\"name\":\"Ada of " + tenant + "\",\"agent\":\"a1\"},"
                            + "{\"id\":\"c2\",\"name\":\"Bea of " + tenant + "\",\"agent\":\"a2\"}]");
        }
    }

    @Test
    void showsNobodyElsesCustomers() {
        JsonNode data = Api.admin(OURS).data("{ customers(first: 100) { totalCount nodes { name } } }");

        assertThat(data.at("/customers/totalCount").asInt()).isEqualTo(2);
        assertThat(data.at("/customers/nodes").findValuesAsText("name"))
                .containsExactlyInAnyOrder("Ada of " + OURS, "Bea of " + OURS);
    }

    @Test
    void answersAForeignIdAsAnUnknownOne() {
        String foreign = GlobalId.of("Customer", Ids.uuid(THEIRS, "customer", "c1"));
        String unknown = GlobalId.of("Customer", Ids.uuid(OURS, "customer", "nobody"));
        String query = "query($id: ID!) { node(id: $id) { id } customer(id: $id) { id } }";

        JsonNode ofForeign = Api.admin(OURS).query(query, Map.of("id", foreign));
        JsonNode ofUnknown = Api.admin(OURS).query(query, Map.of("id", unknown));

        assertThat(ofForeign).isEqualTo(ofUnknown);
        assertThat(ofForeign.at("/data/node").isNull()).isTrue();
        assertThat(ofForeign.has("errors")).isFalse();
    }

    @Test
    void resolvesNoForeignEntity() {
        String foreign = GlobalId.of("Customer", Ids.uuid(THEIRS, "customer", "c1"));
        String own = GlobalId.of("Customer", Ids.uuid(OURS, "customer", "c1"));

        JsonNode data = Api.admin(OURS)
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { name } } }",
                        Map.of(
                                "r",
                                List.of(
                                        Map.of("__typename", "Customer", "id", foreign),
                                        Map.of("__typename", "Customer", "id", own))));

        assertThat(data.at("/_entities/0").isNull()).isTrue();
        assertThat(data.at("/_entities/1/name").asText()).isEqualTo("Ada of " + OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer",
                "tag_interval",
                "team",
                "agent",
                "channel_account",
                "organisation",
                "kpi_target",
                "outbox"
            })
    void holdsByTheDatabaseAlone(String table) {
        assertThat(Rows.asApp(OURS, "SELECT DISTINCT tenant_id FROM " + table)).isSubsetOf(List.of(OURS));
        assertThat(Rows.asApp("", "SELECT tenant_id FROM " + table)).isEmpty();
    }

    @Test
    void showsAnAgentTheOwnCustomersAndALeadTheTeams() {
        String query = "{ customers { totalCount nodes { externalId } } agents { externalId } teams { externalId } }";

        JsonNode agent = GraphqlClient.as(
                        TokenForTests.of(OURS, "agent").agent("a1").team("t1"))
                .data(query);
        JsonNode lead =
                GraphqlClient.as(TokenForTests.of(OURS, "lead").team("t2")).data(query);

        assertThat(agent)
                .isEqualTo(Api.json("{\"customers\":{\"totalCount\":1,\"nodes\":[{\"externalId\":\"c1\"}]},"
                        + "\"agents\":[{\"externalId\":\"a1\"}],\"teams\":[{\"externalId\":\"t1\"}]}"));
        assertThat(lead)
                .isEqualTo(Api.json("{\"customers\":{\"totalCount\":1,\"nodes\":[{\"externalId\":\"c2\"}]},"
                        + "\"agents\":[{\"externalId\":\"a2\"}],\"teams\":[{\"externalId\":\"t2\"}]}"));
    }

    @Test
    void showsNothingToAnAgentWithoutAName() {
        JsonNode data =
                GraphqlClient.as(TokenForTests.of(OURS, "agent")).data("{ customers { totalCount } agents { id } }");

        assertThat(data).isEqualTo(Api.json("{\"customers\":{\"totalCount\":0},\"agents\":[]}"));
    }

    @Test
    void keepsAColleaguesCustomerFromAnAgentByIdToo() {
        JsonNode data = GraphqlClient.as(TokenForTests.of(OURS, "agent").agent("a1"))
                .data("{ mine: customer(externalId: \"c1\") { name } other: customer(externalId: \"c2\") { name } }");

        assertThat(data.at("/mine/name").asText()).isEqualTo("Ada of " + OURS);
        assertThat(data.at("/other").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0} may not ask for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "executive   | { customers { totalCount } }",
                "operations  | { customers { totalCount } }",
                "integration | { customers { totalCount } }",
                "executive   | { customer(externalId: \"c1\") { id } }",
                "integration | { teams { name } }",
                "integration | { agents { name } }",
                "integration | { channelAccounts { name } }",
                "integration | { kpis { key } }",
                "executive   | { kpis(layer: TACTICAL) { key } }",
                "lead        | { kpis(layer: STRATEGIC) { key } }",
                "agent       | mutation { upsertCustomers(input: { customers: [{ externalId: \"x\" }] }) { userErrors { code } } }",
                "lead        | mutation { mergeCustomers(input: { from: \"x\", into: \"y\" }) { userErrors { code } } }"
            })
    void refusesWhatTheScopesDoNotOpen(String role, String query) {
        JsonNode answer = GraphqlClient.as(
                        TokenForTests.of(OURS, role).agent("a1").team("t1"))
                .query(query);

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void keepsContactDataFromWhoeverMayNotSeeIt() {
        GraphqlClient caller = GraphqlClient.as(TokenForTests.of(OURS, "customer:read", "operations"));

        JsonNode answer = caller.query("{ customer(externalId: \"c1\") { externalId name } }");
        JsonNode found = caller.data(
                "{ byName: customers(search: \"Ada\") { totalCount } byId: customers(search: \"C1\") { totalCount } }");
        JsonNode sorted = caller.query("{ customers(orderBy: { field: NAME }) { totalCount } }");

        assertThat(answer.at("/data/customer")).isEqualTo(Api.json("{\"externalId\":\"c1\",\"name\":null}"));
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(found).isEqualTo(Api.json("{\"byName\":{\"totalCount\":0},\"byId\":{\"totalCount\":1}}"));
        assertThat(sorted.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }

    @Test
    void letsNobodyInButTheGateway() {
        given().auth()
                .oauth2(TokenForTests.of(OURS, "admin").sign())
                .contentType("application/json")
                .body("{\"query\":\"{ me { id } }\"}")
                .post("/graphql")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisation", "teams", "agents", "channel-accounts", "customers", "tags", "kpi-targets"})
    void takesBatchesOnlyFromThoseWhoMaySend(String kind) {
        given().contentType("application/json")
                .body("[]")
                .post("/ingest/" + kind)
                .then()
                .statusCode(401);
        Api.send(TokenForTests.of(OURS, "executive").sign(), kind, "[]").then().statusCode(403);
    }

    @Test
    void takesSettingsFromAnAdministratorButNotCustomers() {
        String admin = TokenForTests.of(OURS, "admin").sign();

        Api.send(admin, "teams", "[{\"id\":\"t1\"}]").then().statusCode(200);
        Api.send(admin, "customers", "[{\"id\":\"c9\"}]").then().statusCode(403);
    }
}
