package io.tideline.customer.organisation;

import io.smallrye.graphql.api.federation.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The caller and the caller's organisation. */
@GraphQLApi
public class OrganisationGraph {
    private final CurrentCaller callers;
    private final OrganisationStore store;

    public OrganisationGraph(CurrentCaller callers, OrganisationStore store) {
        this.callers = callers;
        this.store = store;
    }

    @Query("me")
    @Authenticated
    @NonNull
    @Description("Who asks. Open to every caller with a token.")
    public Uni<Viewer> me() {
        Caller caller = callers.get();
        return store.of(caller.tenant()).map(organisation -> Viewer.of(caller, organisation));
    }

    @Query("organisation")
    @Authenticated
    @NonNull
    @Description("The caller's organisation. Open to every caller with a token.")
    public Uni<Organisation> organisation() {
        return store.of(callers.get().tenant());
    }
}
