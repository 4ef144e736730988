package io.tideline.customer.organisation;

import io.smallrye.mutiny.Uni;
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

/** Takes the organisation's settings. */
@Path("/ingest/organisation")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class OrganisationRoute {
    private final IngestDoor door;
    private final SettingsScope scope;
    private final SaveOrganisation deed;

    OrganisationRoute(IngestDoor door, SettingsScope scope, SaveOrganisation deed) {
        this.door = door;
        this.scope = scope;
        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Settings of the organisation",
            description =
                    "Rows {name, time_zone, currency}; what is absent stays. Scope ingest:write or settings:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(scope.get(), body, rows, OrganisationRow::read, deed::run);
    }
}
