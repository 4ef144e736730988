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
import io.tideline.test.Statements;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Alerts as they are listed and handled. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class AlertIT {
    private static final String HANDLED = "{ alert { status count notes { by text } outcome viewed { by } taken { by }"
            + " closed { by } } userErrors { code field } }";

    @Inject
    SurveyForTests survey;

    @Test
    void isViewedTakenNotedAndClosed() {
        String alert = raised("steps", 1);

        JsonNode viewed = handle("steps", "lead", "view", alert, Map.of());
        JsonNode taken = handle("steps", "agent", "take", alert, Map.of());
        JsonNode noted = handle("steps", "agent", "note", alert, Map.of("note", "will call"));
        JsonNode closed =
                handle("steps", "admin", "close", alert, Map.of("note", "is fine now", "outcome", "RECOVERED"));

        assertThat(viewed.at("/alert/status").asText()).isEqualTo("VIEWED");
        assertThat(taken.at("/alert/status").asText()).isEqualTo("TAKEN");
        assertThat(noted.at("/alert/notes/0/text").asText()).isEqualTo("will call");
        assertThat(closed)
                .isEqualTo(Api.json(
                        "{\"alert\":{\"status\":\"CLOSED\",\"count\":1,\"notes\":[{\"by\":\"agent\",\"text\":\"will call\"},"
                                + "{\"by\":\"admin\",\"text\":\"is fine now\"}],\"outcome\":\"RECOVERED\",\"viewed\":{\"by\":\"lead\"},"
                                + "\"taken\":{\"by\":\"agent\"},\"closed\":{\"by\":\"admin\"}},\"userErrors\":[]}"));
    }

    @Test
    void isNotClosedWithoutANoteNorASevereOneWithoutItsOutcome() {
        String ordinary = raised("al-11", 2);
        String high = raised("al-11-high", 1);

        JsonNode noNote = handle("al-11", "agent", "close", ordinary, Map.of());
        JsonNode noOutcome = handle("al-11-high", "agent", "close", high, Map.of("note", "called"));
        JsonNode noted = handle("al-11", "agent", "close", ordinary, Map.of("note", "called"));

        assertThat(noNote.at("/userErrors"))
                .isEqualTo(Api.json("[{\"code\":\"NOTE_MISSING\",\"field\":\"input.note\"}]"));
        assertThat(noNote.at("/alert/status").asText()).isEqualTo("OPEN");
        assertThat(noOutcome.at("/userErrors"))
                .isEqualTo(Api.json("[{\"code\":\"OUTCOME_MISSING\",\"field\":\"input.outcome\"}]"));
        assertThat(noOutcome.at("/alert/notes")).isEmpty();
        assertThat(noted.at("/alert/status").asText()).isEqualTo("CLOSED");
        assertThat(noted.at("/alert/viewed/by").asText()).isEqualTo("agent");
    }

    @Test
    void saysWhoWasFirst() {
        String alert = raised("first", 2);
        handle("first", "agent", "take", alert, Map.of());

        JsonNode taken = handle("first", "lead", "take", alert, Map.of());
        Map<String, Object> close = Map.of("note", "done", "idempotencyKey", "k");
        handle("first", "lead", "close", alert, close);
        JsonNode retried = handle("first", "lead", "close", alert, close);
        JsonNode closed = handle("first", "agent", "close", alert, Map.of("note", "done"));

        assertThat(taken.at("/userErrors/0/code").asText()).isEqualTo("ALREADY_TAKEN");
        assertThat(taken.at("/alert/taken/by").asText()).isEqualTo("agent");
        assertThat(retried.at("/userErrors")).isEmpty();
        assertThat(retried.at("/alert/notes")).hasSize(1);
        assertThat(closed.at("/userErrors/0/code").asText()).isEqualTo("ALREADY_CLOSED");
        assertThat(closed.at("/alert/closed/by").asText()).isEqualTo("lead");
    }

    @Test
    void letsTwoPeopleUseTheSameKey() {
        String alert = raised("keys", 2);
        Map<String, Object> take = Map.of("idempotencyKey", "1");

        JsonNode first = handle("keys", "agent", "take", alert, take);
        JsonNode second = handle("keys", "admin", "take", alert, take);
        JsonNode again = handle("keys", "agent", "take", alert, take);

        assertThat(first.at("/userErrors")).isEmpty();
        assertThat(second.at("/userErrors/0/code").asText()).isEqualTo("ALREADY_TAKEN");
        assertThat(again.at("/userErrors")).isEmpty();
        assertThat(again.at("/alert/taken/by").asText()).isEqualTo("agent");
    }

    @Test
    void isRaisedAnewOnceTheFormerIsClosed() {
        String alert = raised("anew", 2);
        handle("anew", "agent", "close", alert, Map.of("note", "called"));

        survey.tell(answer("anew", "c1", "later", 2));

        JsonNode all = caller("anew", "lead")
                .data(
                        "{ alerts { nodes { status count } } open: alerts(status: [OPEN]) { nodes { id } }"
                                + " none: alerts(status: []) { nodes { id } } customer(externalId: \"c1\") { openAlerts { status } } }");
        assertThat(all.at("/alerts/nodes"))
                .isEqualTo(Api.json("[{\"status\":\"OPEN\",\"count\":1},{\"status\":\"CLOSED\",\"count\":1}]"));
        assertThat(all.at("/open/nodes")).hasSize(1);
        assertThat(all.at("/none/nodes")).isEmpty();
        assertThat(all.at("/customer/openAlerts")).isEqualTo(Api.json("[{\"status\":\"OPEN\"}]"));
    }

    @Test
    void isFoundByItsIdAndItsHolder() {
        String alert = raised("found", 2);

        JsonNode data = caller("found", "lead")
                .data(
                        "query($id: ID!) { node(id: $id) { id ... on Alert { rule severity agent { externalId }"
                                + " team { externalId } customer { externalId } } } }",
                        Map.of("id", alert));

        assertThat(data.get("node"))
                .isEqualTo(
                        Api.json(
                                "{\"id\":\"" + alert + "\",\"rule\":\"answer.negative\",\"severity\":\"ORDINARY\","
                                        + "\"agent\":{\"externalId\":\"a1\"},\"team\":{\"externalId\":\"t1\"},\"customer\":{\"externalId\":\"c1\"}}"));
    }

    @Test
    void isListedPageByPageWithOneStatementATable() {
        String customers = IntStream.range(0, 25)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"agent\":\"a" + i % 3 + "\",\"team\":\"t1\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Api.ingest("pages", "customers", customers);
        IntStream.range(0, 25).forEach(i -> survey.tell(answer("pages", "c" + i, "r" + i, 2)));
        String query = "query($after: String) { alerts(first: 10, after: $after) { pageInfo { hasNextPage endCursor }"
                + " edges { cursor node { customer { externalId } agent { externalId } team { externalId } notes { text } } } } }";
        List<JsonNode> pages = new ArrayList<>();

        Statements statements = Statements.during(
                "customer", () -> pages.add(caller("pages", "lead").data(query).get("alerts")));
        while (pages.get(pages.size() - 1).at("/pageInfo/hasNextPage").asBoolean()) {
            String after = pages.get(pages.size() - 1).at("/pageInfo/endCursor").asText();
            pages.add(
                    caller("pages", "lead").data(query, Map.of("after", after)).get("alerts"));
        }

        assertThat(pages.stream()
                        .flatMap(page -> page.findValues("customer").stream())
                        .map(customer -> customer.get("externalId").asText()))
                .containsExactlyElementsOf(IntStream.iterate(24, i -> i - 1)
                        .limit(25)
                        .mapToObj(i -> "c" + i)
                        .toList());
        assertThat(statements.work()).hasSize(4);
    }

    @Test
    void keepsWhatWasWritten() {
        assertThat(
                        Rows.asSuperuser(
                                "SELECT table_name || ' ' || privilege_type FROM information_schema.role_table_grants"
                                        + " WHERE grantee = 'customer_app' AND table_name IN ('alert_note', 'alert_cause') ORDER BY 1"))
                .containsExactly("alert_cause INSERT", "alert_cause SELECT", "alert_note INSERT", "alert_note SELECT");
    }

    private String raised(String tenant, int score) {
        Api.ingest(tenant, "customers", "[{\"id\":\"c1\",\"agent\":\"a1\",\"team\":\"t1\"}]");
        survey.tell(answer(tenant, "c1", "r1", score));
        return caller(tenant, "lead")
                .data("{ alerts { nodes { id } } }")
                .at("/alerts/nodes/0/id")
                .asText();
    }

    private static JsonNode handle(String tenant, String role, String deed, String alert, Map<String, Object> input) {
        Map<String, Object> whole = new HashMap<>(input);
        whole.put("alert", alert);
        String type = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "AlertInput";
        return caller(tenant, role)
                .data(
                        "mutation($input: " + type + "!) { " + deed + "Alert(input: $input) " + HANDLED + " }",
                        Map.of("input", whole))
                .get(deed + "Alert");
    }

    private static GraphqlClient caller(String tenant, String role) {
        return GraphqlClient.as(
                TokenForTests.of(tenant, role).agent("a1").team("t1").claim("name", role));
    }
}
