package io.tideline.funnel.event;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** Events in the graph. */
@GraphQLApi
public class EventGraph {
    private final CurrentCaller callers;
    private final RecordEvents record;

    public EventGraph(CurrentCaller callers, RecordEvents record) {
        this.callers = callers;
        this.record = record;
    }

    @Mutation("recordEvents")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("ingest:write")))
    @Description("Records events. The same id again changes nothing. Needs the scope ingest:write.")
    public Uni<RecordEventsPayload> recordEvents(
            @NonNull @Name("input") @Description("The events.") RecordEventsInput input) {
        return record.run(callers.get().tenant(), input);
    }
}
