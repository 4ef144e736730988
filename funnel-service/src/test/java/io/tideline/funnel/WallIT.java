package io.tideline.funnel;

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
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between organisations, and between roles. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class WallIT {
    private static final String OURS = "wall-acme";
    private static final String THEIRS = "wall-globex";
    private static final String RESULT =
            "{ funnel(key: \"f\") { result(period: { from: \"2026-01-01\", to: \"2027-01-01\" }) { entered converted } } }";

    @Inject
    FeedForTests feed;

    @BeforeEach
    void twoOrganisationsUseTheSameIds() {
        for (String tenant : List.of(OURS, THEIRS)) {
            feed.tell(
                    tenant,
                    "customer.changed",
                    Facts.customer(tenant, "c1", Map.of("agent", "a1", "team", "t1")),
                    Facts.customer(tenant, "c2", Map.of("agent", "a2", "team", "t2")));
            Api.ingest(
                    tenant,
                    List.of(
                            Api.event("1", "c1", "A", "2026-02-01T00:00:00Z"),
                            Api.event("2", "c1", "B", "2026-02-02T00:00:00Z"),
                            Api.event("3", "c2", "A", "2026-02-01T00:00:00Z")));
            Api.define(tenant, "f", List.of("A", "B"), Map.of());
        }
        Api.ingest(THEIRS, List.of(Api.event("4", "c9", "A", "2026-02-01T00:00:00Z")));
    }

    @Test
    void countsNobodyElsesEvents() {
        assertThat(result(TokenForTests.of(OURS, "executive"))).isEqualTo(Api.json("{\"entered\":2,\"converted\":1}"));
        assertThat(result(TokenForTests.of(THEIRS, "executive")))
                .isEqualTo(Api.json("{\"entered\":3,\"converted\":1}"));
    }

    @Test
    void countsForALeadTheOwnTeamOnly() {
        assertThat(result(TokenForTests.of(OURS, "lead").team("t2")))
                .isEqualTo(Api.json("{\"entered\":1,\"converted\":0}"));
        assertThat(result(TokenForTests.of(OURS, "lead"))).isEqualTo(Api.json("{\"entered\":0,\"converted\":0}"));
    }

    @Test
    void showsAnAgentTheOwnFiguresOnly() {
        String query = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Agent { "
                + "conversion(funnel: \"f\", period: { from: \"2026-01-01\", to: \"2027-01-01\" }) { value reason denominator } } } }";
        List<Map<String, String>> agents = List.of(agent("a1"), agent("a2"));

        JsonNode own = GraphqlClient.as(
                        TokenForTests.of(OURS, "agent").agent("a1").team("t1"))
                .data(query, Map.of("r", agents));
        JsonNode all = Api.as(OURS, "operations").data(query, Map.of("r", agents));

        assertThat(own.at("/_entities/0/conversion/value").asDouble()).isEqualTo(1.0);
        assertThat(own.at("/_entities/1/conversion/reason").asText()).isEqualTo("NO_DENOMINATOR");
        assertThat(all.at("/_entities/1/conversion/value").asDouble()).isZero();
        assertThat(all.at("/_entities/1/conversion/denominator").asText()).isEqualTo("1");
    }

    @Test
    void showsAnAgentTheOwnCustomersJourneysOnly() {
        String query =
                "query($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { journey(funnel: \"f\") { stage } } } }";
        List<Map<String, String>> customers =
                List.of(customer(OURS, "c1"), customer(OURS, "c2"), customer(THEIRS, "c1"));

        JsonNode seen = GraphqlClient.as(
                        TokenForTests.of(OURS, "agent").agent("a1").team("t1"))
                .data(query, Map.of("r", customers))
                .get("_entities");

        assertThat(seen.at("/0/journey").size()).isEqualTo(2);
        assertThat(seen.at("/1/journey")).isEmpty();
        assertThat(seen.at("/2/journey")).isEmpty();
    }

    @ParameterizedTest(name = "{0} may not ask for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agent       | { funnels { key } }",
                "admin       | { funnel(key: \"f\") { key } }",
                "integration | { funnels { key } }",
                "executive   | mutation { defineFunnel(input: { key: \"x\", title: \"x\", stages: [] }) { userErrors { code } } }",
                "lead        | mutation { recordEvents(input: { events: [] }) { accepted } }",
                "operations  | { funnel(key: \"f\") { result(period: { from: \"2026-01-01\", to: \"2027-01-01\" }) { steps { droppedCustomers { totalCount } } } } }",
                "executive   | { _entities(representations: [{ __typename: \"Customer\", id: \"Q3VzdG9tZXI6MDAwMDAwMDAtMDAwMC01MDAwLTgwMDAtMDAwMDAwMDAwMDAw\" }]) { ... on Customer { journey(funnel: \"f\") { stage } } } }"
            })
    void refusesWhatTheScopesDoNotOpen(String role, String query) {
        JsonNode answer = GraphqlClient.as(
                        TokenForTests.of(OURS, role).agent("a1").team("t1"))
                .query(query);

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event",
                "event_name",
                "customer",
                "dimension_value",
                "erased_customer",
                "frozen_funnel",
                "tag_interval",
                "funnel_version",
                "label",
                "organisation",
                "outbox"
            })
    void holdsByTheDatabaseAlone(String table) {
        assertThat(Rows.asApp(OURS, "SELECT DISTINCT tenant_id FROM " + table)).isSubsetOf(List.of(OURS));
        assertThat(Rows.asApp("", "SELECT tenant_id FROM " + table)).isEmpty();
    }

    @Test
    void letsNobodyInButTheGateway() {
        given().auth()
                .oauth2(TokenForTests.of(OURS, "executive").sign())
                .contentType("application/json")
                .body("{\"query\":\"{ funnels { key } }\"}")
                .post("/graphql")
                .then()
                .statusCode(401);
    }

    private static JsonNode result(TokenForTests token) {
        return GraphqlClient.as(token).data(RESULT).at("/funnel/result");
    }

    private static Map<String, String> agent(String agent) {
        return Map.of("__typename", "Agent", "id", GlobalId.of("Agent", Ids.uuid(OURS, "agent", agent)));
    }

    private static Map<String, String> customer(String tenant, String customer) {
        return Map.of("__typename", "Customer", "id", GlobalId.of("Customer", Ids.uuid(tenant, "customer", customer)));
    }
}
