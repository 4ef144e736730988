package io.tideline.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page costs: one statement for each table that it shows something of. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class CostIT {
    private static final String TENANT = "cost";
    private static final List<String> TABLES = List.of("customer", "agent", "team", "channel_account", "tag_interval");
    private static final String FIELDS =
            "name agent { name team { name } } team { name } channelAccount { name } campaign { id } all: tags { tag } "
                    + "active: tags(activeOn: \"2026-06-03T00:00:00Z\") { tag }";

    @BeforeEach
    void aHundredCustomers() {
        String customers = IntStream.range(0, 100)
                .mapToObj(i -> "{\"id\":\"c" + i + "\",\"name\":\"Customer " + i + "\",\"agent\":\"a" + i % 7
                        + "\",\"channel_account\":\"w" + i % 3 + "\",\"campaign\":\"k\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String tags = IntStream.range(0, 100)
                .mapToObj(i -> "{\"customer\":\"c" + i
                        + "\",\"tag\":\"inquiry\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-02T00:00:00Z\"},"
                        + "{\"customer\":\"c" + i + "\",\"tag\":\"won\",\"from\":\"2026-06-02T00:00:00Z\"}")
                .collect(Collectors.joining(",", "[", "]"));
        Api.ingest(
                TENANT, "agents", "[{\"id\":\"a0\",\"name\":\"An\",\"team\":\"t0\"},{\"id\":\"a1\",\"team\":\"t1\"}]");
        Api.ingest(TENANT, "customers", customers);
        Api.ingest(TENANT, "tags", tags);
    }

    @Test
    void readsAPageOfAHundredWithOneStatementATable() {
        List<JsonNode> answers = new ArrayList<>();

        Statements statements = Statements.during(
                "customer",
                () -> answers.add(Api.admin(TENANT).data("{ customers(first: 100) { nodes { " + FIELDS + " } } }")));

        assertThat(answers.get(0).at("/customers/nodes")).hasSize(100);
        assertOneEach(statements);
    }

    @Test
    void resolvesAHundredEntitiesWithOneStatementATable() {
        List<Map<String, String>> asked = IntStream.range(0, 100)
                .mapToObj(i -> Map.of(
                        "__typename", "Customer", "id", GlobalId.of("Customer", Ids.uuid(TENANT, "customer", "c" + i))))
                .toList();
        List<JsonNode> answers = new ArrayList<>();

        Statements statements = Statements.during(
                "customer",
                () -> answers.add(Api.admin(TENANT)
                        .data(
                                "query($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { " + FIELDS
                                        + " } } }",
                                Map.of("r", asked))));

        assertThat(answers.get(0).at("/_entities/42/name").asText()).isEqualTo("Customer 42");
        assertThat(answers.get(0).at("/_entities/42/all")).hasSize(2);
        assertThat(answers.get(0).at("/_entities/42/active")).isEqualTo(Api.json("[{\"tag\":\"won\"}]"));
        assertOneEach(statements);
    }

    private static void assertOneEach(Statements statements) {
        assertThat(statements.work()).hasSize(TABLES.size());
        assertThat(TABLES)
                .allSatisfy(
                        table -> assertThat(statements.onTable(table)).as(table).isEqualTo(1));
    }
}
