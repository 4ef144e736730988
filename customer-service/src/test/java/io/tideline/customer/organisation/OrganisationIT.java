package io.tideline.customer.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class OrganisationIT {
    private static final String ME =
            "{ me { tenant region roles scopes locale timeZone team agent } organisation { name timeZone currency } }";

    @Test
    void keepsSettingsAndTellsThem() {
        JsonNode sent = Api.ingest(
                "org",
                "organisation",
                "[{\"name\":\"Acme\",\"time_zone\":\"Europe/Berlin\"},{\"currency\":\"USD\"},{\"currency\":\"USD\"},{\"time_zone\":\"Mars/North\"},{\"time_zone\":\"+08:00\"},{\"currency\":\"usd\"}]");

        assertThat(Api.statuses(sent)).isEqualTo("ACCEPTED UPDATED DUPLICATE REJECTED REJECTED REJECTED");
        assertThat(Api.admin("org").data(ME).get("organisation"))
                .isEqualTo(Api.json("{\"name\":\"Acme\",\"timeZone\":\"Europe/Berlin\",\"currency\":\"USD\"}"));
        assertThat(Rows.asApp(
                        "org", "SELECT data FROM outbox WHERE type = 'organisation.changed' ORDER BY seq DESC LIMIT 1"))
                .allSatisfy(data -> assertThat(data)
                        .contains("\"timeZone\": \"Europe/Berlin\"", "\"currency\": \"USD\"", "\"name\": \"Acme\""));
    }

    @Test
    void saysWhoIsAsking() {
        JsonNode data = GraphqlClient.as(TokenForTests.of("org-new", "agent")
                        .agent("a1")
                        .team("t1")
                        .claim("zoneinfo", "Asia/Shanghai"))
                .data(ME);

        assertThat(data)
                .isEqualTo(Api.json("{\"me\":{\"tenant\":\"org-new\",\"region\":\"eu\",\"roles\":[\"agent\"],"
                        + "\"scopes\":[\"alert:handle\",\"customer:read\",\"kpi:execution\",\"pii:read\",\"self:read\",\"support:read\"],"
                        + "\"locale\":\"en\",\"timeZone\":\"Asia/Shanghai\",\"team\":\"t1\",\"agent\":\"a1\"},"
                        + "\"organisation\":{\"name\":\"org-new\",\"timeZone\":\"UTC\",\"currency\":\"EUR\"}}"));
    }
}
