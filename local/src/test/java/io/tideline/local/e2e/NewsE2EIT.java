package io.tideline.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.e2e.NewsListener.Transport;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer to a survey on its way to those who wait for it, over both transports and with fields of other subgraphs below. */
class NewsE2EIT {
    @RegisterExtension
    static final RunningPlatform platform = RunningPlatform.shared();

    /** Each alert needs a customer of its own. The import ends when all services know whose customers they are. */
    @BeforeAll
    static void customersOfTheAgent(@TempDir Path folder) throws IOException {
        String rows = Arrays.stream(Transport.values())
                .flatMap(transport ->
                        IntStream.range(0, NewsListener.MOST_TRIES).mapToObj(number -> customer(transport, number)))
                .map(customer -> customer + ",DE,agent-001,team-eu-1")
                .collect(Collectors.joining("\n", "id,market,agent,team\n", "\n"));
        Path file = Files.writeString(folder.resolve("news-customers.csv"), rows);
        RunningPlatform.Outcome outcome = platform.run("import", "customers", file.toString(), "--time-zone", "UTC");
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void tellsTheAgentOfTheAlertThatABadAnswerRaises(Transport transport) throws InterruptedException {
        String alerts =
                "subscription { alertRaised { rule severity status customer { externalId market latestNps } } }";

        try (NewsListener agent = NewsListener.of(transport, platform.platform(), "agent", alerts)) {
            JsonNode alert = agent.after(number -> answer(customer(transport, number), 1))
                    .get("alertRaised");

            assertThat(alert.path("rule").asText()).isEqualTo("answer.negative");
            assertThat(alert.path("severity").asText()).isEqualTo("HIGH");
            assertThat(alert.path("status").asText()).isEqualTo("OPEN");
            assertThat(alert.at("/customer/externalId").asText()).startsWith("news-");
            assertThat(alert.at("/customer/market").asText()).isEqualTo("DE");
            assertThat(alert.at("/customer/latestNps").asInt())
                    .as(alert.toString())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void tellsTheLeadOfEachAnswer(Transport transport) throws InterruptedException {
        String changes =
                "subscription { satisfactionChanged { survey { key } customer { market agent { externalId } } } }";

        try (NewsListener lead = NewsListener.of(transport, platform.platform(), "lead", changes)) {
            JsonNode change =
                    lead.after(number -> answer(customer(transport, number), 9)).get("satisfactionChanged");

            assertThat(change)
                    .isEqualTo(
                            Json.parse(
                                    "{\"survey\":{\"key\":\"news\"},\"customer\":{\"market\":\"DE\",\"agent\":{\"externalId\":\"agent-001\"}}}"));
        }
    }

    private static String customer(Transport transport, int number) {
        return "news-" + transport + "-" + number;
    }

    private static void answer(String customer, int score) {
        Map<String, Object> row = Map.of(
                "response",
                customer + "-" + score,
                "survey",
                "news",
                "type",
                "nps.0_10",
                "score",
                score,
                "customer",
                customer);
        HttpResponse<String> answer = platform.platform()
                .send(HttpRequest.newBuilder(platform.platform().url(Part.SURVEY, "/ingest/responses"))
                        .header("Authorization", "Bearer " + platform.token("integration"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.print(List.of(row))))
                        .build());
        assertThat(Json.parse(answer.body()).path("accepted").asInt())
                .as(answer.body())
                .isEqualTo(1);
    }
}
