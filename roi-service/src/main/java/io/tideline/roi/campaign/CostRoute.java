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

/** Takes batches of cost lines. */
@Path("/ingest/costs")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class CostRoute {
    private final IngestDoor door;
    private final AddCosts deed;

    CostRoute(IngestDoor door, AddCosts deed) {
        this.door = door;
        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Batch of cost lines",
            description =
                    "Rows {id, campaign, kind, amount, hours, rate, currency, from, until}; kind is fee, labour, gift, coupon, ad, tool or other; labour may give hours and rate in place of the amount; from and until are days or moments; a row without campaign is a cost of the whole organisation; a row without id is known by its content. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, CostRow::read, deed::run);
    }
}
