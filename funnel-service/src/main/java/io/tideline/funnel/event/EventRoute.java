package io.tideline.funnel.event;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The way in for batches of events. */
@Path("/ingest/events")
@Tag(name = "ingest")
@Produces(MediaType.APPLICATION_JSON)
public class EventRoute {
    private final IngestDoor door;
    private final RecordEvents record;

    EventRoute(IngestDoor door, RecordEvents record) {
        this.door = door;
        this.record = record;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
    @Operation(
            summary = "Record events",
            description =
                    "Rows {id, customer, name, at, and any further property}, as a JSON array or NDJSON, at most 10,000 rows "
                            + "and 16 MiB, gzip accepted. Needs the scope ingest:write. The same id again is a DUPLICATE and changes nothing. "
                            + "Events of one instant keep the order in which they were sent.")
    @APIResponse(responseCode = "200", description = "What became of each row; good rows are stored durably.")
    @APIResponse(responseCode = "400", description = "The body is no JSON; line and column say where.")
    @APIResponse(responseCode = "413", description = "More than 10,000 rows or 16 MiB.")
    @APIResponse(responseCode = "429", description = "Too many batches of this organisation; Retry-After says when.")
    @APIResponse(responseCode = "503", description = "Too many batches; Retry-After says when.")
    public Uni<IngestAnswer> events(
            byte[] body,
            @Parameter(description = "`rejected` lists rejected rows only") @QueryParam("rows") @Nullable String rows) {
        return door.accept(Scope.INGEST_WRITE, body, rows, EventRow::read, record::run);
    }
}
