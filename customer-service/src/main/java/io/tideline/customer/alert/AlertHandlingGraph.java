package io.tideline.customer.alert;

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

/** Handling of alerts in the graph. */
@GraphQLApi
public class AlertHandlingGraph {
    private final CurrentCaller callers;
    private final HandleAlert handle;

    public AlertHandlingGraph(CurrentCaller callers, HandleAlert handle) {
        this.callers = callers;
        this.handle = handle;
    }

    @Mutation("viewAlert")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Notes that somebody has viewed an alert; the first time counts.")
    public Uni<AlertPayload> viewAlert(@NonNull @Name("input") @Description("The alert.") ViewAlertInput input) {
        return handle.view(callers.get(), input);
    }

    @Mutation("takeAlert")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Takes an alert on; ALREADY_TAKEN where somebody else has.")
    public Uni<AlertPayload> takeAlert(@NonNull @Name("input") @Description("The alert.") TakeAlertInput input) {
        return handle.take(callers.get(), input);
    }

    @Mutation("noteAlert")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Adds a note to an alert that is not closed.")
    public Uni<AlertPayload> noteAlert(
            @NonNull @Name("input") @Description("The alert and the note.") NoteAlertInput input) {
        return handle.note(callers.get(), input);
    }

    @Mutation("closeAlert")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description(
            "Closes an alert: with a note, and where the severity is HIGH with the outcome. ALREADY_CLOSED where it is.")
    public Uni<AlertPayload> closeAlert(
            @NonNull @Name("input") @Description("The alert, a note and the outcome.") CloseAlertInput input) {
        return handle.close(callers.get(), input);
    }
}
