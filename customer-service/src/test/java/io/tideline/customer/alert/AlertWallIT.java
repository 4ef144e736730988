package io.tideline.customer.alert;

import static io.tideline.customer.alert.SurveyForTests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose alerts are whose. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class AlertWallIT {
    private static final String OURS = "alerts-acme";
    private static final String THEIRS = "alerts-globex";
    private static final String LISTED = "{ alerts { nodes { id count agent { externalId } } } }";

    @Inject
    SurveyForTests survey;

    @BeforeEach
    void anAlertOfEachAgentAndOneOfNobody() {
        for (String tenant : List.of(OURS, THEIRS)) {
            Api.ingest(
                    tenant,
                    "customers",
                    "[{\"id\":\"c1\",\"agent\":\"a1\",\"team\":\"t1\"},{\"id\":\"c2\",\"agent\":\"a2\",\"team\":\"t1\"},"
                            + "{\"id\":\"c3\",\"agent\":\"a3\",\"team\":\"t2\"},{\"id\":\"c4\"}]");
            for (String customer : List.of("c1", "c2", "c3", "c4")) {
                survey.tell(answer(tenant, customer, "wall-" + customer, 2));
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1} and {2}")
    @CsvSource({
        "agent, a1, t1, a1",
        "agent, a3, t1, a3",
        "agent, , t1, ",
        "lead, a1, t1, a1 a2",
        "lead, , , ",
        "operations, , , - a1 a2 a3",
        "admin, , , - a1 a2 a3"
    })
    void showsALeadTheTeamsAndAnAgentTheOwn(
            String role, @Nullable String agent, @Nullable String team, @Nullable String seen) {
        JsonNode alerts = caller(OURS, role, agent, team).data(LISTED).at("/alerts/nodes");

        assertThat(holders(alerts)).isEqualTo(seen == null ? List.of() : List.of(seen.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "integration", "service"})
    void showsThemToNobodyElse(String role) {
        JsonNode listed = caller(OURS, role, "a1", "t1").query(LISTED);
        JsonNode closed = caller(OURS, role, "a1", "t1")
                .query("mutation { closeAlert(input: { alert: \"x\" }) { userErrors { code } } }");

        assertThat(listed.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(closed.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }

    @Test
    void showsWhatNobodyKnownSaidToThoseWhoSeeTheWholeOrganisation() {
        String tenant = "alerts-unknown";
        survey.tell(answer(tenant, null, "unknown", "1", Instant.now()));
        String asked = "{ alerts { nodes { id rule count customer { id } agent { id } team { id } } } }";

        for (String role : List.of("operations", "admin")) {
            JsonNode alert = caller(tenant, role, null, null).query(asked).at("/data/alerts/nodes/0");
            assertThat(alert.get("rule").asText()).isEqualTo("answer.negative.unknown");
            assertThat(alert.findValues("customer"))
                    .allSatisfy(one -> assertThat(one.isNull()).isTrue());
            assertThat(alert.get("agent").isNull() && alert.get("team").isNull())
                    .isTrue();
        }
        String id = caller(tenant, "operations", null, null)
                .data(LISTED)
                .at("/alerts/nodes/0/id")
                .asText();
        String take = "mutation($id: ID!) { takeAlert(input: { alert: $id }) { userErrors { code } } }";
        assertThat(caller(tenant, "lead", null, "t1").data(LISTED).at("/alerts/nodes"))
                .isEmpty();
        assertThat(caller(tenant, "agent", "a1", "t1").data(LISTED).at("/alerts/nodes"))
                .isEmpty();
        assertThat(caller(tenant, "lead", null, "t1")
                        .data(take, Map.of("id", id))
                        .findValuesAsText("code"))
                .containsExactly("NOT_FOUND");
        assertThat(caller(tenant, "operations", null, null)
                        .data(take, Map.of("id", id))
                        .findValuesAsText("code"))
                .isEmpty();
    }

    @Test
    void goesAlongWithItsCustomer() {
        String tenant = "alerts-moved";
        Api.ingest(tenant, "customers", "[{\"id\":\"c1\",\"agent\":\"a1\",\"team\":\"t1\"}]");
        survey.tell(answer(tenant, "c1", "moved", 2));

        Api.ingest(tenant, "customers", "[{\"id\":\"c1\",\"agent\":\"a3\",\"team\":\"t2\"}]");

        assertThat(holders(caller(tenant, "agent", "a1", "t1").data(LISTED).at("/alerts/nodes")))
                .isEmpty();
        assertThat(holders(caller(tenant, "agent", "a3", "t2").data(LISTED).at("/alerts/nodes")))
                .containsExactly("a3");
    }

    @Test
    void isTakenByTheNextOwnerOfItsCustomer() {
        String tenant = "alerts-passed-on";
        Api.ingest(tenant, "customers", "[{\"id\":\"c1\",\"agent\":\"a1\",\"team\":\"t1\"}]");
        survey.tell(answer(tenant, "c1", "passed-on", 2));
        GraphqlClient first = caller(tenant, "agent", "a1", "t1");
        Map<String, Object> alert =
                Map.of("id", first.data(LISTED).at("/alerts/nodes/0/id").asText());
        String take =
                "mutation($id: ID!) { takeAlert(input: { alert: $id }) { alert { taken { by } } userErrors { code } } }";
        first.data(take, alert);

        Api.ingest(tenant, "customers", "[{\"id\":\"c1\",\"agent\":\"a3\",\"team\":\"t2\"}]");
        JsonNode next = named(tenant, "lead", "next").data(take, alert);
        JsonNode third = named(tenant, "admin", "third").data(take, alert);

        assertThat(next.at("/takeAlert"))
                .isEqualTo(Api.json("{\"alert\":{\"taken\":{\"by\":\"next\"}},\"userErrors\":[]}"));
        assertThat(third.at("/takeAlert"))
                .isEqualTo(Api.json(
                        "{\"alert\":{\"taken\":{\"by\":\"next\"}},\"userErrors\":[{\"code\":\"ALREADY_TAKEN\"}]}"));
    }

    private static GraphqlClient named(String tenant, String role, String name) {
        return GraphqlClient.as(
                TokenForTests.of(tenant, role).agent("a3").team("t2").claim("name", name));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({OURS + ", agent, a2", THEIRS + ", admin, "})
    void isUnknownToThoseItIsHiddenFrom(String tenant, String role, @Nullable String agent) {
        JsonNode own = caller(OURS, "agent", "a1", "t1").data(LISTED).at("/alerts/nodes/0/id");
        GraphqlClient other = caller(tenant, role, agent, "t1");

        JsonNode found = other.data("query($id: ID!) { node(id: $id) { id } }", Map.of("id", own.asText()));
        JsonNode handled = other.data(
                "mutation($id: ID!) { viewAlert(input: { alert: $id }) { alert { id } userErrors { code } } takeAlert(input: { alert: $id }) { userErrors { code } }"
                        + " noteAlert(input: { alert: $id, note: \"x\" }) { userErrors { code } } closeAlert(input: { alert: $id, note: \"x\" }) { alert { id } userErrors { code } } }",
                Map.of("id", own.asText()));

        assertThat(found.get("node").isNull()).isTrue();
        assertThat(handled.findValuesAsText("code"))
                .containsExactly("NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND");
        assertThat(handled.findValues("alert"))
                .allSatisfy(alert -> assertThat(alert.isNull()).isTrue());
        assertThat(Rows.asApp(OURS, "SELECT text FROM alert_note")).isEmpty();
    }

    @Test
    void showsTheCustomerOnlyToThoseWhoReadCustomers() {
        JsonNode answer =
                caller(OURS, "operations", null, null).query("{ alerts(first: 1) { nodes { rule customer { id } } } }");

        assertThat(answer.at("/data/alerts/nodes/0/rule").asText()).isEqualTo("answer.negative");
        assertThat(answer.at("/data/alerts/nodes/0/customer").isNull()).isTrue();
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
    }

    private static List<String> holders(JsonNode alerts) {
        return alerts.findValues("agent").stream()
                .map(agent -> agent.isNull() ? "-" : agent.get("externalId").asText())
                .sorted()
                .toList();
    }

    private static GraphqlClient caller(String tenant, String role, @Nullable String agent, @Nullable String team) {
        TokenForTests token = TokenForTests.of(tenant, role);
        if (agent != null) {
            token.agent(agent);
        }
        if (team != null) {
            token.team(team);
        }
        return GraphqlClient.as(token);
    }
}
