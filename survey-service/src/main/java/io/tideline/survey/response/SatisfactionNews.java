package io.tideline.survey.response;

import io.smallrye.graphql.api.Subscription;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedWatch;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.jspecify.annotations.Nullable;

/** Tells boards when scores are to be read anew. */
@GraphQLApi
public class SatisfactionNews {
    private static final String RECORDED = "response.recorded";

    private final CurrentCaller callers;
    private final FeedWatch feed;
    private final Database database;
    private final ResponseReads reads;
    private final SurveyStore surveys;

    public SatisfactionNews(
            CurrentCaller callers, FeedWatch feed, Database database, ResponseReads reads, SurveyStore surveys) {
        this.callers = callers;
        this.feed = feed;
        this.database = database;
        this.reads = reads;
        this.surveys = surveys;
    }

    /** Each event is read as its caller may see it, under the tenant's wall. */
    @Subscription("satisfactionChanged")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("satisfaction:read")))
    @Description("Each answer as it is stored, of the customers that the caller sees.")
    public Multi<SatisfactionChange> satisfactionChanged() {
        Caller caller = callers.get();
        return feed.told(caller.tenant(), RECORDED, event -> change(caller, event));
    }

    private Uni<Optional<SatisfactionChange>> change(Caller caller, FeedEvent event) {
        return database.read(
                caller.tenant(), transaction -> reads.change(transaction, caller, UUID.fromString(event.aggregate()))
                        .flatMap(found -> found.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : surveys.byIds(
                                                transaction,
                                                caller.tenant(),
                                                List.of(found.get().survey()))
                                        .map(survey -> Optional.of(told(
                                                caller,
                                                event,
                                                survey.get(0),
                                                found.get().customer())))));
    }

    private SatisfactionChange told(Caller caller, FeedEvent event, Survey survey, @Nullable UUID customer) {
        return new SatisfactionChange(event.recordedAt(), survey, customer == null ? null : customer(caller, customer));
    }

    private Customer customer(Caller caller, UUID uuid) {
        CustomersAsked asked = new CustomersAsked(
                List.of(uuid), (customers, request, nps) -> reads.ofCustomers(caller, customers, request, nps));
        return new Customer(GlobalId.of("Customer", uuid), uuid, asked);
    }
}
