package io.tideline.customer.alert;

import static io.tideline.customer.alert.SurveyForTests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.test.GraphqlClient;
import io.tideline.test.GraphqlSocket;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Alerts as they are told to those who wait for them. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class AlertRaisedIT {
    private static final String NEWS =
            "subscription { alertRaised { severity status count agent { externalId } customer { externalId tags { tag } } } }";

    @Inject
    SurveyForTests survey;

    @Test
    void tellsTheAgentWithWhatIsBelow() {
        GraphqlSocket socket = GraphqlSocket.subscribed(agent("told", "a1"), NEWS);

        socket.repeatUntilHeard(() -> raise("told", "a1"));
        JsonNode alert = socket.data().get("alertRaised");

        assertThat(alert.at("/customer/externalId").asText()).startsWith("c-");
        ((com.fasterxml.jackson.databind.node.ObjectNode) alert.get("customer")).remove("externalId");
        assertThat(alert)
                .isEqualTo(
                        Api.json(
                                "{\"severity\":\"HIGH\",\"status\":\"OPEN\",\"count\":1,\"agent\":{\"externalId\":\"a1\"},\"customer\":{\"tags\":[]}}"));
    }

    @Test
    void tellsNothingOfOtherAgentsAndOrganisations() {
        // Who watches first must not lend later ones its name.
        GraphqlSocket theirs = GraphqlSocket.subscribed(agent("told-theirs", "a1"), NEWS);
        theirs.repeatUntilHeard(() -> raise("told-theirs", "a1"));
        GraphqlSocket mine = GraphqlSocket.subscribed(agent("told-mine", "a1"), NEWS);

        for (int heard = 0; heard < 3; heard++) {
            mine.repeatUntilHeard(() -> {
                raise("told-theirs", "a1");
                raise("told-mine", "a2");
                raise("told-mine", "a1");
            });
            JsonNode alert = mine.data().get("alertRaised");
            assertThat(alert.at("/agent/externalId").asText()).isEqualTo("a1");
            assertThat(alert.at("/customer/externalId").asText()).startsWith("c-told-mine");
        }
    }

    @Test
    void refusesThoseWithoutTheScope() {
        JsonNode refused = GraphqlSocket.subscribed(
                        GraphqlClient.as(TokenForTests.of("told-nobody", "executive")),
                        "subscription { alertRaised { id } }")
                .next();

        assertThat(refused.toString()).contains("FORBIDDEN").doesNotContain("\"id\":\"QW");
    }

    private void raise(String tenant, String agent) {
        String customer = "c-" + tenant + UUID.randomUUID();
        Api.ingest(tenant, "customers", "[{\"id\":\"" + customer + "\",\"agent\":\"" + agent + "\"}]");
        survey.tell(answer(tenant, customer, customer, 1));
    }

    private static GraphqlClient agent(String tenant, String agent) {
        return GraphqlClient.as(TokenForTests.of(tenant, "agent").agent(agent));
    }
}
