package io.tideline.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends is refused where it comes in; it is never a fault of the service. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class EdgesIT {
    private static final String TENANT = "edges";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "customers | {\"id\":LONG} | id",
                "customers | {\"id\":\"c\",\"agent\":LONG} | agent",
                "customers | {\"id\":\"c\",\"market\":\"a\\u0000\"} | market",
                "customers | {\"id\":\"c\",\"name\":\"\\ud800\"} | name",
                "customers | {\"id\":\"c\",\"name\":{\"first\":\"A\"}} | name",
                "customers | {\"id\":\"c\",\"acquired_at\":\"+999999-01-01T00:00:00Z\"} | acquired_at",
                "customers | {\"id\":\"c\",\"acquired_at\":\"-4800-01-01T00:00:00Z\"} | acquired_at",
                "customers | {\"id\":null} | id",
                "tags | {\"customer\":\"c\",\"tag\":\"t\",\"from\":\"+999999-01-01T00:00:00Z\"} | from",
                "tags | {\"customer\":\"c\",\"tag\":\"t\",\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-01T00:00:00.0000001Z\"} | until",
                "tags | {\"customer\":\"c\",\"tag\":LONG,\"from\":\"2026-01-01T00:00:00Z\"} | tag",
                "agents | {\"id\":\"a\",\"team\":LONG} | team",
                "kpi-targets | {\"kpi\":\"churn_rate\",\"from\":\"+999999999-01-01\",\"max\":0.1} | from",
                "kpi-targets | {\"kpi\":\"churn_rate\",\"from\":\"2026-01-01\",\"max\":\"NaN\"} | max",
                "kpi-targets | {\"kpi\":\"churn_rate\",\"from\":\"2026-01-01\",\"max\":1e400} | max"
            })
    void refusesARow(String kind, String row, String field) {
        JsonNode answer = Api.ingest(TENANT, kind, "[" + row.replace("LONG", "\"" + "x".repeat(301) + "\"") + "]");

        assertThat(answer.at("/rows/0/status").asText()).as(answer.toString()).isEqualTo("REJECTED");
        assertThat(answer.at("/rows/0/field").asText()).as(answer.toString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ kpis(on: \"+999999999-12-31\") { key } }",
                "{ kpis(on: \"-999999999-01-01\") { key } }",
                "{ kpis { pace(period: { from: \"2026-01-01\", to: \"2026-02-01\" }, on: \"+999999999-12-31\", done: \"1\", target: \"2\") { ofPlan } } }",
                "{ customers(first: 101) { totalCount } }",
                "{ customers(after: \"AAAA\") { totalCount nodes { id } } }",
                "{ customers(search: \"a\\u0000b\") { totalCount } }",
                "{ customers(segment: { markets: [\"a\\u0000b\"] }) { totalCount } }",
                "{ customers(segment: { teams: [\"x\"] }) { totalCount } }",
                "{ customer(externalId: \"a\\u0000b\") { id } }",
                "{ customer { id } }"
            })
    void isNeverAtFault(String query) {
        JsonNode answer =
                GraphqlClient.as(TokenForTests.of(TENANT, "admin", "executive")).query(query);

        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isNotEqualTo("INTERNAL_SERVER_ERROR");
    }
}
