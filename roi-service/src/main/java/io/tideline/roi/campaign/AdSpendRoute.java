package io.tideline.roi.campaign;

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

/** Takes batches of ad spend. */
@Path("/ingest/ad-spend")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class AdSpendRoute {
    private final IngestDoor door;
    private final RecordAdSpend deed;

    AdSpendRoute(IngestDoor door, RecordAdSpend deed) {
        this.door = door;
        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Batch of ad spend",
            description =
                    "Rows {id, campaign, at, impressions, clicks, amount, currency, conversions, deals}; at is a day or a moment; an absent count is 0; a row without id is known by its content. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, AdSpendRow::read, deed::run);
    }
}
