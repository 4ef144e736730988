package io.tideline.customer.kpi;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.organisation.SettingsScope;
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

/** Takes targets of KPIs. */
@Path("/ingest/kpi-targets")
@Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingest")
public class KpiTargetRoute {
    private final IngestDoor door;
    private final SettingsScope scope;
    private final TargetStore store;

    KpiTargetRoute(IngestDoor door, SettingsScope scope, TargetStore store) {
        this.door = door;
        this.scope = scope;
        this.store = store;
    }

    @POST
    @Operation(
            summary = "KPI targets",
            description =
                    "Rows {kpi, from, min, max, variant}: from that day on the target holds. Scope ingest:write or settings:write.")
    public Uni<IngestAnswer> accept(
            @Parameter(description = "rejected: answer only the rows that were not taken") @QueryParam("rows") @Nullable
                    String rows,
            byte[] body) {
        return door.accept(scope.get(), body, rows, TargetRow::read, store::save);
    }
}
