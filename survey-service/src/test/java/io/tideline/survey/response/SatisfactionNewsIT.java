package io.tideline.survey.response;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SatisfactionNewsIT {
    private static final String NEWS =
            "subscription { satisfactionChanged { at survey { key versions { version } } %s } }";

    /** A socket as the gateway opens it, and what it hears. */
    private static final class Socket implements WebSocket.Listener {
        private static final int LONG_SECONDS = 20;

        private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;

        Socket(Map<String, String> headers) {
            WebSocket.Builder builder =
                    HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
            headers.forEach(builder::header);
            socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + RestAssured.port + "/graphql"), this)
                    .join();
        }

        Socket subscribe(String query) {
            socket.sendText("{\"type\":\"connection_init\"}", true).join();
            assertThat(next().getString("type")).isEqualTo("connection_ack");
            JsonObject payload = new JsonObject().put("query", query);
            JsonObject message = new JsonObject().put("id", "1").put("type", "subscribe");
            socket.sendText(message.put("payload", payload).encode(), true).join();
            return this;
        }

        JsonObject next() {
            try {
                JsonObject message = heard.poll(LONG_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("nothing was heard");
                }
                return message;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        JsonObject change() {
            JsonObject message = next();
            assertThat(message.getString("type")).as(message.encode()).isEqualTo("next");
            JsonObject payload = message.getJsonObject("payload");
            assertThat(payload.getValue("errors")).as(message.encode()).isNull();
            return payload.getJsonObject("data").getJsonObject("satisfactionChanged");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonObject message = new JsonObject(partial.toString());
                partial.setLength(0);
                if (!message.getString("type").equals("ping")) {
                    heard.add(message);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Answers until the subscriber hears of it: nothing tells when a subscription stands. */
    private static void answerUntilHeard(Socket socket, String survey) {
        for (int attempt = 0; socket.heard.isEmpty(); attempt++) {
            assertThat(attempt).isLessThan(200);
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
        }
    }

    @Test
    void tellsOfEachAnswerWithWhatTheCallerMayRead() {
        publish("news", "news", "csat.5");
        Socket socket = new Socket(GraphqlClient.as(TokenForTests.of("news", "executive", "admin"))
                        .socketHeaders())
                .subscribe(NEWS.formatted("customer { id responses(first: 1) { edges { node { score } } } }"));

        answerUntilHeard(socket, "news");
        JsonObject change = socket.change();

        assertThat(change.getJsonObject("survey").encode())
                .isEqualTo("{\"key\":\"news\",\"versions\":[{\"version\":1}]}");
        assertThat(change.encode()).contains("\"score\":4");
        assertThat(change.getString("at")).endsWith("Z");
    }

    @Test
    void tellsNothingOfOtherOrganisations() {
        publish("mine", "mine", "csat.5");
        String foreign = publish("theirs", "theirs", "csat.5");
        // Who watches first must not lend later ones its name.
        Socket theirs = new Socket(as("theirs", "executive").socketHeaders()).subscribe(NEWS.formatted(""));
        answerUntilHeard(theirs, "theirs");
        Socket socket = new Socket(as("mine", "executive").socketHeaders()).subscribe(NEWS.formatted(""));
        answer(Map.of("survey", foreign, "responseKey", "one", "score", 1));

        for (int heard = 0; heard < 2; heard++) {
            answerUntilHeard(socket, "mine");
            assertThat(socket.change().getJsonObject("survey").encode())
                    .isEqualTo("{\"key\":\"mine\",\"versions\":[{\"version\":1}]}");
        }
    }

    @Test
    void refusesThoseWithoutTheScopeAndFieldsOfOthers() {
        JsonObject agent = new Socket(as("acme", "agent").socketHeaders())
                .subscribe(NEWS.formatted(""))
                .next();
        assertThat(agent.encode()).contains("FORBIDDEN").doesNotContain("\"survey\":");

        publish("fields", "fields", "csat.5");
        Socket executive =
                new Socket(as("fields", "executive").socketHeaders()).subscribe(NEWS.formatted("customer { id }"));
        answerUntilHeard(executive, "fields");
        assertThat(executive.next().encode()).contains("FORBIDDEN", "\"customer\":null");
    }

    @Test
    void opensNoSocketWithoutTheGatewaysSignature() {
        Map<String, String> mine = as("acme", "executive").socketHeaders();
        Map<String, String> theirs = as("acme", "lead").socketHeaders();

        assertThatThrownBy(() -> new Socket(Map.of("Authorization", mine.get("Authorization"))))
                .hasStackTraceContaining("status code 401");
        assertThatThrownBy(() -> new Socket(Map.of(
                        "Authorization",
                        mine.get("Authorization"),
                        "Tideline-Assertion",
                        theirs.get("Tideline-Assertion"))))
                .hasStackTraceContaining("status code 401");
    }
}
