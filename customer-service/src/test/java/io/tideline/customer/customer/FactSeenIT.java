package io.tideline.customer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.sql.Database;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class FactSeenIT {
    private static final String TENANT = "seen";

    @Inject
    FactSeen handler;

    @Inject
    Database database;

    @Test
    void makesAPlaceholderThatTheRealCustomerFills() {
        hear("ghost", "ghost", "known");
        hear("ghost");

        JsonNode heardOf = Api.admin(TENANT).data("{ customer(externalId: \"ghost\") { id placeholder name } }");
        JsonNode stored = Api.ingest(TENANT, "customers", "[{\"id\":\"ghost\",\"name\":\"Casper\"}]");
        JsonNode real = Api.admin(TENANT).data("{ customer(externalId: \"ghost\") { id placeholder name } }");

        assertThat(heardOf.at("/customer/placeholder").asBoolean()).isTrue();
        assertThat(Api.statuses(stored)).isEqualTo("UPDATED");
        assertThat(real.at("/customer/id")).isEqualTo(heardOf.at("/customer/id"));
        assertThat(real.at("/customer/placeholder").asBoolean()).isFalse();
        assertThat(Rows.asApp(
                        TENANT,
                        "SELECT (data->>'externalId') || ' ' || (data->>'placeholder') FROM outbox ORDER BY seq"))
                .containsExactly("ghost true", "known true", "ghost false");
    }

    @Test
    void leavesWhatIsNoCustomerAlone() {
        apply(List.of(event("{\"kind\":\"ship\",\"externalId\":\"x\"}")), "seen-other");

        assertThat(Rows.asApp("seen-other", "SELECT external_id FROM customer")).isEmpty();
    }

    private void hear(String... externalIds) {
        apply(
                List.of(externalIds).stream()
                        .map(id -> event("{\"kind\":\"customer\",\"externalId\":\"" + id + "\"}"))
                        .toList(),
                TENANT);
    }

    private void apply(List<FeedEvent> events, String tenant) {
        database.write(tenant, transaction -> handler.apply(transaction, tenant, events))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static FeedEvent event(String data) {
        Instant now = Instant.now();
        return new FeedEvent("0", UUID.randomUUID(), TENANT, "fact.seen", "x", 1, now, now, Api.json(data));
    }
}
