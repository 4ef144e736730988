package io.tideline.customer.alert;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.Customer;
import io.tideline.customer.customer.CustomerStore;
import io.tideline.customer.customer.Links;
import io.tideline.customer.team.Agent;
import io.tideline.customer.team.Team;
import io.tideline.customer.team.Teams;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What alerts are connected with. Each is read once for all alerts, or all customers, of an answer. */
@GraphQLApi
public class AlertLinksGraph {
    private final CurrentCaller callers;
    private final AlertStore store;
    private final CustomerStore customers;
    private final Teams teams;

    public AlertLinksGraph(CurrentCaller callers, AlertStore store, CustomerStore customers, Teams teams) {
        this.callers = callers;
        this.store = store;
        this.customers = customers;
        this.teams = teams;
    }

    @Name("customer")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description("The customer it is about; null where that is not known.")
    public Uni<@Nullable Customer> customer(@Source Alert alert) {
        AlertLinks links = alert.links();
        Caller caller = callers.get();
        UUID about = links.customer();
        return about == null
                ? Uni.createFrom().nullItem()
                : links.peers()
                        .reads()
                        .get(
                                "customers",
                                () -> customers.byId(caller, links.peers().customers()))
                        .map(found -> found.get(about));
    }

    @Name("agent")
    @Description("Who looks after the customer, and so after the alert; null where nobody does.")
    public Uni<@Nullable Agent> agent(@Source Alert alert) {
        AlertLinks links = alert.links();
        return teams.agent(
                callers.get().tenant(),
                links.agent(),
                links.peers().agents(),
                links.peers().reads());
    }

    @Name("team")
    @Description("The customer's team; null where there is none.")
    public Uni<@Nullable Team> team(@Source Alert alert) {
        AlertLinks links = alert.links();
        return teams.team(callers.get().tenant(), links.team(), links.peers().reads());
    }

    @ListSize(assumedSize = 1)
    @Name("openAlerts")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
    @Description("Alerts about the customer that are not closed, the latest raised first; seldom more than one a rule.")
    public Uni<@Nullable List<@NonNull Alert>> openAlerts(@Source Customer customer) {
        Links links = customer.links();
        String tenant = callers.get().tenant();
        return links.peers()
                .reads()
                .get("openAlerts", () -> store.open(tenant, links.peers().members()))
                .map(alerts -> alerts.stream()
                        .filter(alert -> links.customer().equals(alert.links().customer()))
                        .toList());
    }
}
