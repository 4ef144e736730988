package io.tideline.roi.order;

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

/** Takes batches of orders and refunds. */
@Path("/ingest/orders")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class OrderRoute {
    private final IngestDoor door;
    private final RecordOrders deed;

    OrderRoute(IngestDoor door, RecordOrders deed) {
        this.door = door;
        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Batch of orders and refunds",
            description =
                    "Rows {id, customer, at, amount, currency, campaign, refund_of}; a negative amount or refund_of makes a refund; an amount of 0 is an order. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, OrderRow::read, deed::run);
    }
}
