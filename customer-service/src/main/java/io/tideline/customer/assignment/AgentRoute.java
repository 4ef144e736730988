package io.tideline.customer.assignment;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.organisation.SettingsScope;
import io.tideline.customer.team.NameRow;
import io.tideline.platform.ingest.IngestAnswer;
import io.tideline.platform.ingest.IngestDoor;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes agents. */
@Path("/ingest/agents")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class AgentRoute {
    private final IngestDoor door;
    private final SettingsScope scope;
    private final SaveAgents deed;

    AgentRoute(IngestDoor door, SettingsScope scope, SaveAgents deed) {
        this.door = door;
        this.scope = scope;
        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Agents",
            description =
                    "Rows {id, name, team}; what is absent stays. Customers without a team of their own follow their agent. Scope ingest:write or settings:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(scope.get(), body, rows, NameRow::readAgent, deed::run);
    }
}
