package io.tideline.survey.response;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.GraphqlClient;
import io.tideline.test.GraphqlSocket;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SatisfactionNewsIT {
    private static final String NEWS =
            "subscription { satisfactionChanged { at survey { key versions { version } } %s } }";

    private static void answerUntilHeard(GraphqlSocket socket, String survey) {
        socket.repeatUntilHeard(() -> {
            Map<String, Object> row = Map.of(
                    "id",
                    UUID.randomUUID().toString(),
                    "survey",
                    survey,
                    "type",
                    "csat.5",
                    "score",
                    4,
                    "customer",
                    "c-" + survey);
            assertThat(ingest(survey, "responses", List.of(row)).getInt("accepted"))
                    .isOne();
        });
    }

    @Test
    void tellsOfEachAnswerWithWhatTheCallerMayRead() {
        publish("news", "news", "csat.5");
        GraphqlSocket socket = GraphqlSocket.subscribed(
                GraphqlClient.as(TokenForTests.of("news", "executive", "admin")),
                NEWS.formatted("customer { id responses(first: 1) { edges { node { score } } } }"));

        answerUntilHeard(socket, "news");
        JsonNode change = socket.data().get("satisfactionChanged");

        assertThat(change.get("survey").toString()).isEqualTo("{\"key\":\"news\",\"versions\":[{\"version\":1}]}");
        assertThat(change.toString()).contains("\"score\":4");
        assertThat(change.get("at").asText()).endsWith("Z");
    }

    @Test
    void tellsNothingOfOtherOrganisations() {
        publish("mine", "mine", "csat.5");
        String foreign = publish("theirs", "theirs", "csat.5");
        // Who watches first must not lend later ones its name.
        GraphqlSocket theirs = GraphqlSocket.subscribed(as("theirs", "executive"), NEWS.formatted(""));
        answerUntilHeard(theirs, "theirs");
        GraphqlSocket socket = GraphqlSocket.subscribed(as("mine", "executive"), NEWS.formatted(""));
        answer(Map.of("survey", foreign, "responseKey", "one", "score", 1));

        for (int heard = 0; heard < 2; heard++) {
            answerUntilHeard(socket, "mine");
            assertThat(socket.data().at("/satisfactionChanged/survey").toString())
                    .isEqualTo("{\"key\":\"mine\",\"versions\":[{\"version\":1}]}");
        }
    }

    @Test
    void refusesThoseWithoutTheScopeAndFieldsOfOthers() {
        JsonNode agent = GraphqlSocket.subscribed(as("acme", "agent"), NEWS.formatted(""))
                .next();
        assertThat(agent.toString()).contains("FORBIDDEN").doesNotContain("\"survey\":");

        publish("fields", "fields", "csat.5");
        GraphqlSocket executive =
                GraphqlSocket.subscribed(as("fields", "executive"), NEWS.formatted("customer { id }"));
        answerUntilHeard(executive, "fields");
        assertThat(executive.next().toString()).contains("FORBIDDEN", "\"customer\":null");
    }

    @Test
    void opensNoSocketWithoutTheGatewaysSignature() {
        Map<String, String> mine = as("acme", "executive").socketHeaders();
        Map<String, String> theirs = as("acme", "lead").socketHeaders();

        assertThatThrownBy(() -> new GraphqlSocket(Map.of("Authorization", mine.get("Authorization"))))
                .hasStackTraceContaining("status code 401");
        assertThatThrownBy(() -> new GraphqlSocket(Map.of(
                        "Authorization",
                        mine.get("Authorization"),
                        "Tideline-Assertion",
                        theirs.get("Tideline-Assertion"))))
                .hasStackTraceContaining("status code 401");
    }
}
