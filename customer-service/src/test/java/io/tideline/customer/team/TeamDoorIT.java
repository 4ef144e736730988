package io.tideline.customer.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.customer.Api;
import io.tideline.customer.Rows;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class TeamDoorIT {
    @Test
    void describesTeamsAgentsAndAccountsThatWerePlaceholders() {
        Api.ingest("team", "customers", "[{\"id\":\"c\",\"agent\":\"a1\",\"team\":\"t1\",\"channel_account\":\"w1\"}]");

        JsonNode teams = Api.ingest(
                "team",
                "teams",
                "[{\"id\":\"t1\",\"name\":\"North\"},{\"id\":\"t2\"},{\"id\":\"t1\",\"name\":\"North\"},{\"name\":\"none\"}]");
        JsonNode agents = Api.ingest(
                "team",
                "agents",
                "[{\"id\":\"a1\",\"name\":\"Grace\",\"team\":\"t1\"},{\"id\":\"a2\",\"team\":\"t3\"}]");
        JsonNode agentsAgain = Api.ingest("team", "agents", "[{\"id\":\"a1\",\"name\":\"Grace\"}]");
        JsonNode accounts = Api.ingest(
                "team",
                "channel-accounts",
                "[{\"id\":\"w1\",\"name\":\"Main\",\"platform\":\"WhatsApp\",\"market\":\"DE\"}]");

        assertThat(Api.statuses(teams)).isEqualTo("UPDATED ACCEPTED UPDATED REJECTED");
        assertThat(Api.statuses(agents)).isEqualTo("UPDATED ACCEPTED");
        assertThat(Api.statuses(agentsAgain)).isEqualTo("DUPLICATE");
        assertThat(Api.statuses(accounts)).isEqualTo("UPDATED");
        assertThat(
                        Api.admin("team")
                                .data(
                                        "{ teams { externalId name } agents { name team { name } } channelAccounts { name platform market } }"))
                .isEqualTo(
                        Api.json(
                                "{\"teams\":[{\"externalId\":\"t1\",\"name\":\"North\"},{\"externalId\":\"t2\",\"name\":\"t2\"},{\"externalId\":\"t3\",\"name\":\"t3\"}],"
                                        + "\"agents\":[{\"name\":\"a2\",\"team\":{\"name\":\"t3\"}},{\"name\":\"Grace\",\"team\":{\"name\":\"North\"}}],"
                                        + "\"channelAccounts\":[{\"name\":\"Main\",\"platform\":\"WhatsApp\",\"market\":\"DE\"}]}"));
    }

    @Test
    void listsTheAgentsOfOneTeam() {
        Api.ingest("team-one", "agents", "[{\"id\":\"a1\",\"team\":\"t1\"},{\"id\":\"a2\",\"team\":\"t2\"}]");
        String id = GlobalId.of("Team", Ids.uuid("team-one", "team", "t2"));

        JsonNode data =
                Api.admin("team-one").data("query($t: ID) { agents(team: $t) { externalId } }", Map.of("t", id));

        assertThat(data.get("agents").findValuesAsText("externalId")).containsExactly("a2");
    }

    @Test
    void tellsEveryNewNameOnce() {
        for (int time = 0; time < 2; time++) {
            Api.ingest("team-feed", "agents", "[{\"id\":\"a1\",\"name\":\"Grace\",\"team\":\"t1\"}]");
        }

        assertThat(
                        Rows.asApp(
                                "team-feed",
                                "SELECT (data->>'kind') || ' ' || (data->>'externalId') || ' ' || (data->>'name') || ' ' || coalesce(data->>'team', '-') FROM outbox ORDER BY seq"))
                .containsExactly("TEAM t1 t1 -", "AGENT a1 Grace t1");
    }
}
