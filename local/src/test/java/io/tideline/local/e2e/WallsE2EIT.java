package io.tideline.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.bench.SubgraphCalls;
import io.tideline.local.platform.Part;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one role, one organisation or one subgraph must not give to another, and what a page costs, on the running platform. */
class WallsE2EIT {
    private static final String PAGE =
            """
            { customers(first: 100, orderBy: {field: EXTERNAL_ID}) { nodes {
                id externalId market tags { tag } journey(funnel: "standard") { stage }
                orders(first: 5) { edges { node { amount } } } latestNps } } }
            """;

    @RegisterExtension
    static final RunningPlatform platform = RunningPlatform.shared();

    private final Path folder;

    WallsE2EIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPageAcrossAllSubgraphsCostsFourCalls() throws IOException {
        imported("customers", "walls-customers.csv", "id,market,team\n" + rows(120, "wall-%d,DE,team-eu-1"));
        imported(
                "orders",
                "walls-orders.csv",
                "id,customer,at,amount,currency\n" + rows(120, "wall-o%1$d,wall-%1$d,2025-01-01T00:00:00Z,10.50,EUR"));
        platform.graphql("lead", PAGE);

        SubgraphCalls before = SubgraphCalls.now(platform.platform());
        JsonNode answer = platform.graphql("lead", PAGE);
        SubgraphCalls calls = SubgraphCalls.now(platform.platform()).since(before);

        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        assertThat(answer.at("/data/customers/nodes")).hasSize(100);
        assertThat(answer.at("/data/customers/nodes/0/orders/edges/0/node/amount")
                        .asText())
                .isEqualTo("10.50");
        assertThat(calls.count()).isEqualTo(4);
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() throws IOException {
        imported("customers", "walls-one.csv", "id,market,team\nwall-secret,DE,team-eu-1\n");
        String find = "{ customer(externalId: \"wall-secret\") { id externalId } }";
        JsonNode own = platform.graphql("lead", find);
        String id = own.at("/data/customer/id").asText();

        JsonNode byName = platform.graphql("admin@globex", find);
        JsonNode byId = platform.graphql(
                "admin@globex", "{ customer(id: \"" + id + "\") { externalId } node(id: \"" + id + "\") { id } }");

        assertThat(own.at("/data/customer/externalId").asText()).isEqualTo("wall-secret");
        assertThat(byName.at("/data/customer").isNull()).as(byName.toString()).isTrue();
        assertThat(byId.at("/data/customer").isNull()).as(byId.toString()).isTrue();
        assertThat(byId.at("/data/node").isNull()).as(byId.toString()).isTrue();
    }

    @Test
    void aHiddenFieldAnswersLikeAMisspeltOne() {
        String period = "(period: {from: \"2025-01-01\", to: \"2025-02-01\"}) { revenue { value } }";

        JsonNode hidden = platform.graphql("agent", "{ revenue" + period + " }");
        JsonNode misspelt = platform.graphql("agent", "{ revenui" + period + " }");

        assertThat(hidden.path("errors")).isNotEmpty();
        assertThat(hidden.path("errors").get(0).path("message").asText())
                .isEqualTo(
                        misspelt.path("errors").get(0).path("message").asText().replace("revenui", "revenue"));
        assertThat(hidden.path("errors").get(0).at("/extensions/code"))
                .isEqualTo(misspelt.path("errors").get(0).at("/extensions/code"));
    }

    @Test
    void aSubgraphRefusesWhoeverIsNotTheGateway() {
        for (Part service : Part.services()) {
            HttpResponse<String> answer = platform.platform()
                    .send(HttpRequest.newBuilder(platform.platform().url(service, "/graphql"))
                            .header("Authorization", "Bearer " + platform.token("admin"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                            .build());

            assertThat(answer.statusCode()).as(service.key()).isEqualTo(401);
        }
    }

    private void imported(String kind, String name, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), rows);
        RunningPlatform.Outcome outcome = platform.run("import", kind, file.toString(), "--time-zone", "UTC");
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    private static String rows(int count, String format) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> String.format(format, number))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
