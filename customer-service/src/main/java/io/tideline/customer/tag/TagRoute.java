package io.tideline.customer.tag;

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

/** Takes tags. */
@Path("/ingest/tags")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class TagRoute {
    private final IngestDoor door;

    private final RecordTags deed;

    TagRoute(IngestDoor door, RecordTags deed) {
        this.door = door;

        this.deed = deed;
    }

    @POST
    @Operation(
            summary = "Tags",
            description =
                    "Rows {customer, tag, from, until}; the same customer, tag and from with another until closes or corrects the interval. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, TagRow::read, deed::run);
    }
}
