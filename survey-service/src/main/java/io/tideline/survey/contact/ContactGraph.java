package io.tideline.survey.contact;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Contact rules for those who write surveys. */
@GraphQLApi
public class ContactGraph {
    private final CurrentCaller callers;
    private final ContactStore store;
    private final GovernContacts set;

    ContactGraph(CurrentCaller callers, ContactStore store, GovernContacts set) {
        this.callers = callers;
        this.store = store;
        this.set = set;
    }

    @Query("contactRules")
    @NonNull
    @ListSize(assumedSize = 10)
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description(
            "How often one person may be asked. All rules hold at once; the service keeps the clocks, and a survey counts once it is shown.")
    public Uni<List<@NonNull ContactRule>> contactRules() {
        return store.rules(callers.get().tenant()).map(ContactRules::rules);
    }

    @Mutation("setContactRules")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("Replaces all contact rules.")
    public Uni<SetContactRulesPayload> setContactRules(
            @Name("input") @NonNull @Description("The rules.") SetContactRulesInput input) {
        return set.run(callers.get().tenant(), input.rules());
    }
}
