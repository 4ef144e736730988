package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Scope;
import io.tideline.platform.ingest.IngestAnswer;
import io.tideline.platform.ingest.IngestDoor;
import io.tideline.platform.ingest.IngestRow;
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

/** Takes batches of surveys. */
@Path("/ingest/surveys")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class SurveyRoute {
    private final IngestDoor door;
    private final TakeSurveys take;

    SurveyRoute(IngestDoor door, TakeSurveys take) {
        this.door = door;
        this.take = take;
    }

    @POST
    @Operation(
            summary = "Surveys",
            description =
                    "Rows {key, type, title?, question?, language?}; a known survey is asked anew in its next version and keeps its type. Scope ingest:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(Scope.INGEST_WRITE, body, rows, SurveyRoute::read, take::run);
    }

    private static WantedSurvey read(IngestRow row) {
        String type = row.requiredText("type");
        if (row.requiredText("key").length() > WantedSurvey.LONGEST_KEY) {
            throw row.invalid("key", "is longer than " + WantedSurvey.LONGEST_KEY + " characters");
        }
        return new WantedSurvey(
                row.requiredText("key"),
                SurveyType.of(type).orElseThrow(() -> row.invalid("type", "must be one of " + SurveyType.names())),
                row.text("title"),
                row.text("question"),
                row.text("language"));
    }
}
