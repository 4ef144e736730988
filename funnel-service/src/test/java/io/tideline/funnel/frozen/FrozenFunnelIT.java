package io.tideline.funnel.frozen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Closed periods stay as they were, and what is learned later is told beside them. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class FrozenFunnelIT {
    private static final String JUNE = "period: { from: \"2026-06-01\", to: \"2026-07-01\" }";

    @Inject
    FeedForTests feed;

    /** FN-17: B happened on day 2 and was told after the report was frozen. */
    @Test
    void tellsBesideTheReportWhatCameLate() {
        String tenant = "fn-17";
        Api.ingest(tenant, List.of(Api.event("1", "x", "A", "2026-06-01T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        freeze(tenant, "f", JUNE);
        assertThat(shown(tenant)).isEqualTo("live 1 0 | frozen 1 0 0 1 | As it was frozen.");

        Api.ingest(tenant, List.of(Api.event("2", "x", "B", "2026-06-02T00:00:00Z")));
        freeze(tenant, "f", JUNE);

        assertThat(shown(tenant)).isEqualTo("live 1 1 | frozen 1 0 0 1 | Restated: B +1.");
        assertThat(Api.as(tenant, "executive")
                        .data(
                                "{ funnel(key: \"f\") { frozen { restated { entered converted steps { stage { key } count } } } } }")
                        .at("/funnel/frozen/0/restated"))
                .isEqualTo(
                        Api.json(
                                "{\"entered\":0,\"converted\":1,"
                                        + "\"steps\":[{\"stage\":{\"key\":\"s0\"},\"count\":0},{\"stage\":{\"key\":\"s1\"},\"count\":1}]}"));
    }

    /** FN-25: x has A, y has B; one person from the merge on. */
    @Test
    void keepsTheReportOfBeforeAMerge() {
        String tenant = "fn-25-frozen";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "x", "A", "2026-06-01T00:00:00Z"),
                        Api.event("2", "y", "B", "2026-06-02T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        freeze(tenant, "f", JUNE);

        feed.tell(tenant, "customer.alias", Map.of("from", id(tenant, "x"), "to", id(tenant, "y")));

        assertThat(shown(tenant)).isEqualTo("live 1 1 | frozen 1 0 0 1 | Restated: B +1.");
    }

    /** ER-01: ten entered, three converted, one of them is erased. */
    @Test
    void keepsTotalsWithoutThePersonWhoWasErased() {
        String tenant = "er-01-frozen";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            rows.add(Api.event("a" + at, "c" + at, "A", "2026-06-02T00:00:00Z"));
            if (at < 3) {
                rows.add(Api.event("b" + at, "c" + at, "B", "2026-06-03T00:00:00Z"));
            }
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        freeze(tenant, "f", JUNE);

        feed.tell(tenant, "customer.erased", Map.of("id", id(tenant, "c0")));

        assertThat(shown(tenant)).isEqualTo("live 9 2 | frozen 10 3 0 7 | Restated: A -1, B -1.");
    }

    /** FN-24: the report of June keeps version 1, and so does what is learned of it. */
    @Test
    void readsWhatWasLearnedByTheDefinitionOfTheReport() {
        String tenant = "fn-24-frozen";
        Api.ingest(tenant, List.of(Api.event("1", "x", "A", "2026-06-01T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D", "validFrom", "2026-01-01T00:00:00Z"));
        freeze(tenant, "f", JUNE);
        Api.define(tenant, "f", List.of("A", "C", "D"), Map.of("window", "P7D", "validFrom", "2026-07-01T00:00:00Z"));
        Api.ingest(
                tenant,
                List.of(
                        Api.event("2", "x", "B", "2026-06-02T00:00:00Z"),
                        Api.event("3", "x", "C", "2026-06-02T00:00:00Z")));

        assertThat(shown(tenant)).isEqualTo("live 1 1 | frozen 1 0 0 1 | Restated: B +1.");
    }

    @Test
    void refusesWhatIsNotOverAndWhoSeesOnlySome() {
        String tenant = "frozen-refused";
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));

        assertThat(refusal(freeze(tenant, "f", "period: { from: \"2026-06-01\", to: \"2190-07-01\" }")))
                .isEqualTo("TOO_EARLY input.period");
        assertThat(refusal(freeze(tenant, "none", JUNE))).isEqualTo("NOT_FOUND input.funnel");
        freeze(tenant, "f", JUNE);
        assertThat(frozen(GraphqlClient.as(TokenForTests.of(tenant, "lead").team("t1"))))
                .isEmpty();
        assertThat(frozen(Api.as(tenant, "executive"))).hasSize(1);
    }

    @Test
    void listsAsManyPeriodsAsAskedForTheLatestFirst() {
        String tenant = "frozen-first";
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        for (int month = 1; month <= 6; month++) {
            freeze(tenant, "f", "period: { from: \"2025-0%d-01\", to: \"2025-0%d-01\" }".formatted(month, month + 1));
        }

        JsonNode two = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { frozen(first: 2) { from } } }")
                .at("/funnel/frozen");

        assertThat(two.findValuesAsText("from")).containsExactly("2025-06-01", "2025-05-01");
        assertThat(frozen(Api.as(tenant, "executive"))).hasSize(6);
        assertThat(Api.as(tenant, "executive")
                        .query("{ funnel(key: \"f\") { frozen(first: 101) { from } } }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    private static JsonNode freeze(String tenant, String funnel, String period) {
        return Api.as(tenant, "operations")
                .data("mutation { freezeFunnel(input: { funnel: \"" + funnel + "\", " + period
                        + " }) { frozen { entered } userErrors { code field } } }")
                .get("freezeFunnel");
    }

    private static String refusal(JsonNode payload) {
        return payload.at("/userErrors/0/code").asText() + " "
                + payload.at("/userErrors/0/field").asText();
    }

    private static JsonNode frozen(GraphqlClient client) {
        return client.data("{ funnel(key: \"f\") { frozen { entered } } }").at("/funnel/frozen");
    }

    private static String shown(String tenant) {
        JsonNode funnel = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { result(" + JUNE
                        + ") { entered converted } frozen { entered converted pending dropped restated { note } } } }")
                .get("funnel");
        JsonNode frozen = funnel.at("/frozen/0");
        assertThat(funnel.get("frozen")).hasSize(1);
        return "live " + funnel.at("/result/entered") + " " + funnel.at("/result/converted") + " | frozen "
                + frozen.get("entered") + " " + frozen.get("converted") + " " + frozen.get("pending") + " "
                + frozen.get("dropped") + " | " + frozen.at("/restated/note").asText();
    }

    private static String id(String tenant, String customer) {
        return Ids.uuid(tenant, "customer", customer).toString();
    }
}
