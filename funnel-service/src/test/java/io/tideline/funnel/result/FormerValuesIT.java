package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers count for what they were at the time, not for what they are now. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class FormerValuesIT {
    private static final String YEAR = "period: { from: \"2026-01-01\", to: \"2027-01-01\" }";
    private static final String AS_OF = "options: { asOf: \"2026-07-01T00:00:00Z\" }";

    @Inject
    FeedForTests feed;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT_ENTRY  |    | CN 2 2 1, DE 1 1 0",
                "CURRENT   |    | DE 2 2 1, FR 1 1 0",
                "FIRST     |    | CN 2 2 1, DE 1 1 0",
                "LAST      |    | DE 2 2 1, FR 1 1 0",
                "STEP      | s1 | DE 2 2 1, FR 1 1 0",
                "STEP      | s2 | DE 1 1 1",
                "ALL_STEPS |    | CN 2 0 0, DE 1 1 0"
            })
    void groupsByTheValueOfTheTimeThatIsAskedFor(String attribution, @Nullable String stage, String expected) {
        String tenant = "then-" + attribution + stage;
        journeys(tenant);

        String asked = ", attribution: " + attribution + (stage == null ? "" : ", attributionStage: \"" + stage + "\"");

        assertThat(groups(tenant, "MARKET", asked)).isEqualTo(expected);
    }

    @Test
    void countsInASegmentWhoWasInItAtTheEntry() {
        String tenant = "then-segment";
        journeys(tenant);

        JsonNode funnel = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { " + segment("CN") + segment("DE") + segment("FR")
                        + " both: groups(by: MARKET, " + YEAR + ", " + AS_OF
                        + ", segment: { markets: [\"CN\", \"FR\"] }) { key result { entered } } "
                        + "days: trend(granularity: YEAR, " + YEAR + ", " + AS_OF
                        + ", segment: { markets: [\"CN\"] }) { result { entered } } } }")
                .get("funnel");

        assertThat(funnel.get("CN")).isEqualTo(Api.json("{\"entered\":2,\"converted\":1}"));
        assertThat(funnel.get("DE")).isEqualTo(Api.json("{\"entered\":1,\"converted\":0}"));
        assertThat(funnel.get("FR")).isEqualTo(Api.json("{\"entered\":0,\"converted\":0}"));
        assertThat(funnel.get("both")).isEqualTo(Api.json("[{\"key\":\"CN\",\"result\":{\"entered\":2}}]"));
        assertThat(funnel.get("days")).isEqualTo(Api.json("[{\"result\":{\"entered\":2}}]"));
    }

    @Test
    void learnsLateWhatHeldBefore() {
        String tenant = "then-late";
        journeys(tenant);
        assertThat(groups(tenant, "MARKET", "")).isEqualTo("CN 2 2 1, DE 1 1 0");

        feed.tellFrom("2020-01-01T00:00:00Z", tenant, change(tenant, "k1", "XX", "GB 2026-01-15"));
        feed.tellFrom("2020-01-01T00:00:00Z", tenant, change(tenant, "k1", "XX", "GB 2026-01-15"));

        assertThat(groups(tenant, "MARKET", "")).isEqualTo("CN 1 1 0, DE 1 1 0, GB 1 1 1");
        assertThat(groups(tenant, "MARKET", ", attribution: CURRENT")).isEqualTo("DE 2 2 1, FR 1 1 0");
    }

    @Test
    void countsTheFactsOfAMergedCustomerForWhatTheOtherWas() {
        String tenant = "then-merged";
        feed.tell(tenant, "customer.changed", change(tenant, "stays", "JP", "US -", "JP 2026-02-10"));
        feed.tell(tenant, "customer.changed", change(tenant, "goes", "IT"));
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "goes", "A", "2026-02-01T00:00:00Z"),
                        Api.event("2", "goes", "B", "2026-02-10T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());
        assertThat(groups(tenant, "MARKET", "")).isEqualTo("IT 1 1 0");

        feed.tell(tenant, "customer.alias", Map.of("from", id(tenant, "goes"), "to", id(tenant, "stays")));

        assertThat(groups(tenant, "MARKET", "")).isEqualTo("US 1 1 0");
        assertThat(groups(tenant, "MARKET", ", attribution: LAST")).isEqualTo("JP 1 1 0");
    }

    @Test
    void knowsTheAccountAndTheCampaignOfTheTime() {
        String tenant = "then-account";
        Map<String, Object> customer = Facts.customer(
                tenant,
                "k",
                Map.of(
                        "campaign", "summer",
                        "channelAccount", "w2",
                        "values",
                                List.of(
                                        Map.of("dimension", "CHANNEL_ACCOUNT", "value", "w1"),
                                        Map.of(
                                                "dimension",
                                                "CHANNEL_ACCOUNT",
                                                "value",
                                                "w2",
                                                "since",
                                                "2026-03-01T00:00:00Z"),
                                        Map.of("dimension", "CAMPAIGN", "value", "spring"),
                                        Map.of(
                                                "dimension",
                                                "CAMPAIGN",
                                                "value",
                                                "summer",
                                                "since",
                                                "2026-03-01T00:00:00Z"))));
        feed.tell(tenant, "customer.changed", customer);
        Api.ingest(tenant, List.of(Api.event("1", "k", "A", "2026-02-28T23:59:59.999Z")));
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());

        assertThat(groups(tenant, "CHANNEL_ACCOUNT", "")).isEqualTo("w1 1 0 0");
        assertThat(groups(tenant, "CAMPAIGN", "")).isEqualTo("spring 1 0 0");
        assertThat(groups(tenant, "CAMPAIGN", ", attribution: CURRENT")).isEqualTo("summer 1 0 0");
    }

    /** k1 was in CN until March and is in DE; k2 has always been in DE; k3 is known to have been in CN since the middle of February, and in FR since March. */
    private void journeys(String tenant) {
        feed.tell(
                tenant,
                "customer.changed",
                change(tenant, "k1", "DE", "DE 2026-03-01", "CN -"),
                change(tenant, "k2", "DE"),
                change(tenant, "k3", "FR", "FR 2026-03-01", "CN 2026-02-15"));
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "k1", "A", "2026-02-01T00:00:00Z"),
                        Api.event("2", "k1", "B", "2026-03-01T00:00:00Z"),
                        Api.event("3", "k1", "C", "2026-04-01T00:00:00Z"),
                        Api.event("4", "k2", "A", "2026-02-01T00:00:00Z"),
                        Api.event("5", "k2", "B", "2026-02-02T00:00:00Z"),
                        Api.event("6", "k3", "A", "2026-02-01T00:00:00Z"),
                        Api.event("7", "k3", "B", "2026-03-10T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());
    }

    /** @param values each "value day", or "value -" from the beginning on */
    private static Map<String, Object> change(String tenant, String customer, String market, String... values) {
        List<Map<String, Object>> told = new ArrayList<>();
        for (String value : values) {
            String[] parts = value.split(" ", -1);
            Map<String, Object> one = new HashMap<>(Map.of("dimension", "MARKET", "value", parts[0]));
            one.put("since", parts[1].equals("-") ? null : parts[1] + "T00:00:00Z");
            told.add(one);
        }
        return Facts.customer(tenant, customer, Map.of("market", market, "values", told));
    }

    private static String id(String tenant, String customer) {
        return Ids.uuid(tenant, "customer", customer).toString();
    }

    private static String segment(String market) {
        return market + ": result(" + YEAR + ", " + AS_OF + ", segment: { markets: [\"" + market
                + "\"] }) { entered converted } ";
    }

    /** "label count count count" of each group. */
    private static String groups(String tenant, String dimension, String more) {
        JsonNode groups = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { groups(by: " + dimension + ", " + YEAR + ", " + AS_OF + more
                        + ") { label result { steps { count } } } } }")
                .at("/funnel/groups");
        List<String> shown = new ArrayList<>();
        groups.forEach(group -> shown.add(group.get("label").asText() + " "
                + String.join(" ", group.get("result").findValuesAsText("count"))));
        return String.join(", ", shown);
    }
}
