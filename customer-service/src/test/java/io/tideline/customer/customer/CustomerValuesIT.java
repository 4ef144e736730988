package io.tideline.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Since when a customer's dimensions have been what they are, whenever and in whatever order it is said. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class CustomerValuesIT {
    private static final String NOTED =
            "SELECT dimension || ' ' || coalesce(to_char(nullif(since, '-infinity') AT TIME ZONE 'UTC', 'YYYY-MM-DD'), '-') || ' ' || value "
                    + "FROM customer_value ORDER BY dimension, since";
    private static final String TOLD =
            "SELECT (data->>'market') || ' ' || coalesce(data->>'values', '-') FROM outbox WHERE type = 'customer.changed' ORDER BY seq";

    @Test
    void notesNothingUntilAValueIsReplacedOrDated() {
        String tenant = "past-none";

        ingest(tenant, "{\"id\":\"k\",\"market\":\"CN\"}", "{\"id\":\"k\",\"market\":\"CN\",\"language\":\"zh\"}");

        assertThat(Rows.asApp(tenant, NOTED)).isEmpty();
        assertThat(Rows.asApp(tenant, TOLD)).containsExactly("CN -");
    }

    @Test
    void keepsWhatAnUndatedChangeReplaces() {
        String tenant = "past-undated";
        ingest(tenant, "{\"id\":\"k\",\"market\":\"CN\",\"channel_account\":\"w1\"}");

        ingest(tenant, "{\"id\":\"k\",\"market\":\"DE\",\"channel_account\":\"w1\"}");

        assertThat(Rows.asApp(tenant, NOTED)).hasSize(2).first().isEqualTo("MARKET - CN");
        assertThat(Rows.asApp(tenant, NOTED).get(1)).startsWith("MARKET 2").endsWith(" DE");
        assertThat(Rows.asApp(tenant, TOLD).get(1))
                .startsWith("DE [{\"since\": null, \"value\": \"CN\", \"dimension\": \"MARKET\"}, {\"since\": \"2")
                .endsWith("\"value\": \"DE\", \"dimension\": \"MARKET\"}]");
    }

    @Test
    void takesAHistoryInAnyOrderAndOnce() {
        String tenant = "past-history";
        String[] history = {
            "{\"id\":\"k\",\"market\":\"FR\",\"changed_at\":\"2026-05-01T00:00:00Z\"}",
            "{\"id\":\"k\",\"market\":\"CN\",\"campaign\":\"spring\",\"changed_at\":\"2026-01-01T00:00:00Z\"}",
            "{\"id\":\"k\",\"market\":\"DE\",\"changed_at\":\"2026-03-01T00:00:00Z\"}"
        };

        JsonNode first = ingest(tenant, history);
        JsonNode again = ingest(tenant, history);

        assertThat(Api.statuses(first)).isEqualTo("ACCEPTED UPDATED UPDATED");
        assertThat(Api.statuses(again)).isEqualTo("DUPLICATE DUPLICATE DUPLICATE");
        assertThat(Rows.asApp(tenant, NOTED))
                .containsExactly(
                        "CAMPAIGN 2026-01-01 spring",
                        "MARKET 2026-01-01 CN",
                        "MARKET 2026-03-01 DE",
                        "MARKET 2026-05-01 FR");
        assertThat(Rows.asApp(tenant, "SELECT market || ' ' || campaign FROM customer"))
                .containsExactly("FR spring");
        assertThat(Rows.asApp(tenant, TOLD)).hasSize(3).allMatch(told -> told.startsWith("FR "));
    }

    @Test
    void countsADateToComeAsNowAndReplacesWhatWasUndated() {
        String tenant = "past-future";
        ingest(tenant, "{\"id\":\"k\",\"market\":\"CN\"}");

        Api.admin(tenant)
                .data(
                        "mutation($c: [CustomerInput!]!) { upsertCustomers(input: { customers: $c }) { userErrors { message } } }",
                        Map.of(
                                "c",
                                List.of(Map.of(
                                        "externalId", "k", "market", "DE", "changedAt", "2150-01-01T00:00:00Z"))));

        assertThat(Rows.asApp(tenant, "SELECT market FROM customer")).containsExactly("DE");
        assertThat(Rows.asApp(tenant, "SELECT value FROM customer_value WHERE since <= now() ORDER BY since"))
                .containsExactly("CN", "DE");
    }

    private static JsonNode ingest(String tenant, String... rows) {
        return Api.ingest(tenant, "customers", "[" + String.join(",", rows) + "]");
    }
}
