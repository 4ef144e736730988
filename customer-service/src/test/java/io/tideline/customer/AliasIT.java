package io.tideline.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One field asked for several times in one document, each time with other arguments, has as many answers. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class AliasIT {
    private static final String TENANT = "aliases";

    @Test
    void readsTagsByEachInstantInEveryPlace() {
        customers();
        String tags =
                " all: tags { tag } first: tags(activeOn: \"2026-06-01T12:00:00Z\") { tag } second: tags(activeOn: \"2026-06-02T12:00:00Z\") { tag } ";

        JsonNode listed = Api.admin(TENANT)
                .data("{ de: customers(segment: { markets: [\"DE\"] }, first: 5) { totalCount nodes { externalId "
                        + tags
                        + " } } fr: customers(segment: { markets: [\"FR\"] }, first: 5) { totalCount nodes { externalId late: tags(activeOn: \"2026-06-03T00:00:00Z\") { tag } "
                        + tags + " } } all: customers(first: 1) { totalCount nodes { externalId } } }");
        JsonNode entities = Api.admin(TENANT)
                .data(
                        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Customer { " + tags + " } } }",
                        Map.of("r", List.of(representation("c1"), representation("c2"))))
                .get("_entities");

        String c1 =
                "\"all\":[{\"tag\":\"inquiry\"},{\"tag\":\"won\"}],\"first\":[{\"tag\":\"inquiry\"}],\"second\":[{\"tag\":\"won\"}]}";
        assertThat(listed.at("/de/nodes").toString()).isEqualTo("[{\"externalId\":\"c1\"," + c1 + "]");
        assertThat(listed.at("/fr/nodes").toString())
                .isEqualTo(
                        "[{\"externalId\":\"c2\",\"late\":[{\"tag\":\"quote\"}],\"all\":[{\"tag\":\"quote\"}],\"first\":[],\"second\":[{\"tag\":\"quote\"}]}]");
        assertThat(listed.findValuesAsText("totalCount")).containsExactly("1", "1", "2");
        assertThat(entities.get(0).toString()).isEqualTo("{" + c1);
        assertThat(entities.at("/1/first")).isEmpty();
    }

    @Test
    void readsTargetsByEachDayAndJudgesEachValue() {
        Api.ingest(
                TENANT,
                "kpi-targets",
                "[{\"kpi\":\"marketing_roi\",\"from\":\"2026-01-01\",\"min\":\"4\",\"variant\":\"roi.net\"},"
                        + "{\"kpi\":\"marketing_roi\",\"from\":\"2026-07-01\",\"min\":\"6\",\"variant\":\"roi.net\"}]");
        String kpi =
                "kpis(layer: STRATEGIC, on: \"%s\") { key target { min } five: status(value: \"5\") none: status } ";

        JsonNode found = GraphqlClient.as(TokenForTests.of(TENANT, "executive"))
                .data("{ june: " + kpi.formatted("2026-06-30") + " july: " + kpi.formatted("2026-07-01") + " }");

        assertThat(roi(found.get("june")).toString())
                .isEqualTo(
                        "{\"key\":\"marketing_roi\",\"target\":{\"min\":\"4\"},\"five\":\"MET\",\"none\":\"NO_VALUE\"}");
        assertThat(roi(found.get("july")).toString())
                .isEqualTo(
                        "{\"key\":\"marketing_roi\",\"target\":{\"min\":\"6\"},\"five\":\"MISSED\",\"none\":\"NO_VALUE\"}");
    }

    private static void customers() {
        Api.ingest(TENANT, "customers", "[{\"id\":\"c1\",\"market\":\"DE\"},{\"id\":\"c2\",\"market\":\"FR\"}]");
        Api.ingest(
                TENANT,
                "tags",
                "[{\"customer\":\"c1\",\"tag\":\"inquiry\",\"from\":\"2026-06-01T00:00:00Z\",\"until\":\"2026-06-02T00:00:00Z\"},"
                        + "{\"customer\":\"c1\",\"tag\":\"won\",\"from\":\"2026-06-02T00:00:00Z\"},"
                        + "{\"customer\":\"c2\",\"tag\":\"quote\",\"from\":\"2026-06-02T00:00:00Z\"}]");
    }

    private static JsonNode roi(JsonNode kpis) {
        for (JsonNode kpi : kpis) {
            if (kpi.get("key").asText().equals("marketing_roi")) {
                return kpi;
            }
        }
        throw new AssertionError(kpis);
    }

    private static Map<String, String> representation(String customer) {
        return Map.of("__typename", "Customer", "id", GlobalId.of("Customer", Ids.uuid(TENANT, "customer", customer)));
    }
}
