package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.kept.PackScores;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** SV-16 by dimension: copies count for their customer's market, and for that of whoever answered where nobody said whose they are. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class RatesIT {
    private static final String AT = "2026-02-03T10:00:00Z";
    private static final String COMPLETION = "completionRate";
    private static final String RESPONSE = "responseRate";

    @Inject
    FeedForTests feed;

    @Inject
    PackScores packing;

    /** DE: four begun, three of them answered. FR: two sent and begun, one answered. One copy that nobody answered belongs to no market. */
    @Test
    void countsCompletionByMarketBeforeAndAfterItIsKept() {
        String tenant = "rates";
        market(tenant, "de", "DE");
        market(tenant, "fr", "FR");
        ingest(tenant, "surveys", List.of(Map.of("key", "s", "type", "csat.5")));
        ingest(
                tenant,
                "deliveries",
                List.of(
                        copy("1", "started", "de"),
                        copy("2", "started", "de"),
                        copy("3", "started", null),
                        copy("4", "started", "de"),
                        copy("5", "sent", "fr"),
                        copy("5", "started", "fr"),
                        copy("6", "sent", "fr"),
                        copy("6", "started", "fr"),
                        copy("7", "started", null)));
        ingest(
                tenant,
                "responses",
                List.of(answer("1", "de"), answer("2", null), answer("3", "de"), answer("5", null)));

        Map<String, String> raw = rates(tenant, COMPLETION);
        packing.fill(tenant).await().indefinitely();

        assertThat(raw).isEqualTo(Map.of("", "0/1", "DE", "3/4", "FR", "1/2"));
        assertThat(rates(tenant, COMPLETION)).isEqualTo(raw);
        assertThat(rates(tenant, RESPONSE)).isEqualTo(Map.of("", "null/null", "DE", "null/null", "FR", "1/2"));
    }

    /** The answer says whose the copy was, long after it was kept that nobody is known to have it. */
    @Test
    void movesACopyToTheMarketOfWhoeverAnswersIt() {
        String tenant = "rates-late";
        market(tenant, "de", "DE");
        ingest(tenant, "surveys", List.of(Map.of("key", "s", "type", "csat.5")));
        ingest(tenant, "deliveries", List.of(copy("1", "started", null), copy("2", "started", null)));
        packing.fill(tenant).await().indefinitely();
        Map<String, String> before = rates(tenant, COMPLETION);

        ingest(tenant, "responses", List.of(answer("1", "de")));
        Map<String, String> noted = rates(tenant, COMPLETION);
        packing.run(tenant).await().indefinitely();

        assertThat(before).isEqualTo(Map.of("", "0/2"));
        assertThat(noted).isEqualTo(Map.of("", "0/1", "DE", "1/1"));
        assertThat(rates(tenant, COMPLETION)).isEqualTo(noted);
    }

    private static Map<String, String> rates(String tenant, String rate) {
        Map<String, String> rates = new TreeMap<>();
        for (JsonNode group : as(tenant, "executive")
                .data(
                        "{ satisfaction(period: {from: \"2026-02-01\", to: \"2026-03-01\"}) { by(dimension: MARKET) { key measures { "
                                + rate + " { numerator denominator } } } } }")
                .at("/satisfaction/by")) {
            JsonNode measure = group.at("/measures/" + rate);
            rates.put(
                    group.get("key").asText(),
                    measure.get("numerator").asText() + "/"
                            + measure.get("denominator").asText());
        }
        return rates;
    }

    private void market(String tenant, String customer, String market) {
        feed.tell(
                "2026-01-01T00:00:00Z",
                tenant,
                "customer.changed",
                Map.of(
                        "id",
                        Ids.uuid(tenant, "customer", customer).toString(),
                        "externalId",
                        customer,
                        "market",
                        market));
    }

    private static Map<String, Object> copy(String copy, String event, @Nullable String customer) {
        Map<String, Object> row =
                new HashMap<>(Map.of("survey", "s", "response", "copy-" + copy, "event", event, "at", AT));
        row.put("customer", customer);
        return row;
    }

    private static Map<String, Object> answer(String copy, @Nullable String customer) {
        Map<String, Object> row = new HashMap<>(
                Map.of("survey", "s", "response", "copy-" + copy, "type", "csat.5", "score", 4, "at", AT));
        row.put("customer", customer);
        return row;
    }
}
