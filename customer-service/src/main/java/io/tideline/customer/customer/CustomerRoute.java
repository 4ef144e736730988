package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Scope;
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

/** Takes customers. */
@Path("/ingest/customers")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class CustomerRoute {
    private final IngestDoor door;

    private final UpsertCustomers deed;

    CustomerRoute(IngestDoor door, UpsertCustomers deed) {
        this.door = door;

        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Customers",
            description =
                    "Rows {id, name, email, phone, market, language, source, campaign, agent, team, channel_account, acquired_at, changed_at}; what is absent stays. "
                            + "changed_at is since when market, language, source, campaign and channel_account are so; by default they change now. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, CustomerRow::read, deed::run);
    }
}
