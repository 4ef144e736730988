package io.tideline.survey.response;

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

/** Takes batches of answers. */
@Path("/ingest/responses")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class ResponseRoute {
    private final IngestDoor door;
    private final TakeResponses take;

    ResponseRoute(IngestDoor door, TakeResponses take) {
        this.door = door;
        this.take = take;
    }

    @POST
    @Operation(
            summary = "Answers",
            description =
                    "Rows {response?, survey, type?, score?, comment?, language?, customer?, agent?, at?}; a new survey is made where type says of what kind, "
                            + "a row without a score is no answer but is kept. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, ResponseRow::read, take::run);
    }
}
