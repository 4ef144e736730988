package io.tideline.local.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StubServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SMALLEST = 80_000;
    private static final int LARGEST = 95_000;

    private final LibraryAnswers library = new LibraryAnswers();

    private JsonNode ask(StubServer server, String subgraph, String body) throws IOException {
        int port = URI.create(server.url()).getPort();
        try (Wire wire = new Wire(new Socket(InetAddress.getLoopbackAddress(), port))) {
            wire.send("POST /" + subgraph + " HTTP/1.1\r\n", body.getBytes(StandardCharsets.UTF_8));
            return JSON.readTree(wire.read().body());
        }
    }

    @Test
    void answersEntitiesFromWhatIsSentAlongAndCountsTheCalls() throws IOException {
        String body =
                """
                {"query": "query($r:[_Any!]!){_entities(representations:$r){...on Book{isbn postage}}}",
                 "variables": {"r": [{"__typename": "Book", "isbn": "978-1000", "price": 10, "pages": 350}]}}
                """;
        try (StubServer server = new StubServer(library, 0)) {
            ask(server, "stock", body);

            JsonNode answer = ask(server, "stock", body);

            assertThat(answer.toString())
                    .isEqualTo("{\"data\":{\"_entities\":[{\"isbn\":\"978-1000\",\"postage\":5}]}}");
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void expectsAnAnswerWithoutGapsOfTheSizeThatIsTold() {
        String answer =
                library.expected(LibraryAnswers.resource("page.graphql")).toString();

        assertThat(answer).doesNotContain("null").doesNotContain("errors");
        assertThat(answer.length()).isBetween(SMALLEST, LARGEST);
    }
}
