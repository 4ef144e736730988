package io.tideline.survey.delivery;

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

/** Takes batches of what happened to copies of surveys. */
@Path("/ingest/deliveries")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class DeliveryRoute {
    private final IngestDoor door;
    private final TakeDeliveries take;

    DeliveryRoute(IngestDoor door, TakeDeliveries take) {
        this.door = door;
        this.take = take;
    }

    @POST
    @Operation(
            summary = "Deliveries",
            description =
                    "Rows {survey, response, event: sent | shown | started | dismissed, customer?, at?}; response is the id that the answer has, "
                            + "or would have had. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, DeliveryRow::read, take::run);
    }
}
